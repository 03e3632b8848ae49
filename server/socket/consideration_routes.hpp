// The table that a council filled in elsewhere, on its way back: read by a program of its own, with
// little of the laptop and nothing of the network; what it would change; and the change.
#pragma once

#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>

namespace viche::socket {

// The body is the workbook; ?apply=yes changes what it says, as one op, once for each ?op_id=, if
// that is still what the preview of ?as_of= said.
boost::asio::awaitable<answer> decide_by_table(std::shared_ptr<doors> d, session::session& s,
                                               const request& r);

// Of a table that is over its bound, before it is read: as of one that is read, with status 413.
answer table_too_large(const request& r);

} // namespace viche::socket
