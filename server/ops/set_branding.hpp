// set_branding: the partners of a session and a picture for board and report.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct set_branding {
  model::optional_text partners;
  model::picture logo;

  static constexpr std::string_view name = "set_branding";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state&, const model::actor&) const {
    if (logo.base64.size() > limits::picture_bytes_max)
      return model::refused{model::refusal::value_out_of_range, "logo", limits::picture_bytes_max};
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.branding = {.partners = partners, .logo = logo};
    t.add(model::record::branding);
  }
};
BOOST_DESCRIBE_STRUCT(set_branding, (), (partners, logo))

} // namespace viche::ops
