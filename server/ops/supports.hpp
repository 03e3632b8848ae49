// Questions and steps that the ops on support («+1») share.
#pragma once

#include "ops/ideas.hpp"

#include <cassert>

namespace viche::ops {

// The ideas of the root's group that this writer supports.
inline std::vector<model::seq_t> supported_in_group(const model::state& s, const model::idea& root,
                                                    const model::id128& writer) {
  std::vector<model::seq_t> supported;
  for (const auto* member : model::group_of(s, root)) {
    if (member->supporters.contains(writer)) supported.push_back(member->id);
  }
  return supported;
}

inline void touch_support(const model::state& s, const model::idea& i, const model::id128& writer,
                          model::touched& t) {
  touch_upwards(s, i, t);
  t.writers.insert(writer);
}

} // namespace viche::ops
