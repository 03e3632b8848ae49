// One page, live: its hello, its ops in, its frames out through a bounded outbox. A page that does
// not take what is sent to it is closed as slow; it comes back with what it holds.
#pragma once

#include "socket/admission.hpp"
#include "socket/websocket.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>

namespace viche::socket {

// Runs until the page leaves or is closed.
boost::asio::awaitable<void> live(std::unique_ptr<web_socket> wire, std::shared_ptr<doors> d,
                                  admission admitted);

} // namespace viche::socket
