// drop_warmup_hands: what links withdrawn since had counted in the warm-up no longer counts. Nobody
// else could correct it: each link counts its own.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct drop_warmup_hands {
  static constexpr std::string_view name = "drop_warmup_hands";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (model::warmup_hands_left(s) > 0) return model::may;
    return model::refused{model::refusal::hands_unknown};
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    std::erase_if(s.warmup.hands, [&](const auto& counted) {
      return !model::role_of_link(s, counted.first.first);
    });
    t.add(model::record::warmup);
  }
};
BOOST_DESCRIBE_STRUCT(drop_warmup_hands, (), ())

} // namespace viche::ops
