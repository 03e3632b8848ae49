// withdraw_results: the results page is seen by nobody any more. Copies that people made stay.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct withdraw_results {
  static constexpr std::string_view name = "withdraw_results";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr model::phase_set when{model::phase::results, model::phase::closed};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state&, const model::actor&) const { return model::may; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.taken_back = at.seq;
    s.publication = {.is_published = false, .since = at.time_ms};
    t.add(model::record::publication);
  }
};
BOOST_DESCRIBE_STRUCT(withdraw_results, (), ())

} // namespace viche::ops
