// Late ideas on their way: to the desk while they wait, to their author whatever becomes of them.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::audience;
using names = std::set<std::string>;

struct late_hall : small_hall {
  late_hall() : small_hall(phase::sort) {}
  seq_t hand_in(const person& p, const std::string& text) {
    return does(p, ops::submit_late_idea{{text}, slugs({"medicine"}), 2});
  }
};

json::object own_late(const json::value& message) {
  const auto puts = puts_of(message.at("mine"), "own_late");
  REQUIRE(puts.size() == 1);
  return puts[0].at("value").as_object();
}

TEST_CASE("only the desk and its author hear of a late idea") {
  late_hall h;
  const auto a = h.present(anna);
  const auto b = h.present(bohdan);
  const auto w = h.present(wall);
  const auto d = h.present(desk);
  const auto id = h.hand_in(anna, "Лікар щодня");
  const auto late = puts_of(d->last("delta"), "late_idea").at(0).at("value").as_object();
  CHECK(keys_of(late) == names{"text", "areas", "table", "at"});
  CHECK(late.at("text") == "Лікар щодня");
  CHECK(late.at("at") == h.s.time());
  const auto own = own_late(a->last("mine"));
  CHECK(keys_of(own) == names{"text", "areas", "at", "fate", "idea"});
  CHECK(own.at("fate") == "waiting");
  CHECK(b->heard.empty());
  CHECK(w->heard.empty());
  for (const auto by : {audience::resident, audience::board})
    CHECK(h.seen(record::late_idea, id, by).is_null());
}

TEST_CASE(
    "accepted, it leaves the desk's list, is shown to all, and its author knows which it is") {
  late_hall h;
  const auto late = h.hand_in(anna, "Лікар щодня");
  const auto a = h.present(anna);
  const auto b = h.present(bohdan);
  const auto d = h.present(desk);
  const auto id = h.does(desk, ops::accept_late_idea{late});
  const auto drops = d->last("delta").at("drops").as_array();
  REQUIRE(drops.size() == 1);
  CHECK(drops[0] == json::object{{"record", "late_idea"}, {"id", late}});
  CHECK(puts_of(b->last("delta"), "idea").size() == 1);
  const auto own = own_late(a->last("delta"));
  CHECK(own.at("fate") == "accepted");
  CHECK(own.at("idea") == id);
  CHECK(own.at("text") == "Лікар щодня");
  CHECK(puts_of(a->last("delta").at("mine"), "own_idea").size() == 1);
}

TEST_CASE("declined, its author keeps no text of it") {
  late_hall h;
  const auto late = h.hand_in(anna, "Лікар щодня");
  const auto a = h.present(anna);
  const auto d = h.present(desk);
  h.does(desk, ops::decline_late_idea{late});
  CHECK(d->last("delta").at("drops").as_array().size() == 1);
  const auto own = own_late(a->last("mine"));
  CHECK(own.at("fate") == "declined");
  CHECK(own.at("text") == "");
  CHECK(own.at("idea") == 0);
  CHECK(a->take().find("Лікар") == std::string::npos);
}

TEST_CASE("what is redacted of an accepted one is gone from its author's late ideas too") {
  late_hall h;
  const auto late = h.hand_in(anna, "Лікар Петренко");
  const auto id = h.does(desk, ops::accept_late_idea{late});
  const auto a = h.present(anna);
  h.does(desk, ops::redact_idea{id, {"Лікар […]"}});
  CHECK(own_late(a->last("delta")).at("text") == "Лікар […]");
  CHECK(h.enter(anna)->take().find("Петренко") == std::string::npos);
}

TEST_CASE("who comes back finds their late ideas, and nobody else's") {
  late_hall h;
  h.hand_in(anna, "Лікар щодня");
  CHECK(own_late(h.enter(anna)->last("mine")).at("text") == "Лікар щодня");
  CHECK(puts_of(h.enter(bohdan)->last("mine").at("mine"), "own_late").empty());
  CHECK(puts_of(h.enter(desk)->last("snapshot"), "late_idea").size() == 1);
}

} // namespace
} // namespace viche::support
