// The plan: the same by seed, within the rules of the hall, and with the figures that the README
// of the data promises, in both orders of voting and merging.
#include "rehearse/plan.hpp"

#include "limits.hpp"
#include "rehearse/cut_out.hpp"
#include "rehearse/the_109.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace viche;
using namespace viche::rehearse;

namespace {

plan plan_of(const plan_options& o) {
  auto p = make_plan(the_109(), o);
  REQUIRE(p.has_value());
  return *p;
}

std::string print(const plan& p) {
  std::string out;
  for (const auto& i : p.ideas) {
    out += std::to_string(i.id) + '@' + std::to_string(i.at) + '/' + std::to_string(i.author) + ' ';
  }
  for (const auto& v : p.votes) {
    out +=
        std::to_string(v.voter) + '>' + std::to_string(v.idea) + '@' + std::to_string(v.at) + ' ';
  }
  return out;
}

const std::vector<standing> first_ten_standing{{4, 19, 1},  {3, 17, 2},  {8, 16, 3}, {12, 15, 4},
                                               {21, 11, 5}, {17, 10, 6}, {63, 9, 7}, {13, 8, 8},
                                               {33, 8, 8},  {10, 7, 10}, {77, 7, 10}};

} // namespace

TEST_CASE("the same seed makes the same plan and another seed another") {
  CHECK(print(plan_of({.seed = 7})) == print(plan_of({.seed = 7})));
  CHECK(print(plan_of({.seed = 7})) != print(plan_of({.seed = 8})));
}

TEST_CASE("both orders of voting and merging come to the figures of the data's README") {
  for (const bool votes_first : {false, true}) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      CAPTURE(votes_first);
      CAPTURE(seed);
      const auto f = plan_of({.seed = seed, .votes_first = votes_first}).expected;
      CHECK(f.submitted == 109);
      CHECK(f.hidden == 3);
      CHECK(f.redacted == 1);
      CHECK(f.merged == 11);
      CHECK(f.published == 95);
      CHECK(f.votes == 345);
      CHECK(f.voters == 38);
      CHECK(std::vector(f.ranking.begin(), f.ranking.begin() + 11) == first_ten_standing);
    }
  }
}

TEST_CASE("voting first spreads the votes over the rows as the file has them") {
  const auto p = plan_of({.votes_first = true});
  std::map<std::uint32_t, std::uint32_t> cast;
  for (const auto& v : p.votes)
    ++cast[v.idea];
  for (const auto& row : the_109().rows)
    CHECK(cast[row.id] == row.votes);
}

TEST_CASE("nobody casts more votes than given, two on one group, or any after leaving") {
  for (const bool votes_first : {false, true}) {
    const auto p = plan_of({.seed = 3, .votes_first = votes_first});
    std::map<std::uint32_t, std::uint32_t> main_of;
    for (const auto& m : p.merges)
      main_of[m.other] = m.main;
    std::map<std::uint32_t, std::set<std::uint32_t>> stands_on;
    std::map<std::uint32_t, std::uint32_t> spent;
    for (const auto& v : p.votes) {
      CHECK_FALSE(p.people[v.voter].leaves_early);
      CHECK(++spent[v.voter] <= 10);
      const auto main = main_of.contains(v.idea) ? main_of[v.idea] : v.idea;
      CHECK(stands_on[v.voter].insert(main).second);
    }
  }
}

TEST_CASE("merges and moderation are those of the marks") {
  const auto p = plan_of({});
  std::map<std::uint32_t, std::uint32_t> merges;
  for (const auto& m : p.merges)
    merges[m.other] = m.main;
  CHECK(merges == std::map<std::uint32_t, std::uint32_t>{{25, 4},
                                                         {34, 3},
                                                         {40, 7},
                                                         {45, 12},
                                                         {47, 8},
                                                         {51, 10},
                                                         {53, 15},
                                                         {55, 17},
                                                         {62, 21},
                                                         {71, 9},
                                                         {98, 8}});
  std::map<std::uint32_t, model::hide_reason> hidden;
  for (const auto& m : p.moderation) {
    if (m.remaining.empty()) hidden[m.id] = m.reason;
  }
  CHECK(hidden ==
        std::map<std::uint32_t, model::hide_reason>{{38, model::hide_reason::off_topic},
                                                    {70, model::hide_reason::insult},
                                                    {90, model::hide_reason::advertising}});
  CHECK(p.moderation[1].id == 56);
  CHECK(p.moderation[1].remaining ==
        "Допоможіть моїй сусідці ▮▮▮, вона після інсульту і сама не може вийти з хати");
}

TEST_CASE("forty people sit five to a table, and those without phones share one tablet") {
  const auto p = plan_of({});
  std::map<std::uint32_t, std::uint32_t> at_table;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seats;
  std::set<std::uint32_t> devices;
  std::size_t leavers = 0;
  for (const auto& who : p.people) {
    ++at_table[who.table];
    CHECK(who.is_on_paper == (who.table == 8));
    CHECK(who.slot < limits::slots_max);
    CHECK(seats.insert({who.device, who.slot}).second);
    devices.insert(who.device);
    if (who.leaves_early) ++leavers;
  }
  for (std::uint32_t table = 1; table <= 8; ++table)
    CHECK(at_table[table] == 5);
  CHECK(devices.size() == 36);
  CHECK(leavers == 2);
}

TEST_CASE("ideas come in the order of the file, from somebody of their table or the operator") {
  const auto s = the_109();
  const auto p = plan_of({});
  REQUIRE(p.ideas.size() == 109);
  for (std::size_t i = 0; i < p.ideas.size(); ++i) {
    const auto& idea = p.ideas[i];
    CHECK(idea.id == i + 1);
    if (i > 0) CHECK(p.ideas[i - 1].at <= idea.at);
    CHECK(idea.at / minute_ms == s.rows[i].minute);
    if (has_mark(s.rows[i], "paper")) {
      CHECK(idea.author == by_operator);
    } else {
      CHECK(p.people[idea.author].table == s.rows[i].table);
    }
  }
}

TEST_CASE("what is shown on the screen was said before and is not hidden") {
  const auto p = plan_of({});
  CHECK(p.spotlights.size() == 4);
  for (const auto& shown : p.spotlights) {
    CHECK(p.ideas[shown.id - 1].at < shown.at);
    CHECK(shown.id != 38);
  }
}

TEST_CASE("too few people for the votes of a scenario are refused in words") {
  const auto few = make_plan(the_109(), {.participants = 15});
  REQUIRE(few.has_error());
  CHECK(few.error().words == "idea 3 wants 17 votes, but only 15 can be given: "
                             "let more people take part");
  CHECK(make_plan(the_109(), {.participants = 30}).error().words ==
        "the scenario wants 345 votes, but only 290 can be given: let more people take part");
  CHECK(make_plan(the_109(), {.participants = 0}).has_error());
  CHECK(make_plan(the_109(), {.participants = limits::participants_max + 1}).has_error());
}

TEST_CASE("a scenario of one idea on paper and nobody's vote has a plan") {
  const auto s = read_scenario("id,minute,table,tags,text,votes,note\n1,0,0,youth,Лавки,0,paper\n");
  const auto p = make_plan(*s, {.participants = 1});
  REQUIRE(p.has_value());
  CHECK(p->ideas[0].author == by_operator);
  CHECK(p->expected.published == 1);
  CHECK(p->alarm_at == 0);
}

TEST_CASE("names, addresses and numbers are cut out and the sentence stays") {
  CHECK(cut_out_personal_data("Дзвоніть Івану Петренку, тел. 067 000 00 00. Лікар щодня!") ==
        "Дзвоніть ▮▮▮. Лікар щодня!");
  CHECK(cut_out_personal_data("Яма на вул. Садовій 3, біля школи") == "Яма на ▮▮▮, біля школи");
  CHECK(cut_out_personal_data("Лавки 2 біля школи. Ліхтарі теж") ==
        "Лавки 2 біля школи. Ліхтарі теж");
}
