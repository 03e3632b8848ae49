// withdraw_vote: all of the voter's facts in the group go, for good.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct voting_hall {
  small_session s{phase::ideas};
  seq_t a = s.submit(anna, "Лікар щодня");
  seq_t b = s.submit(anna, "Лікар щосуботи");
  seq_t c = s.submit(anna, "Лікар і медсестра");
  voting_hall() { s.open(phase::vote); }
};

TEST_CASE("a vote taken off is no fact any more and may be cast again") {
  voting_hall h;
  h.s.vote(bohdan, h.a);
  h.s.take_off(bohdan, h.a);
  CHECK(h.s.support(h.a) == 0);
  CHECK(h.s.spent(bohdan) == 0);
  CHECK_FALSE(h.s.state().voters.contains(*bohdan.is.voter)); // the turnout falls too
  h.s.vote(bohdan, h.a);
}

TEST_CASE("other votes of the same person stand") {
  voting_hall h;
  h.s.vote(bohdan, h.a);
  h.s.vote(bohdan, h.b);
  h.s.take_off(bohdan, h.a);
  CHECK(h.s.state().voters.at(*bohdan.is.voter) == std::vector<seq_t>{h.b});
}

TEST_CASE("all of the voter's facts in the group are taken off at once, nobody else's") {
  voting_hall h;
  h.s.vote(bohdan, h.a);
  h.s.vote(bohdan, h.b);
  h.s.vote(vira, h.b);
  h.s.merge(h.a, {h.b});
  h.s.take_off(bohdan, h.a);
  CHECK(h.s.spent(bohdan) == 0);
  CHECK(h.s.support(h.a) == 1);
}

TEST_CASE("a member's name takes off the whole group's votes as well") {
  voting_hall h;
  h.s.vote(bohdan, h.a);
  h.s.merge(h.a, {h.b});
  h.s.take_off(bohdan, h.b);
  CHECK(h.s.support(h.a) == 0);
}

TEST_CASE("taking off touches every idea whose support changes, up to the main one") {
  voting_hall h;
  h.s.vote(bohdan, h.c);
  h.s.merge(h.b, {h.c});
  h.s.merge(h.a, {h.b});
  h.s.take_off(bohdan, h.a);
  for (const auto id : {h.a, h.b, h.c})
    CHECK(h.s.touches(record::idea, id));
  CHECK(h.s.touches(record::totals));
  CHECK(h.s.touched().voters == std::set{*bohdan.is.voter});
  CHECK(h.s.touched().writers.empty());
}

TEST_CASE("a vote on a hidden idea is not locked in") {
  voting_hall h;
  h.s.vote(bohdan, h.a);
  h.s.hide(h.a);
  h.s.take_off(bohdan, h.a);
  CHECK(h.s.spent(bohdan) == 0);
}

TEST_CASE("there must be a vote to take off") {
  voting_hall h;
  h.s.refuses(bohdan, ops::withdraw_vote{h.a}, refusal::vote_absent);
  h.s.refuses(bohdan, ops::withdraw_vote{99}, refusal::idea_unknown);
  h.s.vote(vira, h.a);
  h.s.refuses(bohdan, ops::withdraw_vote{h.a}, refusal::vote_absent);
}

TEST_CASE("votes are taken off in the voting phase, unpaused, by residents only") {
  voting_hall h;
  h.s.vote(bohdan, h.a);
  for (const auto& p : {host, desk, typist, wall}) {
    h.s.refuses(p, ops::withdraw_vote{h.a}, refusal::not_allowed);
  }
  h.s.does(desk, ops::pause{pause_reason::rest});
  h.s.refuses(bohdan, ops::withdraw_vote{h.a}, refusal::paused);
  h.s.open(phase::results);
  h.s.refuses(bohdan, ops::withdraw_vote{h.a}, refusal::wrong_phase);
}

} // namespace
} // namespace viche::support
