// support_idea: «+1» to somebody else's idea while ideas are open. A fact about this very idea, by
// the writer: it is shown beside votes and never counted as one. One person supports a group once.
#pragma once

#include "ops/supports.hpp"

namespace viche::ops {

struct support_idea {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "support_idea";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::ideas};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (auto no = check_published(s, idea)) return no;
    const auto& root = *model::find_idea(s, idea);
    for (const auto* member : model::group_of(s, root)) {
      if (member->author == by_whom) return model::refused{model::refusal::idea_own};
    }
    if (!supported_in_group(s, root, by_whom.id).empty()) {
      return model::refused{model::refusal::support_stands_already};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    auto& i = idea_at(s, idea);
    [[maybe_unused]] const bool is_new = i.supporters.insert(at.by.id).second;
    assert(is_new);
    s.supporters[at.by.id].push_back(idea);
    touch_support(s, i, at.by.id, t);
  }
};
BOOST_DESCRIBE_STRUCT(support_idea, (), (idea))

} // namespace viche::ops
