// A word to the phones and back, when a desk asks for it.
#include "limits.hpp"
#include "socket/round_trips.hpp"
#include "support/live_server.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace s = viche::socket;
namespace t = viche::test;

namespace {

t::http_reply ask_round_trips(const t::live_server& server, const std::string& secret) {
  return t::http(server.port(), {.method = "POST",
                                 .target = "/api/sessions/" + server.code + "/round-trips",
                                 .headers = {{"Authorization", "Bearer " + secret}}});
}

} // namespace

TEST_CASE("the times are those of the fastest, the middle one and the slowest") {
  CHECK(s::round_trips_json(4, {30, 10, 20}) ==
        R"({"asked":4,"answered":3,"fastest_us":10,"median_us":20,"worst_us":30})");
  CHECK(s::round_trips_json(1, {}) == R"({"asked":1,"answered":0})");
}

TEST_CASE("a phone that reads answers the ping; desk and board are not asked") {
  const t::live_server server;
  auto desk = server.desk();
  auto phone = server.phone(t::pass_of("marta"));
  std::string told;
  std::atomic<bool> is_told{false};
  std::thread asking([&] {
    told = ask_round_trips(server, server.facilitator).body;
    is_told = true;
  });
  // As long as it reads, it answers pings on the way.
  while (!is_told) {
    phone.send(R"({"type":"ping","at":1})");
    phone.receive_with(R"("type":"pong")");
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  asking.join();
  const auto trips = boost::json::parse(told);
  CHECK(trips.at("asked").as_int64() == 1);
  CHECK(trips.at("answered").as_int64() == 1);
  CHECK(trips.at("worst_us").as_int64() > 0);
}

TEST_CASE("a phone that has not answered within round_trip_ms is told as silent") {
  CHECK(s::bounds{}.round_trip_ms == viche::limits::round_trip_ms);
  const t::live_server server([](s::doors& d) { d.bounds.round_trip_ms = 100; });
  const auto phone = server.phone(t::pass_of("marta")); // and reads nothing
  CHECK(ask_round_trips(server, server.facilitator).body == R"({"asked":1,"answered":0})");
}

TEST_CASE("phones are pinged for facilitators only, and only so often") {
  CHECK(viche::limits::round_trips_per_second == 1);
  const t::live_server server;
  CHECK(ask_round_trips(server, server.board).status == 403);
  for (int i = 0; i < static_cast<int>(viche::limits::round_trips_burst); ++i)
    CHECK(ask_round_trips(server, server.facilitator).body == R"({"asked":0,"answered":0})");
  CHECK(ask_round_trips(server, server.facilitator).status == 429);
}
