// The readiness check of a facilitator's desk: the laptop, and the way to the phones and back.
#pragma once

#include "session/session.hpp"
#include "socket/doors.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>

namespace viche::socket {

// GET …/readiness
boost::asio::awaitable<answer> tell_readiness(std::shared_ptr<doors> d, session::session& s,
                                              const request& r);

// POST …/round-trips: pings the phones of the session.
boost::asio::awaitable<answer> tell_round_trips(doors& d, session::session& s, const request& r);

} // namespace viche::socket
