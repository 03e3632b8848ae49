// tag_idea: an idea gets its areas.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("tagging replaces the areas") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня", {"medicine"});
  s.does(anna, ops::tag_idea{id, slugs({"roads", "schools"})});
  CHECK(s.idea(id).areas == slugs({"roads", "schools"}));
  CHECK(s.touches(record::idea, id));
  CHECK(s.touched().writers == std::set{anna.is.writer});
}

TEST_CASE("an author's tagging is no moderation, a facilitator's is") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.does(anna, ops::tag_idea{id, slugs({"roads"})});
  CHECK_FALSE(s.idea(id).is_moderated);
  s.does(desk, ops::tag_idea{id, slugs({"medicine"})});
  CHECK(s.idea(id).is_moderated);
  s.refuses(anna, ops::tag_idea{id, slugs({"roads"})}, refusal::idea_moderated);
}

TEST_CASE("nobody tags what somebody else wrote, but facilitators do") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.refuses(bohdan, ops::tag_idea{id, slugs({"roads"})}, refusal::not_yours);
  s.does(desk, ops::tag_idea{id, slugs({"roads"})});
}

TEST_CASE("authors tag while ideas are open, facilitators until the session is closed") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  for (const auto p : {phase::sort, phase::vote, phase::results}) {
    s.open(p);
    s.refuses(anna, ops::tag_idea{id, slugs({"roads"})}, refusal::wrong_phase);
    s.does(desk, ops::tag_idea{id, slugs({"roads"})});
  }
  s.open(phase::closed);
  s.refuses(desk, ops::tag_idea{id, slugs({"roads"})}, refusal::session_closed);
}

TEST_CASE("facilitators tag hidden and merged ideas too, but none that was taken back") {
  small_session s(phase::ideas);
  const auto main = s.submit(anna, "Лікар щодня");
  const auto merged = s.submit(anna, "Лікар щосуботи");
  const auto gone = s.submit(anna, "Лікар щоночі");
  s.does(anna, ops::withdraw_idea{gone});
  s.merge(main, {merged});
  s.hide(main);
  s.does(desk, ops::tag_idea{main, slugs({"roads"})});
  s.does(desk, ops::tag_idea{merged, slugs({"roads"})});
  s.refuses(desk, ops::tag_idea{gone, slugs({"roads"})}, refusal::idea_withdrawn);
  s.refuses(desk, ops::tag_idea{99, slugs({"roads"})}, refusal::idea_unknown);
}

TEST_CASE("one or two of the session's areas, each once") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.refuses(anna, ops::tag_idea{id, {}}, refusal::area_count, "areas");
  s.refuses(desk, ops::tag_idea{id, slugs({"roads", "roads"})}, refusal::area_count, "areas");
  s.refuses(desk, ops::tag_idea{id, slugs({"space"})}, refusal::area_unknown, "areas");
}

TEST_CASE("the operator and the board tag nothing") {
  small_session s(phase::ideas);
  const auto id = s.submit(typist, "Ідея з аркуша");
  s.refuses(typist, ops::tag_idea{id, slugs({"roads"})}, refusal::not_allowed);
  s.refuses(wall, ops::tag_idea{id, slugs({"roads"})}, refusal::not_allowed);
}

TEST_CASE("residents do not tag while paused") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.does(desk, ops::pause{pause_reason::rest});
  s.refuses(anna, ops::tag_idea{id, slugs({"roads"})}, refusal::paused);
  s.does(desk, ops::tag_idea{id, slugs({"roads"})});
}

} // namespace
} // namespace viche::support
