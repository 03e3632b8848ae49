// pause: the session stops, whatever its phase.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("a pause keeps its reason, its beginning and its phase") {
  small_session s(phase::vote);
  s.does(desk, ops::pause{pause_reason::air_raid});
  CHECK(s.state().is_paused);
  REQUIRE(s.state().pauses.size() == 1);
  const auto& p = s.state().pauses.front();
  CHECK(p.reason == pause_reason::air_raid);
  CHECK(p.since == s.time());
  CHECK(p.until == 0);
  CHECK(p.in == phase::vote);
}

TEST_CASE("a pause touches the phase's record and nothing else") {
  small_session s(phase::vote);
  s.does(desk, ops::pause{pause_reason::rest});
  CHECK(s.touches(record::phase));
  CHECK(s.touched().records.size() == 1);
}

TEST_CASE("a paused session is not paused again") {
  small_session s(phase::talk);
  s.does(desk, ops::pause{pause_reason::rest});
  s.refuses(desk, ops::pause{pause_reason::air_raid}, refusal::paused_already);
}

TEST_CASE("while paused a resident waits and staff go on") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Лікар щодня");
  s.does(desk, ops::pause{pause_reason::no_power});
  s.refuses(anna, ops::edit_idea{idea, {"Лікар щосуботи"}}, refusal::paused);
  s.refuses(anna, ops::withdraw_idea{idea}, refusal::paused);
  s.submit(typist, "Ідея з аркуша");
  s.hide(idea);
}

TEST_CASE("a resident may join while paused") {
  small_session s(phase::talk);
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.does(anna, ops::join{1, {}, model::channel::phone});
}

TEST_CASE("only facilitators pause, and not a closed session") {
  small_session s(phase::talk);
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::pause{pause_reason::rest}, refusal::not_allowed);
  }
  s.open(phase::closed);
  s.refuses(desk, ops::pause{pause_reason::rest}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
