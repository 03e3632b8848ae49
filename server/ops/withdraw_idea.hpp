// withdraw_idea: its author takes it back. It stays in the log and in the count of what came in.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct withdraw_idea {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "withdraw_idea";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::ideas};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    const auto* i = model::find_idea(s, idea);
    if (i == nullptr) return model::refused{model::refusal::idea_unknown};
    if (i->author != by_whom) return model::refused{model::refusal::not_yours};
    if (i->is_withdrawn) return model::refused{model::refusal::idea_withdrawn};
    if (i->merged_into != 0 || !i->members.empty()) {
      return model::refused{model::refusal::idea_merged};
    }
    return model::may;
  }

  model::scope changes(const model::state&) const { return {.ideas = {idea}}; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.taken_back = at.seq;
    auto& i = idea_at(s, idea);
    i.is_withdrawn = true;
    touch_idea(s, i, t);
  }
};
BOOST_DESCRIBE_STRUCT(withdraw_idea, (), (idea))

} // namespace viche::ops
