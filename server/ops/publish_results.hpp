// publish_results: from now on everybody may read the results page, what it is made of, and the
// public journal.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct publish_results {
  static constexpr std::string_view name = "publish_results";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr model::phase_set when{model::phase::results, model::phase::closed};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state&, const model::actor&) const { return model::may; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.publication = {.is_published = true, .since = at.time_ms};
    t.add(model::record::publication);
  }
};
BOOST_DESCRIBE_STRUCT(publish_results, (), ())

} // namespace viche::ops
