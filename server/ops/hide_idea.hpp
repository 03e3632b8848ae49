// hide_idea: takes an idea off every screen, with a reason of the list. Its votes stay spent.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct hide_idea {
  model::seq_t idea = 0;
  model::hide_reason reason{};

  static constexpr std::string_view name = "hide_idea";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    return check_published(s, idea);
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    auto& i = idea_at(s, idea);
    i.hidden = reason;
    i.is_moderated = true;
    touch_idea(s, i, t);
  }
};
BOOST_DESCRIBE_STRUCT(hide_idea, (), (idea, reason))

} // namespace viche::ops
