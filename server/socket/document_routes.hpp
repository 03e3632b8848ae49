// The doors to a session's documents (Word, ODT, PDF, cards), for its facilitators.
#pragma once

#include "documents/kinds.hpp"
#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

namespace viche::socket {

// Answered when it is made; nothing of the server waits for it but whoever asked.
boost::asio::awaitable<answer> session_document(doors& d, session::session& s, const request& r,
                                                const documents::kind& what);

// Every format of the report, and what this machine wants for those it cannot make.
boost::asio::awaitable<answer> session_formats(doors& d, session::session& s, const request& r);

} // namespace viche::socket
