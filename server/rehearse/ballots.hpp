// Who votes for what, so that every idea gets exactly the votes the scenario gives it. The file
// has votes by row and no voters: this is a bipartite degree sequence with a cap on one side.
#pragma once

#include "fault.hpp"
#include "rehearse/dice.hpp"
#include "rehearse/figures.hpp"

#include <cstdint>
#include <vector>

namespace viche::rehearse {

// Ideas that are or will be one: no voter may stand on two of them.
struct vote_group {
  struct share {
    std::uint32_t idea = 0;
    std::uint32_t votes = 0;
  };
  std::vector<share> shares;
};

// Always succeeds when no group wants more votes than there are voters and all groups together
// want no more than voters × votes_per_person: the largest group goes first, always to those with
// the most votes left, so what is left never differs by more than one between two voters.
// Otherwise input_malformed with the two numbers. `at` of the votes is 0; they come in no order.
described<std::vector<planned_vote>> assign_votes(std::vector<vote_group> groups,
                                                  const std::vector<std::uint32_t>& voters,
                                                  std::uint32_t votes_per_person, dice& chance);

} // namespace viche::rehearse
