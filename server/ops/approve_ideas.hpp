// approve_ideas: lets ideas that waited for it be seen by everybody, several at once.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct approve_ideas {
  std::vector<model::seq_t> ideas;

  static constexpr std::string_view name = "approve_ideas";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_together(ideas)) return no;
    for (const auto id : ideas) {
      if (auto no = check_present(s, id)) return no;
      if (!model::find_idea(s, id)->is_pending) {
        return model::refused{model::refusal::idea_not_pending};
      }
      if (auto no = check_shown_stands(s, id)) return no;
    }
    return model::may;
  }

  model::scope changes(const model::state&) const { return {.ideas = ideas}; }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    for (const auto id : ideas) {
      auto& i = idea_at(s, id);
      i.is_pending = false;
      i.is_moderated = true;
      touch_idea(s, i, t);
    }
  }
};
BOOST_DESCRIBE_STRUCT(approve_ideas, (), (ideas))

} // namespace viche::ops
