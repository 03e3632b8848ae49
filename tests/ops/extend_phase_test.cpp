// extend_phase: minutes more for a clock that runs.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("an extension adds to the clock and leaves the plan as it was") {
  small_session s;
  s.open(phase::ideas, 10);
  s.does(desk, ops::extend_phase{5});
  s.does(desk, ops::extend_phase{5});
  CHECK(s.state().phases.back().planned_ms == 10 * 60'000);
  CHECK(s.state().phases.back().extended_ms == 10 * 60'000);
  CHECK(s.touches(record::phase));
  CHECK(s.touched().records.size() == 1);
}

TEST_CASE("a phase without a clock is not extended") {
  small_session s(phase::ideas);
  s.refuses(desk, ops::extend_phase{5}, refusal::no_clock);
}

TEST_CASE("an extension is one minute at least and a small step at most") {
  small_session s;
  s.open(phase::ideas, 10);
  const auto max = limits::extend_minutes_max;
  s.refuses(desk, ops::extend_phase{0}, refusal::value_out_of_range, "minutes");
  s.refuses(desk, ops::extend_phase{max + 1}, refusal::value_out_of_range, "minutes");
  s.does(desk, ops::extend_phase{1});
  s.does(desk, ops::extend_phase{max});
}

TEST_CASE("extensions do not take a clock past a day") {
  small_session s;
  s.open(phase::ideas, limits::phase_minutes_max - 5);
  s.refuses(desk, ops::extend_phase{6}, refusal::value_out_of_range, "minutes");
  s.does(desk, ops::extend_phase{5});
  s.refuses(desk, ops::extend_phase{1}, refusal::value_out_of_range, "minutes");
}

TEST_CASE("a phase may be extended while paused") {
  small_session s;
  s.open(phase::ideas, 10);
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.does(desk, ops::extend_phase{10});
}

TEST_CASE("only facilitators extend") {
  small_session s;
  s.open(phase::ideas, 10);
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::extend_phase{5}, refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
