// edit_idea: its author puts it better, while ideas are open and nobody has worked on it.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct edit_idea {
  model::seq_t idea = 0;
  model::idea_text text;

  static constexpr std::string_view name = "edit_idea";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::ideas};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    return check_own_unmoderated(s, idea, by_whom);
  }

  model::scope changes(const model::state&) const { return {.ideas = {idea}}; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    auto& i = idea_at(s, idea);
    i.text = text;
    i.text_entries.push_back(at.seq);
    touch_idea(s, i, t);
  }
};
BOOST_DESCRIBE_STRUCT(edit_idea, (), (idea, text))

} // namespace viche::ops
