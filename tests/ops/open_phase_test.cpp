// open_phase: one phase ends, another begins; closing is for ever.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("opening a phase ends the one before") {
  small_session s;
  s.open(phase::ideas, 20);
  const auto& phases = s.state().phases;
  REQUIRE(phases.size() == 2);
  CHECK(phases[0].closed_at == s.time());
  CHECK(phases[1].what == phase::ideas);
  CHECK(phases[1].opened_at == s.time());
  CHECK(phases[1].closed_at == 0);
  CHECK(phases[1].planned_ms == 20 * 60'000);
}

TEST_CASE("zero minutes mean a phase without a clock") {
  small_session s(phase::talk);
  CHECK(s.state().phases.back().planned_ms == 0);
}

TEST_CASE("a phase touches its record, the totals and every idea") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Лікар щодня");
  s.open(phase::vote);
  CHECK(s.touches(record::phase));
  CHECK(s.touches(record::totals));
  CHECK(s.touches(record::idea, idea));
}

TEST_CASE("phases may be opened in any order, and again") {
  small_session s(phase::vote);
  s.open(phase::ideas);
  s.open(phase::vote);
  s.open(phase::results);
  s.open(phase::vote); // nothing was revealed yet
  CHECK(model::phase_now(s.state()) == phase::vote);
}

TEST_CASE("the phase that is open is not opened again") {
  small_session s(phase::ideas);
  s.refuses(desk, ops::open_phase{phase::ideas, 5}, refusal::phase_open_already);
}

TEST_CASE("a day is the longest a clock runs") {
  small_session s;
  const auto max = limits::phase_minutes_max;
  s.refuses(desk, ops::open_phase{phase::ideas, max + 1}, refusal::value_out_of_range, "minutes");
  s.open(phase::ideas, max);
}

TEST_CASE("a new phase begins unpaused, and the old one keeps what it was paused for") {
  small_session s(phase::ideas);
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.wait(60'000);
  s.open(phase::sort);
  CHECK_FALSE(s.state().is_paused);
  CHECK(s.state().phases[1].paused_ms == 61'000);
  CHECK(s.state().phases[2].paused_ms == 0);
  CHECK(s.state().pauses.back().until == s.time());
}

TEST_CASE("once a place was revealed only closing is left") {
  small_session s(phase::ideas);
  s.open(phase::results);
  s.does(desk, ops::reveal_place{10});
  for (const auto p : {phase::lobby, phase::ideas, phase::vote}) {
    s.refuses(desk, ops::open_phase{p, 0}, refusal::results_were_shown);
  }
  s.open(phase::closed);
}

TEST_CASE("closing the session asks for the vote key to be erased, opening others does not") {
  small_session s(phase::results);
  CHECK_FALSE(s.touched().vote_key_erased);
  s.open(phase::closed);
  CHECK(s.touched().vote_key_erased);
}

TEST_CASE("after closing nothing is opened again") {
  small_session s(phase::closed);
  s.refuses(desk, ops::open_phase{phase::vote, 0}, refusal::session_closed);
}

TEST_CASE("only facilitators open phases") {
  small_session s;
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::open_phase{phase::ideas, 0}, refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
