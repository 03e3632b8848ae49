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

// Supporters are counted upwards: whatever the idea was merged into shows them too.
inline void touch_support(const model::state& s, const model::idea& i, const model::id128& writer,
                          model::touched& t) {
  t.add(model::record::idea, i.id);
  for (const auto* up = &i; up->merged_into != 0;) {
    up = model::find_idea(s, up->merged_into);
    t.add(model::record::idea, up->id);
  }
  t.writers.insert(writer);
}

} // namespace viche::ops
