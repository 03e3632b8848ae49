// What a coroutine waits with where an error is an answer like others: its code is returned, not
// thrown.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace viche::child {

inline constexpr auto no_throw = boost::asio::as_tuple(boost::asio::use_awaitable);

} // namespace viche::child
