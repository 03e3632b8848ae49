// add_link: one more link of staff, made by the server itself for a facilitator, or for whoever
// holds the data file: the secret is shown once and never stored, the log holds its keyed hash.
// In a closed session too: a council that lost its link must come to its report.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct add_link {
  model::role role = model::role::facilitator;
  model::id128 hash;
  model::optional_text called;

  static constexpr std::string_view name = "add_link";
  static constexpr model::role_set who{model::role::facilitator, model::role::host};
  static constexpr auto when = model::phase_set::always();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;
  static constexpr bool is_made_by_server = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    const bool is_staff = role == model::role::facilitator || role == model::role::operator_ ||
                          role == model::role::board;
    if (!is_staff) return model::refused{model::refusal::value_out_of_range, "role"};
    if (s.links.size() >= limits::links_max) {
      return model::refused{model::refusal::value_out_of_range, "links", limits::links_max};
    }
    if (model::role_of_link(s, hash)) return model::refused{model::refusal::not_allowed, "hash"};
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.links.push_back({role, hash, called.value});
    t.add(model::record::staff);
  }
};
BOOST_DESCRIBE_STRUCT(add_link, (), (role, hash, called))

} // namespace viche::ops
