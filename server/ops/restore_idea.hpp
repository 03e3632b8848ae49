// restore_idea: brings a hidden idea back, with everything it had.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct restore_idea {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "restore_idea";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_present(s, idea)) return no;
    if (!model::find_idea(s, idea)->hidden) {
      return model::refused{model::refusal::idea_not_hidden};
    }
    return check_shown_stands(s, idea);
  }

  model::scope changes(const model::state&) const { return {.ideas = {idea}}; }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    auto& i = idea_at(s, idea);
    i.hidden.reset();
    touch_idea(s, i, t);
  }
};
BOOST_DESCRIBE_STRUCT(restore_idea, (), (idea))

} // namespace viche::ops
