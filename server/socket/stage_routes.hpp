// The rehearsal at a facilitator's wish: its state and pages, its start and its end.
#pragma once

#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

namespace viche::socket {

// GET …/rehearsal as {"state","port","desk","board"}; POST {"language"} starts it and DELETE ends
// it, both answered the same way.
boost::asio::awaitable<answer> rehearsal(doors& d, session::session& s, const request& r);

} // namespace viche::socket
