// The assignment of votes fits whenever it can fit.
#include "rehearse/ballots.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

using namespace viche::rehearse;

namespace {

std::vector<std::uint32_t> hall_of(std::uint32_t people) {
  std::vector<std::uint32_t> voters(people);
  for (std::uint32_t i = 0; i < people; ++i)
    voters[i] = i;
  return voters;
}

// Needs chosen by chance that use up every vote of the hall, each group at most everybody.
std::vector<vote_group> needs_that_use_everything(std::uint32_t people, std::uint32_t each,
                                                  dice& chance) {
  std::vector<vote_group> groups;
  for (std::uint32_t left = people * each; left > 0;) {
    const auto need = std::min(left, static_cast<std::uint32_t>(1 + chance.below(people)));
    const auto first = static_cast<std::uint32_t>(chance.below(need + 1));
    const auto id = static_cast<std::uint32_t>(2 * groups.size() + 1);
    groups.push_back({.shares = {{id, first}, {id + 1, need - first}}});
    left -= need;
  }
  return groups;
}

} // namespace

TEST_CASE("votes always fit, to the last one of the hall, with distinct voters in each group") {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    dice chance(seed);
    const auto people = static_cast<std::uint32_t>(1 + chance.below(40));
    const auto each = static_cast<std::uint32_t>(1 + chance.below(10));
    const auto groups = needs_that_use_everything(people, each, chance);
    const auto votes = assign_votes(groups, hall_of(people), each, chance);
    REQUIRE(votes.has_value());
    std::map<std::uint32_t, std::uint32_t> got;
    std::map<std::uint32_t, std::uint32_t> spent;
    std::set<std::pair<std::uint32_t, std::uint32_t>> stands; // voter, group
    for (const auto& v : *votes) {
      ++got[v.idea];
      ++spent[v.voter];
      CHECK(stands.insert({v.voter, (v.idea - 1) / 2}).second);
    }
    for (const auto& g : groups) {
      for (const auto& share : g.shares)
        CHECK(got[share.idea] == share.votes);
    }
    for (const auto& [voter, n] : spent)
      CHECK(n == each);
  }
}

TEST_CASE("a group that wants more votes than there are voters is refused") {
  dice chance(1);
  CHECK(assign_votes({{.shares = {{1, 2}, {2, 2}}}}, hall_of(3), 10, chance).has_error());
  CHECK(assign_votes({{.shares = {{1, 2}, {2, 1}}}}, hall_of(3), 10, chance).has_value());
}

TEST_CASE("more votes than all voters have together are refused") {
  dice chance(1);
  CHECK(assign_votes({{.shares = {{1, 3}}}, {.shares = {{2, 1}}}}, hall_of(3), 1, chance)
            .has_error());
}
