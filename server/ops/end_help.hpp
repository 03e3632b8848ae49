// end_help: somebody went to this table (0: those who sit at none); every request from there is
// answered by it.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct end_help {
  std::uint32_t table = 0;

  static constexpr std::string_view name = "end_help";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    for (const auto& [writer, since] : s.asking) {
      if (model::table_of(s, writer) == table) return model::may;
    }
    return model::refused{model::refusal::help_absent, "table"};
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    std::erase_if(s.asking, [&](const auto& one) {
      if (model::table_of(s, one.first) != table) return false;
      t.writers.insert(one.first);
      return true;
    });
    t.add(model::record::help);
  }
};
BOOST_DESCRIBE_STRUCT(end_help, (), (table))

} // namespace viche::ops
