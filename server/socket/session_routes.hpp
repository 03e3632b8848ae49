// The doors of one session: a pass for a phone, the trade of a link's secret, the report.
#pragma once

#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace viche::socket {

boost::asio::awaitable<answer> enter_session(session::session& s, const request& r);
boost::asio::awaitable<answer> trade_secret(doors& d, session::session& s, const request& r);
boost::asio::awaitable<answer> session_report(doors& d, session::session& s, const request& r,
                                              std::string format);

} // namespace viche::socket
