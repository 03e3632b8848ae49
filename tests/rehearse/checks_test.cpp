// What is found when a session did not come out as planned, and that nothing is when it did.
#include "rehearse/checks.hpp"

#include "rehearse/the_109.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace viche::rehearse;
namespace json = boost::json;

namespace {

const char* two_rows = "id,minute,table,tags,text,votes,note\n"
                       "1,0,1,youth,Лавки,2,\n"
                       "2,0,1,youth,+ за лавки,1,support:1\n";

// What the desk of that session holds at the end, ideas 11 and 12.
records desk() {
  records r;
  r[{"phase", 0}] = json::parse(R"({"phase":"closed","pause":null})");
  r[{"totals", 0}] = json::parse(R"({"ideas":1,"people":3,"tables":1,"submitted":2,"hidden":0,
                                     "merged":1,"votes":3})");
  r[{"idea", 11}] = json::parse(R"({"number":1,"text":"Лавки","areas":["youth"],"at":61234,
    "channel":"phone","merged":1,"support":3,"place":1,"table":1,"settlement":"","hidden":null,
    "withdrawn":false,"redacted":false,"moderated":true,"merged_into":0,"members":[12]})");
  r[{"idea", 12}] = json::parse(R"({"number":2,"text":"+ за лавки","areas":["youth"],"at":62234,
    "channel":"phone","merged":0,"support":0,"table":1,"settlement":"","hidden":null,
    "withdrawn":false,"redacted":false,"moderated":true,"merged_into":11,"members":[]})");
  return r;
}

sentences check(const records& d) {
  const auto s = *read_scenario(two_rows);
  const auto p = *make_plan(s, {.participants = 3});
  return check_desk(d, s, p, {11, 12});
}

json::object& idea_11(records& d) {
  return d.at({"idea", 11}).get_object();
}

} // namespace

TEST_CASE("a session that came out as planned gives no sentence") {
  CHECK(check(desk()).empty());
}

TEST_CASE("each thing that went otherwise is said with what was expected and what is") {
  auto d = desk();
  d.at({"totals", 0}).get_object()["votes"] = 2;
  idea_11(d)["support"] = 2;
  CHECK(check(d) == sentences{"votes: expected 3, is 2", "idea 1, votes: expected 3, is 2"});

  d = desk();
  idea_11(d)["text"] = "Столи";
  CHECK(check(d) == sentences{"idea 1, text: expected «Лавки», is «Столи»"});

  d = desk();
  d.erase({"idea", 12});
  CHECK(check(d) == sentences{"idea 2, the idea itself is missing"});
}

TEST_CASE("residents hold published ideas with the time to the minute and nothing of the desk") {
  const auto seen = seen_by_residents(desk());
  CHECK(seen.at({"idea", 11}) ==
        json::parse(R"({"number":1,"text":"Лавки","areas":["youth"],"at":60000,
          "channel":"phone","merged":1,"support":3,"place":1})"));
  CHECK_FALSE(seen.contains({"idea", 12}));
  CHECK(seen.at({"totals", 0}) == json::parse(R"({"ideas":1,"people":3,"tables":1})"));
}

TEST_CASE("what is of desk and board alone is expected of nobody else") {
  auto all = desk();
  for (const auto* record : {"staff", "sheet", "hand_count", "cards", "guests", "board", "hall"})
    all[{record, 0}] = json::object{};
  const auto of_residents = seen_by_residents(all);
  const auto of_board = seen_by_board(all);
  for (const auto* record : {"staff", "sheet", "hand_count", "cards", "guests"}) {
    CAPTURE(record);
    CHECK_FALSE(of_residents.contains({record, 0}));
    CHECK_FALSE(of_board.contains({record, 0}));
  }
  for (const auto* record : {"board", "hall"}) {
    CAPTURE(record);
    CHECK_FALSE(of_residents.contains({record, 0}));
    CHECK(of_board.contains({record, 0}));
  }
}

TEST_CASE("the first difference between two replicas is named") {
  const auto seen = seen_by_residents(desk());
  CHECK(compare("person 4", seen, seen).empty());
  auto held = seen;
  held.erase({"idea", 11});
  CHECK(compare("person 4", seen, held) == sentences{"person 4 holds idea 11 not at all"});
  held = seen;
  held[{"idea", 12}] = json::object{};
  CHECK(compare("person 4", seen, held) ==
        sentences{"person 4 holds idea 12 though nobody should"});
}

TEST_CASE("a report with other figures than the session's is found out") {
  const auto f = make_plan(the_109(), {})->expected;
  json::array proposals;
  for (std::uint32_t number = 1; number <= f.published; ++number) {
    proposals.push_back(json::object{{"number", 1000 + number}, {"votes", 0}});
  }
  for (std::size_t i = 0; i < f.ranking.size(); ++i) {
    proposals[i] = json::object{{"number", f.ranking[i].idea}, {"votes", f.ranking[i].votes}};
  }
  json::object report{
      {"totals", {{"submitted", 109}, {"published", 95}, {"hidden", 3}, {"merged", 11}}},
      {"proposals", proposals}};
  CHECK(check_report(json::serialize(report), f).empty());
  report["proposals"].at(0).get_object()["votes"] = 18;
  CHECK(check_report(json::serialize(report), f) ==
        sentences{"report.json, votes of №4: expected 19, is 18",
                  "report.json, votes of all proposals: expected 345, is 344"});
  CHECK(check_report("[]", f).size() == 1);
}

TEST_CASE("the first ten are in order of place, with those who share the tenth") {
  records d;
  for (std::uint64_t i = 1; i <= 12; ++i) {
    const auto place = i >= 10 ? 10 : i;
    d[{"idea", 20 - i}] = json::object{{"number", i}, {"place", place}, {"support", 20 - place}};
  }
  d[{"idea", 99}] = json::object{{"number", 99}, {"place", 13}, {"support", 1}};
  const auto lines = first_ten(d);
  REQUIRE(lines.size() == 12);
  CHECK(lines[0].number == 1);
  CHECK(lines[11].number == 12);
}
