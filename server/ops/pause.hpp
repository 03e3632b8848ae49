// pause: stops the clock of any phase, with the reason that phones show and the report prints.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct pause {
  model::pause_reason reason{};

  static constexpr std::string_view name = "pause";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (s.is_paused) return model::refused{model::refusal::paused_already};
    return model::may;
  }

  model::scope changes(const model::state&) const { return {.has_clock = true}; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.is_paused = true;
    s.pauses.push_back({.reason = reason, .since = at.time_ms, .in = model::phase_now(s)});
    t.add(model::record::phase);
  }
};
BOOST_DESCRIBE_STRUCT(pause, (), (reason))

} // namespace viche::ops
