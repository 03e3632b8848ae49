// approve_ideas: what waited is seen by everybody.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct waiting_two {
  small_session s{phase::ideas};
  seq_t before = s.submit(vira, "Раніше за перевірку");
  seq_t on = s.does(desk, ops::set_premoderation{true});
  seq_t a = s.submit(anna, "Дорога");
  seq_t b = s.submit(bohdan, "Лікар");
};

TEST_CASE("approved ideas are published, several at once") {
  waiting_two t;
  CHECK_FALSE(model::is_published(t.s.idea(t.a)));
  t.s.does(desk, ops::approve_ideas{{t.a, t.b}});
  CHECK(model::is_published(t.s.idea(t.a)));
  CHECK(model::is_published(t.s.idea(t.b)));
  CHECK(t.s.idea(t.a).is_moderated);
}

TEST_CASE("an idea that waits for nothing is not approved, and then none of them is") {
  waiting_two t;
  t.s.refuses(desk, ops::approve_ideas{{t.a, t.before}}, refusal::idea_not_pending);
  t.s.refuses(desk, ops::approve_ideas{{999}}, refusal::idea_unknown);
  t.s.does(anna, ops::withdraw_idea{t.a});
  t.s.refuses(desk, ops::approve_ideas{{t.a}}, refusal::idea_withdrawn);
}

TEST_CASE("ideas are approved once each, and no more than fit") {
  waiting_two t;
  t.s.refuses(desk, ops::approve_ideas{{}}, refusal::ideas_malformed, "ideas");
  t.s.refuses(desk, ops::approve_ideas{{t.a, t.a}}, refusal::ideas_malformed, "ideas");
  std::vector<seq_t> many;
  for (std::size_t i = 0; i <= limits::ideas_together_max; ++i)
    many.push_back(t.s.submit(anna, "Ідея для перевірки"));
  t.s.refuses(desk, ops::approve_ideas{many}, refusal::ideas_malformed, "ideas");
  many.pop_back();
  t.s.does(desk, ops::approve_ideas{many});
}

TEST_CASE("nobody votes for, supports, merges or shows what waits") {
  waiting_two t;
  t.s.refuses(vira, ops::support_idea{t.a}, refusal::idea_pending);
  t.s.refuses(desk, ops::merge_ideas{t.a, {t.b}}, refusal::idea_pending);
  t.s.refuses(desk, ops::spotlight_idea{t.a}, refusal::idea_pending);
  t.s.open(phase::vote);
  t.s.refuses(vira, ops::cast_vote{t.a}, refusal::idea_pending);
}

TEST_CASE("what waits again with votes stays away once places were shown") {
  waiting_two t;
  const auto approved = t.s.does(desk, ops::approve_ideas{{t.a}});
  t.s.open(phase::vote);
  t.s.vote(vira, t.a);
  t.s.does(desk, ops::undo_entry{approved});
  t.s.open(phase::results);
  t.s.does(desk, ops::reveal_place{10});
  t.s.refuses(desk, ops::approve_ideas{{t.a}}, refusal::results_were_shown);
  t.s.does(desk, ops::approve_ideas{{t.b}}); // nobody voted for that
}

TEST_CASE("what waits may be hidden, and waits again when it is restored") {
  waiting_two t;
  t.s.hide(t.a);
  t.s.does(desk, ops::restore_idea{t.a});
  CHECK(t.s.idea(t.a).is_pending);
}

TEST_CASE("only facilitators approve") {
  waiting_two t;
  for (const auto& p : {host, typist, wall, anna})
    t.s.refuses(p, ops::approve_ideas{{t.a}}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
