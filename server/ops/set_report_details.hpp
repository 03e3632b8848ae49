// set_report_details: what the council says of itself and of the session in its report. All at
// once, and after the session too.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct set_report_details {
  model::report_details details;

  static constexpr std::string_view name = "set_report_details";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::always();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state&, const model::actor&) const { return model::may; }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    const bool is_contact_new = s.details.contact != details.contact;
    s.details = details;
    t.add(model::record::council);
    if (is_contact_new) t.add(model::record::session);
  }
};
BOOST_DESCRIBE_STRUCT(set_report_details, (), (details))

} // namespace viche::ops
