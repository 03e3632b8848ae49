// decide_table: the decisions of a whole table that was filled in elsewhere. `as_of` is the seq of
// the state it was compared with, so that nothing decided since is overwritten unseen.
#pragma once

#include "ops/decisions.hpp"

#include <algorithm>

namespace viche::ops {

struct decide_table {
  model::seq_t as_of = 0;
  std::vector<model::decision_line> lines;

  static constexpr std::string_view name = "decide_table";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::always();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_lines(s, lines)) return no;
    const bool is_overtaken = std::ranges::any_of(
        lines, [&](const auto& one) { return model::decision_seq(s, one.idea) > as_of; });
    if (is_overtaken) return model::refused{model::refusal::decision_changed, "as_of"};
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    apply_lines(s, at, t, lines);
  }
};
BOOST_DESCRIBE_STRUCT(decide_table, (), (as_of, lines))

} // namespace viche::ops
