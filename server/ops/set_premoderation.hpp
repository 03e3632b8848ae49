// set_premoderation: whether an idea waits for a facilitator's approval before anybody sees it.
// Those that wait when it is switched off go on waiting: somebody has to look at them.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct set_premoderation {
  bool is_on = false;

  static constexpr std::string_view name = "set_premoderation";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state&, const model::actor&) const { return model::may; }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.has_premoderation = is_on;
    s.had_premoderation = s.had_premoderation || is_on;
    t.add(model::record::session);
  }
};
BOOST_DESCRIBE_STRUCT(set_premoderation, (), (is_on))

} // namespace viche::ops
