// reveal_place: the board shows the ranking down to this place; 1 shows everything. Counted down by
// the facilitator, from the tenth. What was shown cannot be unseen: see open_phase, merge, split.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct reveal_place {
  std::uint32_t place = 0;

  static constexpr std::string_view name = "reveal_place";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr model::phase_set when{model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (place < 1 || place > limits::reveal_place_max) {
      return model::refused{model::refusal::value_out_of_range, "place", limits::reveal_place_max};
    }
    if (s.revealed_place != 0 && place >= s.revealed_place) {
      return model::refused{model::refusal::results_were_shown, "place"};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.revealed_place = place;
    touch_ranking(s, t);
  }
};
BOOST_DESCRIBE_STRUCT(reveal_place, (), (place))

} // namespace viche::ops
