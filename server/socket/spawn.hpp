// Starts a coroutine that nobody waits for. An exception out of one is a bug of ours: it ends that
// connection, never the server, and the operator's log says so.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

namespace viche::socket {

void spawn(const boost::asio::any_io_executor& on, boost::asio::awaitable<void> what);

} // namespace viche::socket
