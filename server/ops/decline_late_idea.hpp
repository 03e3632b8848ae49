// decline_late_idea: the desk does not take a late idea. Nobody needs its text any more: it is
// erased in the same transaction. Its author is told.
#pragma once

#include "ops/late_ideas.hpp"

namespace viche::ops {

struct decline_late_idea {
  model::seq_t late = 0;

  static constexpr std::string_view name = "decline_late_idea";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    return check_waiting(s, late);
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    auto& l = late_at(s, late);
    l.text = {};
    l.fate = model::late_fate::declined;
    t.texts_erased.push_back(late);
    touch_late(l, t);
  }
};
BOOST_DESCRIBE_STRUCT(decline_late_idea, (), (late))

} // namespace viche::ops
