// extend_phase: adds minutes to the clock of the open phase («+5 хвилин»).
#pragma once

#include "ops/op.hpp"

#include <cassert>

namespace viche::ops {

struct extend_phase {
  std::uint32_t minutes = 0;

  static constexpr std::string_view name = "extend_phase";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (s.phases.empty() || s.phases.back().planned_ms == 0) {
      return model::refused{model::refusal::no_clock};
    }
    const auto minutes_sum =
        (s.phases.back().planned_ms + s.phases.back().extended_ms) / 60'000 + std::int64_t{minutes};
    if (minutes == 0 || minutes > limits::extend_minutes_max ||
        minutes_sum > std::int64_t{limits::phase_minutes_max}) {
      return model::refused{model::refusal::value_out_of_range, "minutes",
                            limits::extend_minutes_max};
    }
    return model::may;
  }

  model::scope changes(const model::state&) const { return {.has_clock = true}; }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    assert(!s.phases.empty());
    s.phases.back().extended_ms += std::int64_t{minutes} * 60'000;
    t.add(model::record::phase);
  }
};
BOOST_DESCRIBE_STRUCT(extend_phase, (), (minutes))

} // namespace viche::ops
