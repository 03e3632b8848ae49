// Names people sign with, in sessions that ask for them: their own door, and that of facilitators.
#pragma once

#include "report/report.hpp"
#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

namespace viche::socket {

// GET: {"asked":…,"name":…|null}. POST {"name","consent":true}: signs. DELETE: takes the name back.
// `slot` where several share the phone: in the body of POST, else in the query.
boost::asio::awaitable<answer> own_name(doors& d, session::session& s, const request& r);

// For facilitators. GET: {"names":[{"id","name","ideas":[numbers]}]}. DELETE ?id=: that name goes.
boost::asio::awaitable<answer> names_of_session(session::session& s, const request& r);

// As a report takes them; nullopt: the disk does not answer.
boost::asio::awaitable<std::optional<report::author_names>> authors_of(session::session& s);

} // namespace viche::socket
