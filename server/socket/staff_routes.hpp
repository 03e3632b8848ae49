// What a facilitator asks the server to make: links and voting cards, whose secrets are in the
// answer and nowhere else.
#pragma once

#include "fault.hpp"
#include "session/session.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>

namespace viche::socket {

// The facilitator who asks, by cookie or bearer. Faults: link_unknown, or the session cannot say.
boost::asio::awaitable<result<model::identity>> facilitator_of(session::session& s,
                                                               const request& r);
answer refuse_staff(const boost::system::error_code& why);

// {"role","called"} → {"secret"}; {"recovery":true,"called"} → {"recovery"}, a facilitator's link
// to be typed from paper.
boost::asio::awaitable<answer> add_link(session::session& s, const request& r);

// {"count"} → {"first","cards":[{"code","digits"}]}; {"replace":N} → the same, of one card.
boost::asio::awaitable<answer> make_cards(session::session& s, const request& r);

} // namespace viche::socket
