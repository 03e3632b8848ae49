// Phones come and go while it is waited for: they are looked up anew each time.
#include "socket/round_trips.hpp"

#include "socket/doors.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <chrono>

namespace viche::socket {

namespace asio = boost::asio;

std::string round_trips_json(std::size_t asked, std::vector<std::int64_t> answered_us) {
  std::sort(answered_us.begin(), answered_us.end());
  boost::json::object o;
  o["asked"] = asked;
  o["answered"] = answered_us.size();
  if (!answered_us.empty()) {
    o["fastest_us"] = answered_us.front();
    o["median_us"] = answered_us[(answered_us.size() - 1) / 2];
    o["worst_us"] = answered_us.back();
  }
  return boost::json::serialize(o);
}

asio::awaitable<std::string> measure_round_trips(doors& d, std::string code) {
  std::size_t asked = 0;
  for (auto* one : d.round_trips.phones) {
    if (!one->is_of(code)) continue;
    one->ping();
    ++asked;
  }
  const auto until = steady_ms() + d.bounds.round_trip_ms;
  asio::steady_timer tick(d.executor);
  std::vector<std::int64_t> answered;
  for (;;) {
    answered.clear();
    for (const auto* one : d.round_trips.phones) {
      if (!one->is_of(code)) continue;
      if (const auto took_us = one->answered_us()) answered.push_back(*took_us);
    }
    if (answered.size() >= asked || steady_ms() >= until || d.is_stopping) break;
    tick.expires_after(std::chrono::milliseconds(10));
    co_await tick.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  asked = std::max(asked, answered.size());
  co_return round_trips_json(asked, std::move(answered));
}

} // namespace viche::socket
