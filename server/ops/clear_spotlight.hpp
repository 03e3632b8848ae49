// clear_spotlight: gives the board back to its phase.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct clear_spotlight {
  static constexpr std::string_view name = "clear_spotlight";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (s.spotlight == 0) return model::refused{model::refusal::spotlight_empty};
    return model::may;
  }

  model::scope changes(const model::state&) const { return {.has_spotlight = true}; }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.spotlight = 0;
    t.add(model::record::spotlight);
  }
};
BOOST_DESCRIBE_STRUCT(clear_spotlight, (), ())

} // namespace viche::ops
