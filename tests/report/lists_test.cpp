// What a report lists beside its figures: moderation without texts, ballots without voters.
#include "report/lists.hpp"
#include "report/sample.hpp"

#include <algorithm>
#include <set>

using namespace viche;
using namespace viche::test;
using report::edition;
using report::make_report;

namespace {

using act = report::moderation_line::act;

// `voters` people, each for the first idea, every second for the other one as well.
state_builder voting_of(unsigned voters) {
  auto b = ideas_session();
  const auto road = b.idea(1, "Дорога до школи", {"infrastructure"});
  const auto park = b.idea(2, "Лавки в парку", {"infrastructure"});
  b.open(model::phase::vote);
  b.votes(road, 0, voters);
  b.votes(park, 0, voters / 2);
  b.reveal();
  return b;
}

std::multiset<std::set<std::size_t>> sets_of(const std::vector<report::ballot>& ballots) {
  std::multiset<std::set<std::size_t>> out;
  for (const auto& one : ballots)
    out.insert({one.begin(), one.end()});
  return out;
}

} // namespace

TEST_CASE("moderation is listed by number with its reason, and never with a text") {
  const auto r = make_report(small_session().state(), sample_facts());
  std::size_t hidden = 0;
  std::size_t merged = 0;
  for (const auto& line : r.moderation) {
    hidden += line.what == act::hidden ? 1U : 0U;
    merged += line.what == act::merged ? 1U : 0U;
    CHECK((line.what == act::hidden) == line.reason.has_value());
    CHECK((line.what == act::merged) == (line.into != 0));
  }
  CHECK(hidden == r.totals.hidden);
  CHECK(merged == r.totals.merged);
  CHECK(std::ranges::is_sorted(r.moderation, {}, &report::moderation_line::number));
}

TEST_CASE("ballots are sets of proposals, a merged one counts once") {
  auto b = ideas_session();
  const auto road = b.idea(1, "Дорога до школи", {"infrastructure"});
  const auto way = b.idea(2, "Шлях до школи", {"infrastructure"});
  b.open(model::phase::vote);
  b.votes(road, 0, 12);
  b.votes(way, 0, 1);
  b.open(model::phase::sort);
  b.apply(ops::merge_ideas{road, {way}}, facilitator());
  b.reveal();
  const auto r = make_report(b.state(), sample_facts());
  REQUIRE(r.ballots);
  CHECK(r.ballots->size() == 12);
  for (const auto& one : *r.ballots)
    CHECK(one == report::ballot{0});
}

TEST_CASE("the seed decides the order of ballots, and nothing else") {
  auto facts = sample_facts();
  facts.seed = 1;
  const auto b = voting_of(40);
  const auto one = make_report(b.state(), facts).ballots;
  CHECK(one == make_report(b.state(), facts).ballots);
  facts.seed = 2;
  const auto other = make_report(b.state(), facts).ballots;
  REQUIRE(one);
  REQUIRE(other);
  CHECK(*one != *other);
  CHECK(sets_of(*one) == sets_of(*other));
}

TEST_CASE("fewer than ten ballots are not given away, nor any before the first place was shown") {
  const auto ballots_of = [](std::size_t voters) {
    return make_report(voting_of(static_cast<unsigned>(voters)).state(), sample_facts()).ballots;
  };
  CHECK(ballots_of(limits::ballots_min));
  CHECK_FALSE(ballots_of(limits::ballots_min - 1));
  CHECK_FALSE(make_report(hall_session().state(), sample_facts()).ballots);
}

TEST_CASE("a decision stands with its proposal, the council's details and the programme too") {
  auto b = ideas_session();
  const auto road = b.idea(1, "Дорога до школи", {"infrastructure"});
  b.apply(ops::plan_phase{model::phase::vote, 12}, facilitator());
  b.apply(ops::set_report_details{{.term = {"2027–2034"}}}, facilitator());
  b.apply(ops::decide_proposals{{{road, {.outcome = model::outcome::partly}}}}, facilitator());
  b.open(model::phase::results);
  b.apply(ops::publish_results{}, facilitator());
  const auto r = make_report(b.state(), sample_facts());
  REQUIRE(r.proposals[0].decision);
  CHECK(r.proposals[0].decision->decision.outcome == model::outcome::partly);
  CHECK(r.details.term.value == "2027–2034");
  CHECK(r.publication.is_published);
  REQUIRE(r.programme.size() == 1);
  CHECK(r.programme[0].minutes == 12);
}

TEST_CASE("ideas were approved first if that was asked at any time") {
  auto b = ideas_session();
  b.apply(ops::set_premoderation{true}, facilitator());
  b.apply(ops::set_premoderation{false}, facilitator());
  CHECK(make_report(b.state(), sample_facts()).has_premoderation);
}
