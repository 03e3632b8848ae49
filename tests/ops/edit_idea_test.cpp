// edit_idea: its author puts it better.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("an edit replaces the text and remembers where every version lies") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  const auto edit = s.does(anna, ops::edit_idea{id, {"Лікар щосуботи"}});
  CHECK(s.idea(id).text.value == "Лікар щосуботи");
  CHECK(s.idea(id).text_entries == std::vector<seq_t>{id, edit});
  CHECK(s.idea(id).number == 1);
  CHECK(s.touches(record::idea, id));
  CHECK(s.touched().writers == std::set{anna.is.writer});
}

TEST_CASE("nobody edits what somebody else wrote") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.refuses(bohdan, ops::edit_idea{id, {"Не лікар"}}, refusal::not_yours);
}

TEST_CASE("an idea that does not exist is not edited") {
  small_session s(phase::ideas);
  s.refuses(anna, ops::edit_idea{1, {"Лікар"}}, refusal::idea_unknown);
}

TEST_CASE("an idea that was taken back is not edited") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.does(anna, ops::withdraw_idea{id});
  s.refuses(anna, ops::edit_idea{id, {"Лікар"}}, refusal::idea_withdrawn);
}

TEST_CASE("what a facilitator has worked on its author does not edit") {
  small_session s(phase::ideas);
  const auto tagged = s.submit(anna, "Лікар щодня");
  const auto hidden = s.submit(anna, "Лікар щоночі");
  const auto redacted = s.submit(anna, "Лікар Петренко");
  const auto main = s.submit(bohdan, "Лікарня");
  const auto merged = s.submit(anna, "Лікарня в селі");
  s.does(desk, ops::tag_idea{tagged, slugs({"roads"})});
  s.hide(hidden);
  s.does(desk, ops::redact_idea{redacted, {"Лікар"}});
  s.merge(main, {merged});
  for (const auto id : {tagged, hidden, redacted, merged}) {
    s.refuses(anna, ops::edit_idea{id, {"Інше"}}, refusal::idea_moderated);
  }
  s.refuses(bohdan, ops::edit_idea{main, {"Інше"}}, refusal::idea_moderated);
}

TEST_CASE("ideas are edited while ideas are open, and then only") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  for (const auto p : {phase::sort, phase::vote, phase::results}) {
    s.open(p);
    s.refuses(anna, ops::edit_idea{id, {"Лікар"}}, refusal::wrong_phase);
  }
}

TEST_CASE("staff edit no idea, not even one they typed") {
  small_session s(phase::ideas);
  const auto id = s.submit(typist, "Ідея з аркуша");
  for (const auto& p : {host, desk, typist, wall}) {
    s.refuses(p, ops::edit_idea{id, {"Інше"}}, refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
