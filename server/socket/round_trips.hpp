// How long a word takes to a phone and back: the server pings the phones of a session when a desk
// asks, and a browser answers by itself, whatever its page is doing.
#pragma once

#include "limits.hpp"
#include "socket/token_bucket.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace viche::socket {

struct doors;

// A phone's connection that has said hello.
class phone_line {
public:
  virtual ~phone_line() = default;
  virtual bool is_of(std::string_view code) const = 0;
  // Forgets the last answer and asks anew.
  virtual void ping() = 0;
  // Microseconds from the last ping to its answer; nullopt: there is none yet.
  virtual std::optional<std::int64_t> answered_us() const = 0;
};

struct round_trips {
  std::set<phone_line*> phones;
  token_bucket rate{limits::round_trips_per_second, limits::round_trips_burst};
};

// {"asked":3,"answered":2,"fastest_us":…,"median_us":…,"worst_us":…}; the times are absent where
// nobody answered. Pure.
std::string round_trips_json(std::size_t asked, std::vector<std::int64_t> answered_us);

// Pings every phone of the session and waits until all have answered, at most round_trip_ms.
boost::asio::awaitable<std::string> measure_round_trips(doors& d, std::string code);

} // namespace viche::socket
