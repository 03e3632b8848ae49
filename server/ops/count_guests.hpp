// count_guests: how many people without a phone sit at a table, from one settlement (empty: not
// said). Whoever registers them says the whole number; nobody is named.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct count_guests {
  std::uint32_t table = 0;
  model::optional_text settlement;
  std::uint32_t people = 0;

  static constexpr std::string_view name = "count_guests";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    // Also where the table or settlement is none of the session's any more.
    if (people == 0 && s.guests.contains({table, settlement.value})) return model::may;
    if (!model::is_table(s.set, table))
      return model::refused{model::refusal::value_out_of_range, "table", s.set.tables};
    if (people > limits::guests_max)
      return model::refused{model::refusal::value_out_of_range, "people", limits::guests_max};
    if (!settlement.value.empty() && !model::is_settlement(s.set, settlement.value)) {
      return model::refused{model::refusal::value_out_of_range, "settlement"};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.guests[{table, settlement.value}] = people;
    if (people == 0) s.guests.erase({table, settlement.value});
    t.add(model::record::totals);
    t.add(model::record::guests);
    t.add(model::record::hall);
  }
};
BOOST_DESCRIBE_STRUCT(count_guests, (), (table, settlement, people))

} // namespace viche::ops
