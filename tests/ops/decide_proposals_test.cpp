// decide_proposals: the council's table, line by line, as a whole or not at all.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::outcome;

const model::decision accepted{.outcome = outcome::accepted, .reason = {"Є в плані на 2027 рік"}};

TEST_CASE("decisions stand with their time, a later one replaces the earlier") {
  small_session s(phase::ideas);
  const auto road = s.submit(anna, "Дорога");
  const auto park = s.submit(bohdan, "Парк");
  s.does(desk, ops::decide_proposals{{{road, accepted}, {park, {.outcome = outcome::study}}}});
  CHECK(s.state().decisions.at(road).decision == accepted);
  CHECK(s.state().decisions.at(road).at != 0);
  CHECK(s.touches(record::decision, park));
  s.does(desk, ops::decide_proposals{{{road, {.outcome = outcome::declined}}}});
  CHECK(s.state().decisions.at(road).decision == model::decision{.outcome = outcome::declined});
  CHECK(s.state().decisions.at(park).decision.outcome == outcome::study);
}

TEST_CASE("an empty line takes a decision back") {
  small_session s(phase::ideas);
  const auto road = s.submit(anna, "Дорога");
  s.does(desk, ops::decide_proposals{{{road, accepted}}});
  s.does(desk, ops::decide_proposals{{{road, {}}}});
  CHECK(s.state().decisions.empty());
  CHECK(s.touches(record::decision, road));
}

TEST_CASE("one wrong line and nothing is decided") {
  small_session s(phase::ideas);
  const auto road = s.submit(anna, "Дорога");
  const auto rude = s.submit(bohdan, "Грубощі");
  s.does(desk, ops::hide_idea{rude, hide_reason::insult});
  s.refuses(desk, ops::decide_proposals{{{road, accepted}, {rude, accepted}}},
            refusal::idea_hidden);
  s.refuses(desk, ops::decide_proposals{{{road, accepted}, {999, accepted}}},
            refusal::idea_unknown);
  s.refuses(desk, ops::decide_proposals{{{road, accepted}, {road, accepted}}},
            refusal::ideas_malformed);
  CHECK(s.state().decisions.empty());
}

TEST_CASE("a table has lines, and not too many") {
  small_session s(phase::ideas);
  s.refuses(desk, ops::decide_proposals{}, refusal::value_out_of_range, "lines");
  ops::decide_proposals many;
  many.lines.resize(limits::decisions_together_max + 1);
  s.refuses(desk, many, refusal::value_out_of_range, "lines");
  CHECK(s.asks(desk, many)->limit == limits::decisions_together_max);
}

TEST_CASE("facilitators alone decide, in a closed session too") {
  small_session s(phase::ideas);
  const auto road = s.submit(anna, "Дорога");
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::decide_proposals{{{road, accepted}}}, refusal::not_allowed);
  s.open(phase::closed);
  s.does(desk, ops::decide_proposals{{{road, accepted}}});
  CHECK(s.state().decisions.contains(road));
}

} // namespace
} // namespace viche::support
