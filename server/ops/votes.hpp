// Questions and steps that the ops on votes share.
#pragma once

#include "ops/ideas.hpp"

#include <cassert>

namespace viche::ops {

// The ideas of the root's group on which this voter stands.
inline std::vector<model::seq_t> standing_in_group(const model::state& s, const model::idea& root,
                                                   const model::id128& voter) {
  std::vector<model::seq_t> standing;
  for (const auto* member : model::group_of(s, root)) {
    if (member->standing.contains(voter)) standing.push_back(member->id);
  }
  return standing;
}

// Spent are the voter's standing facts; merging and hiding free none.
inline std::size_t votes_spent(const model::state& s, const model::id128& voter) {
  const auto facts = s.voters.find(voter);
  return facts == s.voters.end() ? 0 : facts->second.size();
}

inline void touch_vote(const model::state& s, const model::idea& i, const model::id128& voter,
                       model::touched& t) {
  touch_upwards(s, i, t);
  t.add(model::record::totals);
  if (!s.cards.empty()) t.add(model::record::cards); // how many were voted with
  t.voters.insert(voter);
}

} // namespace viche::ops
