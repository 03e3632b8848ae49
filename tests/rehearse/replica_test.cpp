// Holding a copy: after, seq, epoch, and what may not be told.
#include "rehearse/replica.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

using namespace viche::rehearse;
using outcome = replica::outcome;

namespace {

boost::json::object o(const char* json) {
  return boost::json::parse(json).get_object();
}

replica holding_five() {
  replica r;
  REQUIRE(r.take_snapshot(o(R"({"epoch":"e1","seq":5,"puts":[
    {"record":"phase","id":0,"value":{"phase":"ideas"}},
    {"record":"idea","id":3,"value":{"text":"a"}}]})")) == outcome::applied);
  return r;
}

} // namespace

TEST_CASE("a snapshot replaces everything held") {
  auto r = holding_five();
  r.take_snapshot(o(R"({"epoch":"e2","seq":2,"puts":[]})"));
  CHECK(r.seq() == 2);
  CHECK(r.epoch() == "e2");
  CHECK(r.shared().empty());
}

TEST_CASE("a delta that begins at or before what is held is applied") {
  auto r = holding_five();
  CHECK(r.take_delta(o(R"({"after":4,"seq":9,
    "puts":[{"record":"idea","id":9,"value":{"text":"b"}}],
    "drops":[{"record":"idea","id":3}]})")) == outcome::applied);
  CHECK(r.seq() == 9);
  CHECK(r.find("idea", 3) == nullptr);
  CHECK(text_in(r.find("idea", 9), "text") == "b");
}

TEST_CASE("a delta that is held already changes nothing") {
  auto r = holding_five();
  CHECK(r.take_delta(o(R"({"after":2,"seq":5,"puts":[],"drops":[{"record":"idea","id":3}]})")) ==
        outcome::ignored);
  CHECK(r.find("idea", 3) != nullptr);
}

TEST_CASE("a delta that begins after what is held is a gap and changes nothing") {
  auto r = holding_five();
  CHECK(r.take_delta(o(R"({"after":6,"seq":7,"puts":[],"drops":[{"record":"idea","id":3}]})")) ==
        outcome::gap);
  CHECK(r.seq() == 5);
  CHECK(r.find("idea", 3) != nullptr);
}

TEST_CASE("a malformed message changes nothing") {
  for (const auto* json :
       {R"({"after":5,"seq":7,"puts":[{"record":"idea","id":3}],"drops":[]})",
        R"({"after":5,"seq":7,"puts":[{"record":"idea","id":-3,"value":{}}],"drops":[]})",
        R"({"after":5,"seq":7,"puts":{},"drops":[]})", R"({"after":5,"seq":5,"puts":[]})",
        R"({"after":5,"puts":[],"drops":[]})", R"({"after":5,"seq":7,"puts":[],"drops":[3]})"}) {
    CAPTURE(json);
    auto r = holding_five();
    CHECK(r.take_delta(o(json)) == outcome::malformed);
    CHECK(r.seq() == 5);
  }
}

TEST_CASE("one's own things are replaced by a whole message and changed by another") {
  replica r;
  r.take_mine(o(R"({"whole":true,"puts":[{"record":"own_idea","id":3,"value":{}},
                                         {"record":"me","id":0,"value":{}}],"drops":[]})"));
  r.take_mine(o(R"({"whole":false,"puts":[{"record":"votes","id":0,"value":{}}],"drops":[]})"));
  CHECK(r.own().size() == 3);
  r.take_mine(o(R"({"whole":true,"puts":[],"drops":[]})"));
  CHECK(r.own().empty());
}

TEST_CASE("an idea with desk fields, an exact time or votes before the results is a leak") {
  const auto leaks = [](const char* value, const char* phase) {
    const auto json = std::string(R"({"puts":[{"record":"idea","id":1,"value":)") + value + "}]}";
    return count_leaks(o(json.c_str()), phase);
  };
  CHECK(leaks(R"({"number":1,"text":"a","areas":[],"at":60000,"channel":"phone","merged":0,)"
              R"("supports":2})",
              "vote") == 0);
  CHECK(leaks(R"({"number":1,"hidden":null})", "vote") == 1);
  CHECK(leaks(R"({"number":1,"at":60001})", "vote") == 1);
  CHECK(leaks(R"({"number":1,"support":4})", "vote") == 1);
  CHECK(leaks(R"({"number":1,"support":4,"place":2})", "results") == 0);
}
