// decide_proposals: what the council made of proposals, a line each; they count as a whole or not
// at all. An empty line takes a decision back.
#pragma once

#include "ops/decisions.hpp"

namespace viche::ops {

struct decide_proposals {
  std::vector<model::decision_line> lines;

  static constexpr std::string_view name = "decide_proposals";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::always();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    return check_lines(s, lines);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    apply_lines(s, at, t, lines);
  }
};
BOOST_DESCRIBE_STRUCT(decide_proposals, (), (lines))

} // namespace viche::ops
