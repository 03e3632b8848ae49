// What was voted stays with the voter and the desk until it is revealed: the hall's bytes are the
// same whatever the votes were.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

#include <array>

namespace viche::support {
namespace {

TEST_CASE("a vote is heard by nobody in the hall but its voter") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  h.open(phase::vote);
  const auto author = h.present(anna);
  const auto other = h.present(vira);
  const auto operator_ear = h.present(typist);
  const auto board = h.present(wall);
  h.vote(bohdan, id);
  h.does(bohdan, ops::withdraw_vote{id});
  h.vote(bohdan, id);
  for (const auto& e : {author, other, operator_ear, board})
    CHECK(e->heard.empty());
}

TEST_CASE("the desk hears of a vote its idea and the totals, and no voter") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  h.open(phase::vote);
  const auto d = h.present(desk);
  h.vote(bohdan, id);
  const auto delta = d->last("delta");
  CHECK(puts_of(delta, "idea").at(0).at("value").at("support") == 1);
  CHECK(puts_of(delta, "totals").at(0).at("value").at("votes") == 1);
  CHECK(d->take().find(to_hex(*bohdan.is.voter)) == std::string::npos);
}

// Whom each of three residents votes for, two votes each: ideas by their index.
using ballots = std::array<std::array<std::size_t, 2>, 3>;

// Everything the hall hears in a session where only what is voted may differ: residents who vote
// for nothing, the board and the operator, those who came early and those who come late.
std::string heard_in_the_hall(const ballots& votes, bool takes_back) {
  small_hall h;
  std::vector<seq_t> ideas;
  for (const auto* text : {"Лікар", "Дорога", "Школа", "Парк"}) {
    ideas.push_back(h.submit(anna, text));
  }
  h.open(phase::vote);
  std::vector<std::shared_ptr<ear>> ears;
  for (const auto& p : {resident(9), wall, typist})
    ears.push_back(h.enter(p));
  const std::array voters{anna, bohdan, vira};
  for (std::size_t v = 0; v < voters.size(); ++v) {
    for (const auto i : votes[v])
      h.vote(voters[v], ideas[i]);
    h.count();
  }
  if (takes_back) h.does(anna, ops::withdraw_vote{ideas[votes[0][0]]});
  h.does(desk, ops::merge_ideas{ideas[0], {ideas[1]}});
  h.does(desk, ops::split_idea{ideas[1]});
  h.hide(ideas[2]);
  h.does(desk, ops::restore_idea{ideas[2]});
  h.does(desk, ops::pause{pause_reason::air_raid});
  h.does(desk, ops::resume{});
  h.count();
  h.open(phase::results);
  for (const auto& p : {resident(9), wall, typist})
    ears.push_back(h.enter(p));
  std::string all;
  for (const auto& e : ears)
    all += e->take() + "---\n";
  return all;
}

TEST_CASE("two sessions that differ only in what was voted are the same bytes to the hall") {
  const auto one = heard_in_the_hall({{{0, 1}, {0, 1}, {0, 1}}}, false);
  CHECK(one.find("\"turnout\",\"voted\":3") != std::string::npos);
  for (const auto& votes : {ballots{{{2, 3}, {2, 3}, {2, 3}}}, ballots{{{0, 2}, {1, 3}, {3, 0}}},
                            ballots{{{3, 0}, {0, 1}, {1, 2}}}}) {
    CHECK(heard_in_the_hall(votes, false) == one);
  }
}

TEST_CASE("also when a vote was taken back") {
  CHECK(heard_in_the_hall({{{0, 1}, {0, 1}, {0, 1}}}, true) ==
        heard_in_the_hall({{{3, 2}, {1, 0}, {2, 0}}}, true));
}

TEST_CASE("before a reveal no message to the hall has a word of support or place") {
  const auto all = heard_in_the_hall({{{0, 1}, {0, 1}, {0, 1}}}, true);
  CHECK(all.find("\"support\"") == std::string::npos);
  CHECK(all.find("\"place\"") == std::string::npos);
}

} // namespace
} // namespace viche::support
