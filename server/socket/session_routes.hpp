// The doors of one session for its staff: the trade of a link's secret, the report. Those of people
// are in person_routes.
#pragma once

#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace viche::socket {

boost::asio::awaitable<answer> trade_secret(doors& d, session::session& s, const request& r);
boost::asio::awaitable<answer> session_report(doors& d, session::session& s, const request& r,
                                              std::string format);

} // namespace viche::socket
