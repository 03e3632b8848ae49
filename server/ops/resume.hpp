// resume: ends the pause; the clock goes on with what was left.
#pragma once

#include "ops/open_phase.hpp"

namespace viche::ops {

struct resume {
  static constexpr std::string_view name = "resume";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (!s.is_paused) return model::refused{model::refusal::not_paused};
    return model::may;
  }

  model::scope changes(const model::state&) const { return {.has_clock = true}; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    open_phase::end_pause(s, at);
    t.add(model::record::phase);
  }
};
BOOST_DESCRIBE_STRUCT(resume, (), ())

} // namespace viche::ops
