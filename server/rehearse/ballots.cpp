// The largest remaining need to the voters with the most votes left.
#include "rehearse/ballots.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <string>

namespace viche::rehearse {
namespace {

std::uint32_t need_of(const vote_group& g) {
  std::uint32_t sum = 0;
  for (const auto& s : g.shares)
    sum += s.votes;
  return sum;
}

described_fault does_not_fit(const std::string& what, std::size_t wanted, std::size_t have) {
  return {fault::input_malformed, what + " wants " + std::to_string(wanted) + " votes, but only " +
                                      std::to_string(have) +
                                      " can be given: let more people take part"};
}

struct voter {
  std::uint32_t who = 0;
  std::uint32_t left = 0;
};

} // namespace

described<std::vector<planned_vote>> assign_votes(std::vector<vote_group> groups,
                                                  const std::vector<std::uint32_t>& voters,
                                                  std::uint32_t votes_per_person, dice& chance) {
  std::size_t wanted = 0;
  for (const auto& g : groups) {
    const auto need = need_of(g);
    wanted += need;
    if (need > voters.size()) {
      return does_not_fit("idea " + std::to_string(g.shares.front().idea), need, voters.size());
    }
  }
  if (wanted > voters.size() * votes_per_person) {
    return does_not_fit("the scenario", wanted, voters.size() * votes_per_person);
  }

  std::ranges::stable_sort(groups, std::greater{}, need_of);
  std::vector<voter> hall;
  for (const auto who : voters)
    hall.push_back({who, votes_per_person});
  std::vector<planned_vote> votes;
  for (const auto& g : groups) {
    chance.shuffle(hall); // who comes first among equals
    std::ranges::stable_sort(hall, std::greater{}, &voter::left);
    auto next = hall.begin();
    for (const auto& share : g.shares) {
      for (std::uint32_t i = 0; i < share.votes; ++i, ++next) {
        assert(next != hall.end() && next->left > 0);
        --next->left;
        votes.push_back({.at = 0, .voter = next->who, .idea = share.idea});
      }
    }
  }
  return votes;
}

} // namespace viche::rehearse
