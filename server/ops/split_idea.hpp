// split_idea: takes an idea out of the one it was merged into, with what had been merged into it
// before: exactly what was. Votes taken off meanwhile do not return.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct split_idea {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "split_idea";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_places_unseen(s)) return no;
    if (auto no = check_present(s, idea)) return no;
    if (model::find_idea(s, idea)->merged_into == 0) {
      return model::refused{model::refusal::idea_not_merged};
    }
    return check_no_hands(s, model::root_of(s, *model::find_idea(s, idea)).id);
  }

  model::scope changes(const model::state& s) const {
    return {.ideas = {idea, model::find_idea(s, idea)->merged_into}};
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    auto& i = idea_at(s, idea);
    auto& from = idea_at(s, i.merged_into);
    touch_idea(s, from, t); // before they part: everybody of the group is touched
    std::erase(from.members, idea);
    i.merged_into = 0;
  }
};
BOOST_DESCRIBE_STRUCT(split_idea, (), (idea))

} // namespace viche::ops
