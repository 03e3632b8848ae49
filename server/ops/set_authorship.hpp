// set_authorship: whether people may sign their ideas. Names live outside the log and can be
// erased; this fact only says which it was.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct set_authorship {
  model::authorship mode{};

  static constexpr std::string_view name = "set_authorship";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state&, const model::actor&) const { return model::may; }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.authors = mode;
    t.add(model::record::session);
  }
};
BOOST_DESCRIBE_STRUCT(set_authorship, (), (mode))

} // namespace viche::ops
