// plan_phase: minutes of the programme, which begin and end nothing.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("a planned phase keeps its minutes until they are planned anew") {
  small_session s;
  s.does(desk, ops::plan_phase{phase::ideas, 45});
  CHECK(s.touches(record::programme));
  s.does(desk, ops::plan_phase{phase::ideas, 50});
  CHECK(s.state().planned.at(phase::ideas) == 50);
  CHECK(model::phase_now(s.state()) == phase::lobby);
}

TEST_CASE("a phase is planned for a day at most") {
  small_session s;
  s.does(desk, ops::plan_phase{phase::ideas, limits::phase_minutes_max});
  s.refuses(desk, ops::plan_phase{phase::ideas, limits::phase_minutes_max + 1},
            refusal::value_out_of_range, "minutes");
}

TEST_CASE("only facilitators plan") {
  small_session s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::plan_phase{phase::ideas, 45}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
