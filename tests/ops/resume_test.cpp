// resume: the pause ends, and the clock goes on with what was left.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("a pause that ended is counted to its phase") {
  small_session s;
  s.open(phase::ideas, 10);
  s.does(desk, ops::pause{pause_reason::air_raid});
  const auto since = s.time();
  s.wait(299'000);
  s.does(desk, ops::resume{});
  CHECK_FALSE(s.state().is_paused);
  CHECK(s.state().pauses.back().until == s.time());
  CHECK(s.state().phases.back().paused_ms == s.time() - since);
  CHECK(s.state().phases.back().paused_ms == 300'000);
}

TEST_CASE("several pauses of a phase add up") {
  small_session s(phase::ideas);
  for (int i = 0; i < 3; ++i) {
    s.does(desk, ops::pause{pause_reason::rest});
    s.does(desk, ops::resume{});
  }
  CHECK(s.state().pauses.size() == 3);
  CHECK(s.state().phases.back().paused_ms == 3000);
}

TEST_CASE("residents go on after a pause") {
  small_session s(phase::ideas);
  s.does(desk, ops::pause{pause_reason::rest});
  s.does(desk, ops::resume{});
  s.submit(anna, "Лікар щодня");
}

TEST_CASE("resuming touches the phase's record and nothing else") {
  small_session s(phase::ideas);
  s.does(desk, ops::pause{pause_reason::rest});
  s.does(desk, ops::resume{});
  CHECK(s.touches(record::phase));
  CHECK(s.touched().records.size() == 1);
}

TEST_CASE("there must be a pause to end") {
  small_session s(phase::ideas);
  s.refuses(desk, ops::resume{}, refusal::not_paused);
}

TEST_CASE("only facilitators resume") {
  small_session s(phase::ideas);
  s.does(desk, ops::pause{pause_reason::rest});
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::resume{}, refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
