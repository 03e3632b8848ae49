// spotlight_idea: one idea, large on the board.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("the idea is in the spotlight, and only its record is touched") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.does(desk, ops::spotlight_idea{id});
  CHECK(s.state().spotlight == id);
  CHECK(s.touches(record::spotlight));
  CHECK(s.touched().records.size() == 1);
}

TEST_CASE("another idea takes the place of the first") {
  small_session s(phase::ideas);
  const auto first = s.submit(anna, "Лікар щодня");
  const auto second = s.submit(bohdan, "Дорога");
  s.does(desk, ops::spotlight_idea{first});
  s.does(desk, ops::spotlight_idea{second});
  CHECK(s.state().spotlight == second);
}

TEST_CASE("what residents do not see is not put in the spotlight") {
  small_session s(phase::ideas);
  const auto main = s.submit(anna, "Лікар щодня");
  const auto merged = s.submit(anna, "Лікар щосуботи");
  const auto hidden = s.submit(anna, "Реклама");
  const auto gone = s.submit(anna, "Лікар щоночі");
  s.merge(main, {merged});
  s.hide(hidden);
  s.does(anna, ops::withdraw_idea{gone});
  s.refuses(desk, ops::spotlight_idea{merged}, refusal::idea_merged);
  s.refuses(desk, ops::spotlight_idea{hidden}, refusal::idea_hidden);
  s.refuses(desk, ops::spotlight_idea{gone}, refusal::idea_withdrawn);
  s.refuses(desk, ops::spotlight_idea{99}, refusal::idea_unknown);
}

TEST_CASE("only facilitators turn the spotlight") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::spotlight_idea{id}, refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
