// split_idea: an idea leaves its group as it came.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct two {
  small_session s{phase::ideas};
  seq_t a = s.submit(anna, "Лікар щодня");
  seq_t b = s.submit(bohdan, "Лікар щосуботи");
  two() { s.open(phase::vote); }
};

TEST_CASE("a split gives back exactly what was") {
  two t;
  t.s.vote(anna, t.a);
  t.s.vote(anna, t.b);
  t.s.vote(vira, t.b);
  t.s.merge(t.a, {t.b});
  t.s.split(t.b);
  CHECK(t.s.support(t.a) == 1);
  CHECK(t.s.support(t.b) == 2);
  CHECK(t.s.spent(anna) == 2);
  CHECK(model::is_published(t.s.idea(t.b)));
  CHECK(t.s.idea(t.a).members.empty());
}

TEST_CASE("an idea leaves with what had been merged into it before") {
  two t;
  t.s.open(phase::ideas);
  const auto c = t.s.submit(vira, "Лікар і медсестра");
  t.s.merge(t.b, {c});
  t.s.merge(t.a, {t.b});
  t.s.split(t.b);
  CHECK(t.s.idea(t.b).members == std::vector<seq_t>{c});
  CHECK(t.s.idea(c).merged_into == t.b);
  CHECK(t.s.idea(t.a).members.empty());
}

TEST_CASE("votes taken off while merged do not return") {
  two t;
  t.s.vote(anna, t.a);
  t.s.vote(anna, t.b);
  t.s.merge(t.a, {t.b});
  t.s.take_off(anna, t.a);
  t.s.split(t.b);
  CHECK(t.s.support(t.a) == 0);
  CHECK(t.s.support(t.b) == 0);
  CHECK(t.s.spent(anna) == 0);
}

TEST_CASE("a vote cast on the main idea stays with it") {
  two t;
  t.s.merge(t.a, {t.b});
  t.s.vote(vira, t.a);
  t.s.split(t.b);
  CHECK(t.s.support(t.a) == 1);
  CHECK(t.s.support(t.b) == 0);
}

TEST_CASE("after a split one may stand on both again") {
  two t;
  t.s.merge(t.a, {t.b});
  t.s.vote(vira, t.a);
  t.s.split(t.b);
  t.s.vote(vira, t.b);
  CHECK(t.s.spent(vira) == 2);
}

TEST_CASE("a split touches both sides, their authors and whoever stands on either") {
  two t;
  t.s.vote(vira, t.b);
  t.s.vote(anna, t.a);
  t.s.merge(t.a, {t.b});
  t.s.split(t.b);
  CHECK(t.s.touches(record::idea, t.a));
  CHECK(t.s.touches(record::idea, t.b));
  CHECK(t.s.touches(record::totals));
  CHECK(t.s.touched().writers == std::set{anna.is.writer, bohdan.is.writer});
  CHECK(t.s.touched().voters == std::set{*anna.is.voter, *vira.is.voter});
}

TEST_CASE("only what is merged is split") {
  two t;
  t.s.refuses(desk, ops::split_idea{t.b}, refusal::idea_not_merged);
  t.s.refuses(desk, ops::split_idea{99}, refusal::idea_unknown);
  t.s.merge(t.a, {t.b});
  t.s.refuses(desk, ops::split_idea{t.a}, refusal::idea_not_merged);
}

TEST_CASE("a member leaves a hidden main idea") {
  two t;
  t.s.merge(t.a, {t.b});
  t.s.hide(t.a);
  t.s.split(t.b);
  CHECK(model::is_published(t.s.idea(t.b)));
  CHECK_FALSE(model::is_published(t.s.idea(t.a)));
}

TEST_CASE("nothing is split once a place was revealed") {
  two t;
  t.s.merge(t.a, {t.b});
  t.s.open(phase::results);
  t.s.does(desk, ops::reveal_place{10});
  t.s.refuses(desk, ops::split_idea{t.b}, refusal::results_were_shown);
}

TEST_CASE("only facilitators split") {
  two t;
  t.s.merge(t.a, {t.b});
  for (const auto& p : {host, typist, wall, anna}) {
    t.s.refuses(p, ops::split_idea{t.b}, refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
