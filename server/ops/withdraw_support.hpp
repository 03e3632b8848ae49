// withdraw_support: takes off all of the person's «+1» in the idea's group; they do not return at
// a split. Works on hidden ideas as well: what somebody said stays theirs to take back.
#pragma once

#include "ops/supports.hpp"

namespace viche::ops {

struct withdraw_support {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "withdraw_support";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::ideas};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    const auto* i = model::find_idea(s, idea);
    if (i == nullptr) return model::refused{model::refusal::idea_unknown};
    if (supported_in_group(s, model::root_of(s, *i), by_whom.id).empty()) {
      return model::refused{model::refusal::support_absent};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    const auto& root = model::root_of(s, idea_at(s, idea));
    for (const auto id : supported_in_group(s, root, at.by.id)) {
      auto& i = idea_at(s, id);
      i.supporters.erase(at.by.id);
      const auto facts = s.supporters.find(at.by.id);
      assert(facts != s.supporters.end());
      std::erase(facts->second, id);
      if (facts->second.empty()) s.supporters.erase(facts);
      touch_support(s, i, at.by.id, t);
    }
  }
};
BOOST_DESCRIBE_STRUCT(withdraw_support, (), (idea))

} // namespace viche::ops
