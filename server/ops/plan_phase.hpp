// plan_phase: how long a phase is meant to last. A proposal only: nothing begins or ends by it.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct plan_phase {
  model::phase phase{};
  std::uint32_t minutes = 0;

  static constexpr std::string_view name = "plan_phase";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state&, const model::actor&) const {
    if (minutes > limits::phase_minutes_max) {
      return model::refused{model::refusal::value_out_of_range, "minutes",
                            limits::phase_minutes_max};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.planned[phase] = minutes;
    t.add(model::record::programme);
  }
};
BOOST_DESCRIBE_STRUCT(plan_phase, (), (phase, minutes))

} // namespace viche::ops
