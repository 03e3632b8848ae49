// claim_ideas: a facilitator takes ideas to work on, so that another does not open the same ones.
// A sign, not a lock: whoever claims last has them, and nobody is kept from doing anything.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct claim_ideas {
  std::vector<model::seq_t> ideas;

  static constexpr std::string_view name = "claim_ideas";
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

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    for (const auto id : ideas) {
      idea_at(s, id).claimed_by = at.by.id;
      t.add(model::record::idea, id);
    }
  }
};
BOOST_DESCRIBE_STRUCT(claim_ideas, (), (ideas))

} // namespace viche::ops
