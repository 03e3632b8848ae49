// What the ops on late ideas share: ideas that missed their phase and wait for the desk.
#pragma once

#include "ops/op.hpp"

#include <cassert>

namespace viche::ops {

// Refusal unless a late idea of this id waits.
inline model::verdict check_waiting(const model::state& s, model::seq_t late) {
  const auto found = s.late_ideas.find(late);
  if (found != s.late_ideas.end() && found->second.fate == model::late_fate::waiting) {
    return model::may;
  }
  return model::refused{model::refusal::late_unknown};
}

// The late idea of an id that check found. Asserts that it is there.
inline model::late_idea& late_at(model::state& s, model::seq_t late) {
  const auto at = s.late_ideas.find(late);
  assert(at != s.late_ideas.end());
  return at->second;
}

inline void touch_late(const model::late_idea& l, model::touched& t) {
  t.add(model::record::late_idea, l.id);
  t.writers.insert(l.author.id);
}

} // namespace viche::ops
