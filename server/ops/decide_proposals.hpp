// decide_proposals: what the council made of proposals, a line each; a whole filled-in table is one
// op, so that it counts as a whole or not at all. An empty line takes a decision back.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct decide_proposals {
  std::vector<model::decision_line> lines;

  static constexpr std::string_view name = "decide_proposals";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::always();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (lines.empty() || lines.size() > limits::decisions_together_max) {
      return model::refused{model::refusal::value_out_of_range, "lines",
                            limits::decisions_together_max};
    }
    std::set<model::seq_t> seen;
    for (const auto& one : lines) {
      if (auto no = check_published(s, one.idea)) return no;
      if (!seen.insert(one.idea).second) return model::refused{model::refusal::ideas_malformed};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    for (const auto& one : lines) {
      if (one.decision == model::decision{}) {
        s.decisions.erase(one.idea);
      } else {
        s.decisions[one.idea] = {one.decision, at.time_ms};
      }
      t.add(model::record::decision, one.idea);
    }
  }
};
BOOST_DESCRIBE_STRUCT(decide_proposals, (), (lines))

} // namespace viche::ops
