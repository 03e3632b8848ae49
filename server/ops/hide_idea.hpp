// hide_idea: takes an idea off every screen, with a reason of the list. Its votes stay spent. Once
// places were shown, only what has no votes goes: a text that must not stand is redacted then.
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
    if (auto no = check_present(s, idea)) return no;
    const auto* i = model::find_idea(s, idea); // one that waits for approval may be hidden as well
    if (i->hidden) return model::refused{model::refusal::idea_hidden};
    if (i->merged_into != 0) return model::refused{model::refusal::idea_merged};
    return check_shown_stands(s, idea);
  }

  model::scope changes(const model::state&) const { return {.ideas = {idea}}; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.taken_back = at.seq;
    auto& i = idea_at(s, idea);
    i.hidden = reason;
    i.is_moderated = true;
    touch_idea(s, i, t);
  }
};
BOOST_DESCRIBE_STRUCT(hide_idea, (), (idea, reason))

} // namespace viche::ops
