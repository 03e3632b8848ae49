// withdraw_idea: its author takes it back.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("an idea taken back stays in the log and leaves every screen") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.does(anna, ops::withdraw_idea{id});
  CHECK(s.idea(id).is_withdrawn);
  CHECK(s.idea(id).text.value == "Лікар щодня");
  CHECK_FALSE(model::is_published(s.idea(id)));
  CHECK(s.touches(record::idea, id));
  CHECK(s.touches(record::totals));
}

TEST_CASE("an idea taken back keeps its number, and the next one gets the next") {
  small_session s(phase::ideas);
  s.does(anna, ops::withdraw_idea{s.submit(anna, "Лікар щодня")});
  CHECK(s.idea(s.submit(anna, "Лікар щосуботи")).number == 2);
}

TEST_CASE("an idea is taken back once, by its author") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.refuses(bohdan, ops::withdraw_idea{id}, refusal::not_yours);
  s.refuses(anna, ops::withdraw_idea{99}, refusal::idea_unknown);
  s.does(anna, ops::withdraw_idea{id});
  s.refuses(anna, ops::withdraw_idea{id}, refusal::idea_withdrawn);
}

TEST_CASE("part of a group, or its main idea, is not taken back") {
  small_session s(phase::ideas);
  const auto main = s.submit(anna, "Лікар щодня");
  const auto other = s.submit(bohdan, "Лікар щосуботи");
  s.merge(main, {other});
  s.refuses(anna, ops::withdraw_idea{main}, refusal::idea_merged);
  s.refuses(bohdan, ops::withdraw_idea{other}, refusal::idea_merged);
  s.split(other);
  s.does(bohdan, ops::withdraw_idea{other});
}

TEST_CASE("a hidden idea may still be taken back") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.hide(id);
  s.does(anna, ops::withdraw_idea{id});
  s.refuses(desk, ops::restore_idea{id}, refusal::idea_withdrawn);
}

TEST_CASE("ideas are taken back while ideas are open, by residents only") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.refuses(desk, ops::withdraw_idea{id}, refusal::not_allowed);
  s.refuses(typist, ops::withdraw_idea{id}, refusal::not_allowed);
  s.open(phase::sort);
  s.refuses(anna, ops::withdraw_idea{id}, refusal::wrong_phase);
}

} // namespace
} // namespace viche::support
