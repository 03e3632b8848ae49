// withdraw_link: from now on this link opens nothing, and pages that came by it are closed. Never
// one's own: whoever cuts off others stays there to answer for it, and somebody always leads.
// In a closed session too, as links are made there.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct withdraw_link {
  model::id128 link;

  static constexpr std::string_view name = "withdraw_link";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::always();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (!model::role_of_link(s, link)) return model::refused{model::refusal::link_unknown};
    if (by_whom.id == link) return model::refused{model::refusal::link_own};
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    std::erase_if(s.links, [&](const model::staff_link& l) { return l.hash == link; });
    s.undo_steps.erase(link);
    t.links_withdrawn.insert(link);
    t.add(model::record::staff);
    if (model::warmup_hands_left(s) > 0) t.add(model::record::warmup);
  }
};
BOOST_DESCRIBE_STRUCT(withdraw_link, (), (link))

} // namespace viche::ops
