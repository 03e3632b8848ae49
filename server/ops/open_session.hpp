// open_session: the first entry of every log. Made by the server itself for whoever holds the
// host key; its links carry keyed hashes, the secrets are shown once and never stored.
#pragma once

#include "ops/setup.hpp"

namespace viche::ops {

struct open_session : model::settings {
  std::vector<model::link> links;

  static constexpr std::string_view name = "open_session";
  static constexpr model::role_set who{model::role::host};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;
  static constexpr bool is_made_by_server = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (s.seq != 0) return model::refused{model::refusal::not_allowed};
    if (links.size() > limits::links_max) {
      return model::refused{model::refusal::value_out_of_range, "links", limits::links_max};
    }
    return check_settings(*this);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.set = *this;
    for (const auto& l : links)
      s.links.push_back({l.role, l.hash, {}});
    s.phases = {{.what = model::phase::lobby, .opened_at = at.time_ms}};
    t.add(model::record::session);
    t.add(model::record::phase);
    t.add(model::record::spotlight);
    t.add(model::record::totals);
    t.add(model::record::staff);
    t.add(model::record::warmup); // which asks for the settlements
    t.add(model::record::hall);   // its tables and settlements
  }
};
BOOST_DESCRIBE_STRUCT(open_session, (model::settings), (links))

} // namespace viche::ops
