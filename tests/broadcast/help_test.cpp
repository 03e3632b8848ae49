// What the desk hears of people who need a hand, and who is told of the hall's Wi-Fi.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::audience;

json::array asked(const small_hall& h) {
  return h.seen(record::help, 0, audience::desk).at("asked").as_array();
}

TEST_CASE("the desk sees one request for each table, the oldest first") {
  small_hall h;
  h.does(anna, ops::join{4, {}, model::channel::phone});
  h.does(bohdan, ops::join{4, {}, model::channel::phone});
  CHECK(asked(h).empty());
  h.does(anna, ops::ask_help{});
  const auto first = h.s.time();
  h.does(vira, ops::ask_help{}); // at no table
  const auto second = h.s.time();
  h.does(bohdan, ops::ask_help{});
  CHECK(asked(h) == json::array{{{"table", 4}, {"at", first}}, {{"table", 0}, {"at", second}}});
  h.does(desk, ops::end_help{4});
  CHECK(asked(h) == json::array{{{"table", 0}, {"at", second}}});
}

TEST_CASE("a request is told to the desk and to who made it, to nobody else") {
  small_hall h;
  const auto a = h.present(anna);
  const auto b = h.present(bohdan);
  const auto w = h.present(wall);
  const auto d = h.present(desk);
  h.does(anna, ops::ask_help{});
  CHECK(puts_of(d->last("delta"), "help").size() == 1);
  CHECK(puts_of(a->last("mine").at("mine"), "me").at(0).at("value").at("asks_help") == true);
  CHECK(b->heard.empty());
  CHECK(w->heard.empty());
  h.does(desk, ops::end_help{0});
  CHECK(puts_of(a->last("mine").at("mine"), "me").at(0).at("value").at("asks_help") == false);
  for (const auto by : {audience::resident, audience::board})
    CHECK(h.seen(record::help, 0, by).is_null());
}

TEST_CASE("who moves to another table takes the request along") {
  small_hall h;
  h.does(anna, ops::ask_help{});
  const auto d = h.present(desk);
  h.does(anna, ops::join{2, {}, model::channel::phone});
  CHECK(puts_of(d->last("delta"), "help").size() == 1);
  CHECK(asked(h).at(0).at("table") == 2);
}

TEST_CASE("the Wi-Fi is told to board and desk") {
  small_hall h;
  const auto a = h.present(anna);
  const auto w = h.present(wall);
  h.does(desk, ops::set_wifi{{"Клуб"}, {"hromada-2027"}});
  CHECK(a->heard.empty());
  CHECK(puts_of(w->last("delta"), "wifi").size() == 1);
  for (const auto by : {audience::board, audience::desk}) {
    const auto wifi = h.seen(record::wifi, 0, by).as_object();
    CHECK(keys_of(wifi) == std::set<std::string>{"ssid", "password"});
    CHECK(wifi.at("ssid") == "Клуб");
    CHECK(wifi.at("password") == "hromada-2027");
  }
  CHECK(h.seen(record::wifi, 0, audience::resident).is_null());
}

TEST_CASE("everybody sees how many people may share a phone") {
  small_hall h;
  h.does(desk, ops::share_phones{3});
  for (const auto by : {audience::resident, audience::board, audience::desk})
    CHECK(h.seen(record::session, 0, by).at("people_per_phone") == 3);
}

} // namespace
} // namespace viche::support
