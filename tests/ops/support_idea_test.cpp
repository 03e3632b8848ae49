// support_idea: «+1» to somebody else's idea, once a group, beside the votes and never one of them.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct supporting_hall {
  small_session s{phase::ideas};
  seq_t doctor = s.submit(anna, "Лікар щодня");
  seq_t saturday = s.submit(anna, "Лікар щосуботи");
  seq_t road = s.submit(bohdan, "Дорога");

  void plus(const person& p, seq_t idea) { s.does(p, ops::support_idea{idea}); }
  std::size_t supports(seq_t idea) const { return supports_of(s.state(), s.idea(idea)); }
};

TEST_CASE("a support is a fact about the idea, by the writer and never by the voter") {
  supporting_hall h;
  h.plus(bohdan, h.doctor);
  CHECK(h.s.idea(h.doctor).supporters == std::set{bohdan.is.writer});
  CHECK(h.s.state().supporters.at(bohdan.is.writer) == std::vector<seq_t>{h.doctor});
  CHECK(h.s.rows().back().by.id == bohdan.is.writer);
  CHECK(h.supports(h.doctor) == 1);
}

TEST_CASE("a support is no vote: it spends none and raises no turnout") {
  supporting_hall h;
  h.plus(bohdan, h.doctor);
  CHECK(h.s.support(h.doctor) == 0);
  CHECK(h.s.spent(bohdan) == 0);
  CHECK(h.s.state().voters.empty());
  h.s.open(phase::vote);
  h.s.vote(bohdan, h.doctor);
  CHECK(h.supports(h.doctor) == 1);
}

TEST_CASE("a support touches its idea and its writer, no totals and no voter") {
  supporting_hall h;
  h.plus(bohdan, h.doctor);
  CHECK(h.s.touches(record::idea, h.doctor));
  CHECK(h.s.touched().records.size() == 1);
  CHECK(h.s.touched().writers == std::set{bohdan.is.writer});
  CHECK(h.s.touched().voters.empty());
}

TEST_CASE("nobody supports an idea twice") {
  supporting_hall h;
  h.plus(bohdan, h.doctor);
  h.s.refuses(bohdan, ops::support_idea{h.doctor}, refusal::support_stands_already);
  h.plus(vira, h.doctor);
  CHECK(h.supports(h.doctor) == 2);
}

TEST_CASE("nobody supports their own idea, nor one that theirs was merged into") {
  supporting_hall h;
  h.s.refuses(anna, ops::support_idea{h.doctor}, refusal::idea_own);
  const auto nurse = h.s.submit(vira, "Лікар і медсестра");
  h.s.merge(h.doctor, {nurse});
  h.s.refuses(vira, ops::support_idea{h.doctor}, refusal::idea_own);
}

TEST_CASE("a merged idea has the distinct supporters of its members") {
  supporting_hall h;
  h.plus(bohdan, h.doctor);
  h.plus(bohdan, h.saturday);
  h.plus(vira, h.saturday);
  h.s.merge(h.doctor, {h.saturday});
  CHECK(h.supports(h.doctor) == 2);
  h.s.split(h.saturday);
  CHECK(h.supports(h.doctor) == 1);
  CHECK(h.supports(h.saturday) == 2);
}

TEST_CASE("who supports anything in a group supports its main idea already") {
  supporting_hall h;
  h.plus(bohdan, h.saturday);
  h.s.merge(h.doctor, {h.saturday});
  h.s.refuses(bohdan, ops::support_idea{h.doctor}, refusal::support_stands_already);
}

TEST_CASE("what becomes of an idea touches those who support it") {
  supporting_hall h;
  h.plus(vira, h.saturday);
  h.s.merge(h.doctor, {h.saturday});
  CHECK(h.s.touched().writers == std::set{anna.is.writer, vira.is.writer});
  h.s.split(h.saturday);
  CHECK(h.s.touched().writers.contains(vira.is.writer));
  h.s.hide(h.saturday);
  CHECK(h.s.touched().writers.contains(vira.is.writer));
}

TEST_CASE("nobody supports what is not on the screens") {
  supporting_hall h;
  h.s.merge(h.doctor, {h.saturday});
  h.s.refuses(bohdan, ops::support_idea{h.saturday}, refusal::idea_merged);
  h.s.hide(h.doctor);
  h.s.refuses(bohdan, ops::support_idea{h.doctor}, refusal::idea_hidden);
  h.s.does(bohdan, ops::withdraw_idea{h.road});
  h.s.refuses(anna, ops::support_idea{h.road}, refusal::idea_withdrawn);
  h.s.refuses(anna, ops::support_idea{99}, refusal::idea_unknown);
}

TEST_CASE("one supports while ideas are open, unpaused, and as a resident only") {
  supporting_hall h;
  for (const auto& p : {host, desk, typist, wall}) {
    h.s.refuses(p, ops::support_idea{h.doctor}, refusal::not_allowed);
  }
  h.s.does(desk, ops::pause{pause_reason::air_raid});
  h.s.refuses(bohdan, ops::support_idea{h.doctor}, refusal::paused);
  for (const auto p : {phase::sort, phase::vote, phase::results}) {
    h.s.open(p);
    h.s.refuses(bohdan, ops::support_idea{h.doctor}, refusal::wrong_phase);
  }
}

} // namespace
} // namespace viche::support
