// join: somebody takes part, and says what the report may know in groups: table and settlement.
// Said again it replaces what was said. It belongs to the writer, never to the voter.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct join {
  std::uint32_t table = 0;
  model::optional_text settlement;
  model::channel channel{};

  static constexpr std::string_view name = "join";
  static constexpr model::role_set who{model::role::resident};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (!model::is_table(s.set, table)) {
      return model::refused{model::refusal::value_out_of_range, "table", s.set.tables};
    }
    // Only what the council listed: a free field would collect personal data.
    if (!settlement.value.empty() && !model::is_settlement(s.set, settlement.value)) {
      return model::refused{model::refusal::value_out_of_range, "settlement"};
    }
    if (channel != model::channel::phone) {
      return model::refused{model::refusal::not_allowed, "channel"};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.people[at.by.id] = {.table = table, .settlement = settlement.value, .channel = channel};
    t.add(model::record::totals);
    t.add(model::record::hall);
    t.add(model::record::help); // who asked for a hand may sit elsewhere now
    t.writers.insert(at.by.id);
  }
};
BOOST_DESCRIBE_STRUCT(join, (), (table, settlement, channel))

} // namespace viche::ops
