// release_ideas: lets claimed ideas go, one's own or those of somebody who has left.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct release_ideas {
  std::vector<model::seq_t> ideas;

  static constexpr std::string_view name = "release_ideas";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_together(ideas)) return no;
    for (const auto id : ideas) {
      if (auto no = check_present(s, id)) return no;
    }
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    for (const auto id : ideas) {
      idea_at(s, id).claimed_by.reset();
      t.add(model::record::idea, id);
    }
  }
};
BOOST_DESCRIBE_STRUCT(release_ideas, (), (ideas))

} // namespace viche::ops
