// restore_idea: a hidden idea comes back with everything it had.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("a restored idea is published again, with its votes and what was merged into it") {
  small_session s(phase::ideas);
  const auto main = s.submit(anna, "Лікар щодня");
  const auto other = s.submit(bohdan, "Лікар щосуботи");
  s.merge(main, {other});
  s.open(phase::vote);
  s.vote(vira, main);
  s.hide(main);
  s.does(desk, ops::restore_idea{main});
  CHECK(model::is_published(s.idea(main)));
  CHECK(s.support(main) == 1);
  CHECK(s.idea(main).members == std::vector<seq_t>{other});
}

TEST_CASE("restoring touches the idea, its author and whoever stands on it") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.open(phase::vote);
  s.vote(bohdan, id);
  s.hide(id);
  s.does(desk, ops::restore_idea{id});
  CHECK(s.touches(record::idea, id));
  CHECK(s.touches(record::totals));
  CHECK(s.touched().writers == std::set{anna.is.writer});
  CHECK(s.touched().voters == std::set{*bohdan.is.voter});
}

TEST_CASE("once places were shown only what has no votes comes back") {
  small_session s(phase::ideas);
  const auto voted = s.submit(anna, "Лікар щодня");
  const auto unvoted = s.submit(bohdan, "Дорога");
  s.open(phase::vote);
  s.vote(bohdan, voted);
  s.hide(voted);
  s.hide(unvoted);
  s.open(phase::results);
  s.does(desk, ops::reveal_place{1});
  s.refuses(desk, ops::restore_idea{voted}, refusal::results_were_shown);
  s.does(desk, ops::restore_idea{unvoted});
}

TEST_CASE("it stays moderated: its author does not edit it again") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.hide(id);
  s.does(desk, ops::restore_idea{id});
  s.refuses(anna, ops::edit_idea{id, {"Інше"}}, refusal::idea_moderated);
}

TEST_CASE("only a hidden idea is restored") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.refuses(desk, ops::restore_idea{id}, refusal::idea_not_hidden);
  s.refuses(desk, ops::restore_idea{99}, refusal::idea_unknown);
  s.does(anna, ops::withdraw_idea{id});
  s.refuses(desk, ops::restore_idea{id}, refusal::idea_withdrawn);
}

TEST_CASE("only facilitators restore, until the session is closed") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.hide(id);
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::restore_idea{id}, refusal::not_allowed);
  }
  s.open(phase::closed);
  s.refuses(desk, ops::restore_idea{id}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
