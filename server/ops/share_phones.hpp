// share_phones: how many people may use one phone, each in a person slot of their own. Whoever
// joined in a slot stays, also when fewer are allowed later.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct share_phones {
  std::uint32_t people = 0;

  static constexpr std::string_view name = "share_phones";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state&, const model::actor&) const {
    if (people < 1 || people > limits::slots_max) {
      return model::refused{model::refusal::value_out_of_range, "people", limits::slots_max};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.people_per_phone = people;
    t.add(model::record::session);
  }
};
BOOST_DESCRIBE_STRUCT(share_phones, (), (people))

} // namespace viche::ops
