// merge_ideas: others become part of a main idea; no vote is freed or moved.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Ideas a, b, c of three people, with voting open.
struct three {
  small_session s{phase::ideas};
  seq_t a = s.submit(anna, "Лікар щодня");
  seq_t b = s.submit(bohdan, "Лікар щосуботи");
  seq_t c = s.submit(vira, "Лікар і медсестра");
  explicit three(phase p = phase::vote) { s.open(p); }
};

TEST_CASE("the others become members of the main idea and leave the screens") {
  three t;
  t.s.merge(t.a, {t.b, t.c});
  CHECK(t.s.idea(t.a).members == std::vector<seq_t>{t.b, t.c});
  CHECK(t.s.idea(t.b).merged_into == t.a);
  CHECK(model::is_published(t.s.idea(t.a)));
  CHECK_FALSE(model::is_published(t.s.idea(t.b)));
  for (const auto id : {t.a, t.b, t.c})
    CHECK(t.s.idea(id).is_moderated);
}

TEST_CASE("a merge touches the whole group, its authors and whoever stands in it") {
  three t;
  t.s.vote(anna, t.c);
  t.s.vote(bohdan, t.a);
  t.s.merge(t.a, {t.b});
  t.s.merge(t.a, {t.c});
  for (const auto id : {t.a, t.b, t.c})
    CHECK(t.s.touches(record::idea, id));
  CHECK(t.s.touches(record::totals));
  CHECK(t.s.touched().writers == std::set{anna.is.writer, bohdan.is.writer, vira.is.writer});
  CHECK(t.s.touched().voters == std::set{*anna.is.voter, *bohdan.is.voter});
}

TEST_CASE("support of a merged idea is the distinct voters of its group") {
  three t;
  t.s.vote(anna, t.a);
  t.s.vote(anna, t.b);
  t.s.vote(bohdan, t.b);
  t.s.merge(t.a, {t.b});
  CHECK(t.s.support(t.a) == 2);
}

TEST_CASE("a merge frees no vote: who stood on both has both spent") {
  three t;
  t.s.vote(anna, t.a);
  t.s.vote(anna, t.b);
  t.s.merge(t.a, {t.b});
  CHECK(t.s.spent(anna) == 2);
}

TEST_CASE("a vote stays a fact about the idea it was cast for") {
  three t;
  t.s.vote(anna, t.b);
  t.s.merge(t.a, {t.b});
  CHECK(t.s.idea(t.b).standing.contains(*anna.is.voter));
  CHECK(t.s.idea(t.a).standing.empty());
}

TEST_CASE("a main idea may itself be merged, with its members under it") {
  three t;
  t.s.vote(anna, t.c);
  t.s.merge(t.b, {t.c});
  t.s.merge(t.a, {t.b});
  CHECK(t.s.support(t.a) == 1);
  CHECK(model::root_of(t.s.state(), t.s.idea(t.c)).id == t.a);
}

TEST_CASE("of two merges in opposite directions the second is refused") {
  three t;
  t.s.merge(t.a, {t.b});
  t.s.refuses(desk, ops::merge_ideas{t.b, {t.a}}, refusal::idea_merged);
}

TEST_CASE("what is merged already is not merged elsewhere") {
  three t;
  t.s.merge(t.a, {t.b});
  t.s.refuses(desk, ops::merge_ideas{t.c, {t.b}}, refusal::idea_merged);
}

TEST_CASE("hidden ideas are not merged, on neither side") {
  three t;
  t.s.hide(t.a);
  t.s.refuses(desk, ops::merge_ideas{t.a, {t.b}}, refusal::idea_hidden);
  t.s.refuses(desk, ops::merge_ideas{t.b, {t.a}}, refusal::idea_hidden);
}

TEST_CASE("withdrawn ideas are not merged, on neither side") {
  three t(phase::talk);
  t.s.open(phase::ideas);
  t.s.does(anna, ops::withdraw_idea{t.a});
  t.s.refuses(desk, ops::merge_ideas{t.a, {t.b}}, refusal::idea_withdrawn);
  t.s.refuses(desk, ops::merge_ideas{t.b, {t.a}}, refusal::idea_withdrawn);
}

TEST_CASE("one bad member refuses the whole merge") {
  three t;
  t.s.refuses(desk, ops::merge_ideas{t.a, {t.b, 99}}, refusal::idea_unknown);
  CHECK(t.s.idea(t.a).members.empty());
}

TEST_CASE("a merge names others, each once, and not the main idea itself") {
  three t;
  for (const auto& others : std::vector<std::vector<seq_t>>{{}, {t.a}, {t.b, t.b}, {t.b, t.a}}) {
    t.s.refuses(desk, ops::merge_ideas{t.a, others}, refusal::merge_malformed, "others");
  }
}

TEST_CASE("one merge takes a bounded number of others") {
  small_session s(phase::ideas);
  const auto main = s.submit(anna, "Лікар щодня");
  std::vector<seq_t> others;
  for (std::size_t i = 0; i < limits::merge_others_max; ++i) {
    others.push_back(s.submit(anna, "Ще раз про лікаря"));
  }
  auto one_more = others;
  one_more.push_back(s.submit(anna, "І ще раз"));
  s.refuses(desk, ops::merge_ideas{main, one_more}, refusal::merge_malformed, "others");
  s.merge(main, others);
  CHECK(s.idea(main).members.size() == limits::merge_others_max);
}

TEST_CASE("nothing is merged once a place was revealed") {
  three t(phase::results);
  t.s.does(desk, ops::reveal_place{10});
  t.s.refuses(desk, ops::merge_ideas{t.a, {t.b}}, refusal::results_were_shown);
}

TEST_CASE("only facilitators merge") {
  three t;
  for (const auto& p : {host, typist, wall, anna}) {
    t.s.refuses(p, ops::merge_ideas{t.a, {t.b}}, refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
