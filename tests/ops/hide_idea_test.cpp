// hide_idea: an idea leaves every screen, with a reason; its votes stay spent.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("a hidden idea keeps its reason and is not published") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Реклама");
  s.does(desk, ops::hide_idea{id, hide_reason::advertising});
  CHECK(s.idea(id).hidden == hide_reason::advertising);
  CHECK(s.idea(id).is_moderated);
  CHECK_FALSE(model::is_published(s.idea(id)));
}

TEST_CASE("hiding touches the idea, the totals, its author and whoever stands on it") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.open(phase::vote);
  s.vote(bohdan, id);
  s.hide(id);
  CHECK(s.touches(record::idea, id));
  CHECK(s.touches(record::totals));
  CHECK(s.touched().writers == std::set{anna.is.writer});
  CHECK(s.touched().voters == std::set{*bohdan.is.voter});
}

TEST_CASE("hiding a spotlit idea touches the spotlight") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.does(desk, ops::spotlight_idea{id});
  s.hide(id);
  CHECK(s.touches(record::spotlight));
}

TEST_CASE("hiding frees no vote: it stays spent until the voter takes it off") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.open(phase::vote);
  s.vote(bohdan, id);
  s.hide(id);
  CHECK(s.spent(bohdan) == 1);
  s.take_off(bohdan, id);
  CHECK(s.spent(bohdan) == 0);
}

TEST_CASE("with results open, hiding touches every idea: their places may change") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  const auto other = s.submit(bohdan, "Дорога");
  s.open(phase::results);
  s.hide(id);
  CHECK(s.touches(record::idea, other));
}

TEST_CASE("once places were shown only what has no votes goes; the rest is redacted") {
  small_session s(phase::ideas);
  const auto main = s.submit(anna, "Лікар щодня");
  const auto part = s.submit(anna, "Лікар щосуботи");
  const auto insult = s.submit(bohdan, "Образа");
  s.open(phase::vote);
  s.vote(bohdan, part);
  s.merge(main, {part});
  s.open(phase::results);
  s.does(desk, ops::reveal_place{10});
  s.refuses(desk, ops::hide_idea{main, hide_reason::insult}, refusal::results_were_shown);
  s.does(desk, ops::hide_idea{insult, hide_reason::insult});
  s.does(desk, ops::redact_idea{main, {"▮▮▮ щодня"}});
}

TEST_CASE("what is not on the screens is not hidden") {
  small_session s(phase::ideas);
  const auto main = s.submit(anna, "Лікар щодня");
  const auto merged = s.submit(anna, "Лікар щосуботи");
  const auto gone = s.submit(anna, "Лікар щоночі");
  s.does(anna, ops::withdraw_idea{gone});
  s.merge(main, {merged});
  s.hide(main);
  const auto hide = [](seq_t id) { return ops::hide_idea{id, hide_reason::test}; };
  s.refuses(desk, hide(main), refusal::idea_hidden);
  s.refuses(desk, hide(merged), refusal::idea_merged);
  s.refuses(desk, hide(gone), refusal::idea_withdrawn);
  s.refuses(desk, hide(99), refusal::idea_unknown);
}

TEST_CASE("only facilitators hide, until the session is closed") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  const ops::hide_idea op{id, hide_reason::test};
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, op, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, op, refusal::session_closed);
}

} // namespace
} // namespace viche::support
