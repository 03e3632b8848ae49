// spotlight_idea: shows one idea large on the board.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct spotlight_idea {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "spotlight_idea";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    return check_published(s, idea);
  }

  model::scope changes(const model::state&) const { return {.has_spotlight = true}; }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.spotlight = idea;
    t.add(model::record::spotlight);
  }
};
BOOST_DESCRIBE_STRUCT(spotlight_idea, (), (idea))

} // namespace viche::ops
