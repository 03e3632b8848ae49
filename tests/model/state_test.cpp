// Questions about a state: groups, support, ranking, links.
#include "model/state.hpp"

#include <doctest/doctest.h>

namespace viche::model {
namespace {

id128 voter(std::uint8_t n) {
  id128 id;
  id.bytes[0] = n;
  return id;
}

// Ideas 1, 2, 3 … with so many distinct voters each.
state with_votes(std::vector<std::uint8_t> votes) {
  state s;
  std::uint8_t next = 1;
  for (std::size_t i = 0; i < votes.size(); ++i) {
    idea one;
    one.id = i + 1;
    one.number = static_cast<std::uint32_t>(i + 1);
    for (std::uint8_t v = 0; v < votes[i]; ++v)
      one.standing.insert(voter(next++));
    s.ideas.emplace(one.id, one);
  }
  return s;
}

void merge(state& s, seq_t main, seq_t other) {
  s.ideas.at(other).merged_into = main;
  s.ideas.at(main).members.push_back(other);
}

std::vector<std::pair<seq_t, std::uint32_t>> places(const state& s) {
  std::vector<std::pair<seq_t, std::uint32_t>> out;
  for (const auto& r : ranking_of(s))
    out.emplace_back(r.which->id, r.place);
  return out;
}

using placed = std::vector<std::pair<seq_t, std::uint32_t>>;

TEST_CASE("a session without phases is in the lobby") {
  state s;
  CHECK(phase_now(s) == phase::lobby);
  s.phases.push_back({.what = phase::talk});
  CHECK(phase_now(s) == phase::talk);
}

TEST_CASE("the root of a merged idea is found through others") {
  auto s = with_votes({0, 0, 0});
  merge(s, 2, 3);
  merge(s, 1, 2);
  CHECK(root_of(s, s.ideas.at(3)).id == 1);
  CHECK(root_of(s, s.ideas.at(1)).id == 1);
}

TEST_CASE("a group is the idea and everything under it, the idea first") {
  auto s = with_votes({0, 0, 0, 0});
  merge(s, 2, 3);
  merge(s, 1, 2);
  const auto group = group_of(s, s.ideas.at(1));
  REQUIRE(group.size() == 3);
  CHECK(group.front()->id == 1);
  CHECK(group_of(s, s.ideas.at(2)).size() == 2);
  CHECK(group_of(s, s.ideas.at(4)).size() == 1);
}

TEST_CASE("somebody who stands on two ideas of a group supports it once") {
  auto s = with_votes({1, 1});
  s.ideas.at(2).standing.insert(voter(1)); // who stands on the first already
  merge(s, 1, 2);
  CHECK(s.ideas.at(2).standing.size() == 2);
  CHECK(support_of(s, s.ideas.at(1)) == 2);
}

TEST_CASE("hidden, withdrawn and merged ideas are not published") {
  idea i;
  CHECK(is_published(i));
  i.hidden = hide_reason::test;
  CHECK_FALSE(is_published(i));
  i.hidden.reset();
  i.is_withdrawn = true;
  CHECK_FALSE(is_published(i));
  i.is_withdrawn = false;
  i.merged_into = 7;
  CHECK_FALSE(is_published(i));
}

TEST_CASE("the ranking goes from the most supported to the least") {
  CHECK(places(with_votes({1, 3, 2})) == placed{{2, 1}, {3, 2}, {1, 3}});
}

TEST_CASE("ties share a place, stand by number, and the next place is skipped") {
  CHECK(places(with_votes({2, 5, 2, 1})) == placed{{2, 1}, {1, 2}, {3, 2}, {4, 4}});
}

TEST_CASE("ideas without votes have no place") {
  CHECK(places(with_votes({0, 1, 0})) == placed{{2, 1}});
  CHECK(places(with_votes({0, 0})).empty());
}

TEST_CASE("ideas that are not published have no place, though their votes stand") {
  auto s = with_votes({3, 2, 1});
  s.ideas.at(1).hidden = hide_reason::insult;
  CHECK(places(s) == placed{{2, 1}, {3, 2}});
}

TEST_CASE("a merged idea is ranked once, by the support of its group") {
  auto s = with_votes({1, 2, 2});
  merge(s, 1, 2);
  CHECK(places(s) == placed{{1, 1}, {3, 2}});
}

TEST_CASE("a link opens its role; an unknown hash opens nothing") {
  state s;
  s.links = {{role::facilitator, voter(1), {}}, {role::board, voter(2), {}}};
  CHECK(role_of_link(s, voter(1)) == role::facilitator);
  CHECK(role_of_link(s, voter(2)) == role::board);
  CHECK_FALSE(role_of_link(s, voter(3)));
}

TEST_CASE("tables are numbered from one, and zero means that none was said") {
  settings set;
  set.tables = 2;
  CHECK(is_table(set, 0));
  CHECK(is_table(set, 2));
  CHECK_FALSE(is_table(set, 3));
}

TEST_CASE("an op's answer is remembered by role, actor and op id, all three") {
  const auto key = answered_key({role::resident, voter(1)}, "id");
  CHECK(key == answered_key({role::resident, voter(1)}, "id"));
  CHECK(key != answered_key({role::facilitator, voter(1)}, "id"));
  CHECK(key != answered_key({role::resident, voter(2)}, "id"));
  CHECK(key != answered_key({role::resident, voter(1)}, "other"));
}

} // namespace
} // namespace viche::model
