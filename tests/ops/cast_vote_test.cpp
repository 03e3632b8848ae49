// cast_vote: a fact about one idea, once per group, as long as votes are left.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Five ideas of one author, with voting open; everybody has three votes.
struct five_ideas {
  small_session s{phase::ideas};
  std::vector<seq_t> ideas;
  five_ideas() {
    for (const auto* text : {"Лікар", "Дорога", "Школа", "Парк", "Світло"}) {
      ideas.push_back(s.submit(anna, text));
    }
    s.open(phase::vote);
  }
  seq_t operator[](std::size_t i) const { return ideas.at(i); }
};

TEST_CASE("a vote is a fact about the idea, by the voter and never by the writer") {
  five_ideas h;
  h.s.vote(bohdan, h[0]);
  CHECK(h.s.idea(h[0]).standing == std::set{*bohdan.is.voter});
  CHECK(h.s.state().voters.at(*bohdan.is.voter) == std::vector<seq_t>{h[0]});
  CHECK(h.s.rows().back().by.id == *bohdan.is.voter);
  CHECK(h.s.support(h[0]) == 1);
}

TEST_CASE("a vote touches its idea, the totals and its voter, and no writer") {
  five_ideas h;
  h.s.vote(bohdan, h[0]);
  CHECK(h.s.touches(record::idea, h[0]));
  CHECK(h.s.touches(record::totals));
  CHECK(h.s.touched().records.size() == 2);
  CHECK(h.s.touched().voters == std::set{*bohdan.is.voter});
  CHECK(h.s.touched().writers.empty());
}

TEST_CASE("one votes for one's own idea like for any other") {
  five_ideas h;
  h.s.vote(anna, h[0]);
}

TEST_CASE("nobody votes for an idea twice") {
  five_ideas h;
  h.s.vote(bohdan, h[0]);
  h.s.refuses(bohdan, ops::cast_vote{h[0]}, refusal::vote_stands_already);
}

TEST_CASE("votes end when all are spent, and come back when one is taken off") {
  five_ideas h;
  for (std::size_t i = 0; i < 3; ++i)
    h.s.vote(bohdan, h[i]);
  h.s.refuses(bohdan, ops::cast_vote{h[3]}, refusal::no_votes_left);
  h.s.take_off(bohdan, h[0]);
  h.s.vote(bohdan, h[3]);
}

TEST_CASE("the refusal says how many votes there are") {
  five_ideas h;
  for (std::size_t i = 0; i < 3; ++i)
    h.s.vote(bohdan, h[i]);
  const auto no = h.s.asks(bohdan, ops::cast_vote{h[3]});
  REQUIRE(no);
  CHECK(no->limit == 3);
}

TEST_CASE("who stands anywhere in a group does not vote for its main idea") {
  five_ideas h;
  h.s.vote(bohdan, h[1]);
  h.s.merge(h[0], {h[1]});
  h.s.refuses(bohdan, ops::cast_vote{h[0]}, refusal::vote_stands_already);
  h.s.vote(vira, h[0]);
  CHECK(h.s.support(h[0]) == 2);
}

TEST_CASE("a vote deep in a group counts as standing in it") {
  five_ideas h;
  h.s.vote(bohdan, h[2]);
  h.s.merge(h[1], {h[2]});
  h.s.merge(h[0], {h[1]});
  h.s.refuses(bohdan, ops::cast_vote{h[0]}, refusal::vote_stands_already);
}

TEST_CASE("two votes that a merge put together are both spent") {
  five_ideas h;
  h.s.vote(bohdan, h[0]);
  h.s.vote(bohdan, h[1]);
  h.s.merge(h[0], {h[1]});
  h.s.vote(bohdan, h[2]);
  h.s.refuses(bohdan, ops::cast_vote{h[3]}, refusal::no_votes_left);
}

TEST_CASE("a vote on a hidden idea stays spent") {
  five_ideas h;
  for (std::size_t i = 0; i < 3; ++i)
    h.s.vote(bohdan, h[i]);
  h.s.hide(h[0]);
  h.s.refuses(bohdan, ops::cast_vote{h[3]}, refusal::no_votes_left);
}

TEST_CASE("nobody votes for what is not on the screens") {
  five_ideas h;
  h.s.merge(h[0], {h[1]});
  h.s.hide(h[2]);
  h.s.refuses(bohdan, ops::cast_vote{h[1]}, refusal::idea_merged);
  h.s.refuses(bohdan, ops::cast_vote{h[2]}, refusal::idea_hidden);
  h.s.refuses(bohdan, ops::cast_vote{99}, refusal::idea_unknown);
  h.s.open(phase::ideas);
  h.s.does(anna, ops::withdraw_idea{h[3]});
  h.s.open(phase::vote);
  h.s.refuses(bohdan, ops::cast_vote{h[3]}, refusal::idea_withdrawn);
}

TEST_CASE("one votes in the voting phase, unpaused, and as a resident only") {
  five_ideas h;
  for (const auto& p : {host, desk, typist, wall}) {
    h.s.refuses(p, ops::cast_vote{h[0]}, refusal::not_allowed);
  }
  h.s.does(desk, ops::pause{pause_reason::air_raid});
  h.s.refuses(anna, ops::cast_vote{h[0]}, refusal::paused);
  for (const auto p : {phase::ideas, phase::sort, phase::results}) {
    h.s.open(p);
    h.s.refuses(anna, ops::cast_vote{h[0]}, refusal::wrong_phase);
  }
}

} // namespace
} // namespace viche::support
