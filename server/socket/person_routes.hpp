// How a person comes in, and comes back: a pass, its recovery code, a ticket to another address.
#pragma once

#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <string>

namespace viche::socket {

// Of the header where there is one, else of the cookie. Empty: neither holds a pass.
std::string pass_of(const session::session& s, const request& r);

boost::asio::awaitable<answer> enter_session(session::session& s, const request& r);

// What somebody writes down to come back without their phone.
answer recovery_code(const session::session& s, const request& r);

// A ticket for the bearer of a pass who joined.
boost::asio::awaitable<answer> issue_ticket(doors& d, session::session& s, const request& r);

// A voting card for the bearer of a pass: {"code"} of its QR or {"digits"}, and {"slot"} where
// several share the phone → {"card":N}. Wrong digits cost this person tries; a right code of
// somebody else is never delayed by them.
boost::asio::awaitable<answer> use_card(doors& d, session::session& s, const request& r);

// By recovery code or ticket. Wrong ones cost tries.
boost::asio::awaitable<answer> recover_person(doors& d, session::session& s, const request& r);

} // namespace viche::socket
