// tag_idea: gives an idea its 1–2 areas; its author until it is moderated, facilitators always.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct tag_idea {
  model::seq_t idea = 0;
  std::vector<model::slug> areas;

  static constexpr std::string_view name = "tag_idea";
  static constexpr model::role_set who{model::role::resident, model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (by_whom.as == model::role::resident) {
      if (model::phase_now(s) != model::phase::ideas) {
        return model::refused{model::refusal::wrong_phase};
      }
      if (auto no = check_own_unmoderated(s, idea, by_whom)) return no;
    } else if (auto no = check_present(s, idea)) {
      return no;
    }
    return check_areas(s, areas);
  }

  model::scope changes(const model::state&) const { return {.ideas = {idea}}; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    auto& i = idea_at(s, idea);
    i.areas = areas;
    i.is_moderated = i.is_moderated || at.by.as == model::role::facilitator;
    touch_idea(s, i, t);
  }
};
BOOST_DESCRIBE_STRUCT(tag_idea, (), (idea, areas))

} // namespace viche::ops
