// What somebody checks a session's log with: the public journal, and receipts for one's own entries
// in it.
#pragma once

#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

namespace viche::socket {

// The journal, of a published session for everybody, else for a facilitator.
boost::asio::awaitable<answer> session_journal(doors& d, session::session& s, const request& r);

// For the bearer of a pass (?slot=), behind a place of the log (?after=): what commits to their own
// entries, so that they find them in the journal by themselves. Votes only until the session is
// closed. This answer shows writer and voter together, to the one person who is both.
boost::asio::awaitable<answer> own_receipts(doors& d, session::session& s, const request& r);

} // namespace viche::socket
