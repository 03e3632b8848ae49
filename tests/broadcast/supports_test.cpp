// «+1» on its way to the pages: a count for everybody, one's own list for oneself.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::audience;

struct plus_hall : small_hall {
  seq_t doctor = submit(anna, "Лікар щодня");
  seq_t saturday = submit(anna, "Лікар щосуботи");
  void plus(const person& p, seq_t idea) { does(p, ops::support_idea{idea}); }
};

json::array own_list(const json::object& message) {
  const auto puts = puts_of(message.at("mine"), "supports");
  REQUIRE(puts.size() == 1);
  return puts[0].at("value").at("standing").as_array();
}

TEST_CASE("everybody sees how many support an idea, nobody sees who") {
  plus_hall h;
  h.plus(bohdan, h.doctor);
  h.plus(vira, h.doctor);
  for (const auto by : {audience::resident, audience::board, audience::desk}) {
    const auto seen = h.seen(record::idea, h.doctor, by);
    CHECK(seen.at("supports") == 2);
    CHECK(json::serialize(seen).find(to_hex(bohdan.is.writer)) == std::string::npos);
  }
}

TEST_CASE("a support is told to the hall at once, and its person what they support") {
  plus_hall h;
  const auto b = h.present(bohdan);
  const auto a = h.present(anna);
  h.plus(bohdan, h.doctor);
  CHECK(own_list(b->last("delta")) == json::array{h.doctor});
  const auto heard = a->last("delta");
  CHECK_FALSE(heard.contains("mine"));
  CHECK(puts_of(heard, "idea").at(0).at("value").at("supports") == 1);
}

TEST_CASE("who comes in learns what they support; staff support nothing") {
  plus_hall h;
  h.plus(bohdan, h.doctor);
  CHECK(own_list(h.enter(bohdan)->last("mine")) == json::array{h.doctor});
  CHECK(own_list(h.enter(vira)->last("mine")).empty());
  CHECK(puts_of(h.enter(desk)->last("mine").at("mine"), "supports").empty());
}

TEST_CASE("a merge moves a support to the main idea, and its person is told") {
  plus_hall h;
  h.plus(bohdan, h.saturday);
  const auto b = h.present(bohdan);
  h.does(desk, ops::merge_ideas{h.doctor, {h.saturday}});
  CHECK(own_list(b->last("delta")) == json::array{h.doctor});
  h.does(desk, ops::split_idea{h.saturday});
  CHECK(own_list(b->last("delta")) == json::array{h.saturday});
}

TEST_CASE("two supports that a merge put together stand as one") {
  plus_hall h;
  h.plus(bohdan, h.doctor);
  h.plus(bohdan, h.saturday);
  h.does(desk, ops::merge_ideas{h.doctor, {h.saturday}});
  CHECK(own_list(h.enter(bohdan)->last("mine")) == json::array{h.doctor});
  CHECK(h.seen(record::idea, h.doctor, audience::resident).at("supports") == 1);
}

} // namespace
} // namespace viche::support
