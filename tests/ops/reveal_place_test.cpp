// reveal_place: the board counts down; what was shown cannot be unseen.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("places are revealed from the tenth down") {
  small_session s(phase::results);
  s.does(desk, ops::reveal_place{10});
  CHECK(s.state().revealed_place == 10);
  s.does(desk, ops::reveal_place{9});
  s.does(desk, ops::reveal_place{1});
  CHECK(s.state().revealed_place == 1);
}

TEST_CASE("everything may be shown at once") {
  small_session s(phase::results);
  s.does(desk, ops::reveal_place{1});
  CHECK(s.state().revealed_place == 1);
}

TEST_CASE("a reveal touches every idea and nobody's own things") {
  small_session s(phase::ideas);
  const auto a = s.submit(anna, "Лікар щодня");
  const auto b = s.submit(bohdan, "Дорога");
  s.open(phase::results);
  s.does(desk, ops::reveal_place{10});
  CHECK(s.touches(record::idea, a));
  CHECK(s.touches(record::idea, b));
  CHECK(s.touched().writers.empty());
  CHECK(s.touched().voters.empty());
}

TEST_CASE("what was shown is not hidden again, nor shown twice") {
  small_session s(phase::results);
  s.does(desk, ops::reveal_place{5});
  s.refuses(desk, ops::reveal_place{5}, refusal::results_were_shown, "place");
  s.refuses(desk, ops::reveal_place{6}, refusal::results_were_shown, "place");
}

TEST_CASE("places go from one to ten") {
  small_session s(phase::results);
  const auto max = limits::reveal_place_max;
  s.refuses(desk, ops::reveal_place{0}, refusal::value_out_of_range, "place");
  s.refuses(desk, ops::reveal_place{max + 1}, refusal::value_out_of_range, "place");
  s.does(desk, ops::reveal_place{max});
}

TEST_CASE("places are revealed when results are open, by facilitators only") {
  small_session s(phase::vote);
  s.refuses(desk, ops::reveal_place{10}, refusal::wrong_phase);
  s.open(phase::results);
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::reveal_place{10}, refusal::not_allowed);
  }
  s.open(phase::closed);
  s.refuses(desk, ops::reveal_place{10}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
