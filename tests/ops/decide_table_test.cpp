// decide_table: as decide_proposals, and never over what was decided since it was compared.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::outcome;

const model::decision planned{.outcome = outcome::accepted, .reason = {"Є в плані на 2027 рік"}};
const model::decision declined{.outcome = outcome::declined};

struct two_ideas : small_session {
  two_ideas() : small_session(phase::ideas) {}
  seq_t road = submit(anna, "Дорога");
  seq_t park = submit(bohdan, "Парк");
};

TEST_CASE("a table is decided as of the state it was compared with") {
  two_ideas s;
  const auto seen = s.state().seq;
  s.submit(anna, "Лікар щодня"); // nothing that the table is about
  s.does(desk, ops::decide_table{seen, {{s.road, planned}, {s.park, declined}}});
  CHECK(s.state().decisions.at(s.road).decision == planned);
  CHECK(s.state().decisions.at(s.park).decision == declined);
  CHECK(s.touches(record::decision, s.road));
}

TEST_CASE("what was decided since is not overwritten, nor is any other line of the table done") {
  two_ideas s;
  const auto seen = s.state().seq;
  s.does(desk, ops::decide_proposals{{{s.park, declined}}});
  const ops::decide_table both{seen, {{s.road, planned}, {s.park, planned}}};
  s.refuses(desk, both, refusal::decision_changed, "as_of");
  CHECK(!s.state().decisions.contains(s.road));
  CHECK(s.state().decisions.at(s.park).decision == declined);
  s.does(desk, ops::decide_table{seen, {{s.road, planned}}});
  s.does(desk, ops::decide_table{s.state().seq, both.lines});
  CHECK(s.state().decisions.at(s.park).decision == planned);
}

TEST_CASE("a decision that was taken back since was changed too") {
  two_ideas s;
  s.does(desk, ops::decide_proposals{{{s.road, planned}}});
  const auto seen = s.state().seq;
  s.does(desk, ops::decide_proposals{{{s.road, {}}}});
  s.refuses(desk, ops::decide_table{seen, {{s.road, declined}}}, refusal::decision_changed,
            "as_of");
  CHECK(s.state().decisions.empty());
}

TEST_CASE("of two tables compared at the same time the second is told") {
  two_ideas s;
  const auto seen = s.state().seq;
  s.does(desk, ops::decide_table{seen, {{s.road, planned}}});
  s.refuses(desk, ops::decide_table{seen, {{s.road, declined}}}, refusal::decision_changed);
}

TEST_CASE("the lines of a table are bound as those of a single decision") {
  two_ideas s;
  s.refuses(desk, ops::decide_table{}, refusal::value_out_of_range, "lines");
  s.refuses(desk, ops::decide_table{s.state().seq, {{999, planned}}}, refusal::idea_unknown);
  s.refuses(typist, ops::decide_table{s.state().seq, {{s.road, planned}}}, refusal::not_allowed);
  s.open(phase::closed);
  s.does(desk, ops::decide_table{s.state().seq, {{s.road, planned}}});
}

} // namespace
} // namespace viche::support
