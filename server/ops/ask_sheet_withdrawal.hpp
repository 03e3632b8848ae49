// ask_sheet_withdrawal: somebody says that a sheet which counts should not. It goes on counting
// until another person withdraws it: what two put in, no one takes out alone.
#pragma once

#include "ops/sheets.hpp"

namespace viche::ops {

struct ask_sheet_withdrawal {
  std::uint32_t sheet = 0;

  static constexpr std::string_view name = "ask_sheet_withdrawal";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::vote, model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_places_unseen(s)) return no;
    const auto found = s.sheets.find(sheet);
    if (found == s.sheets.end() || !found->second.confirmed_by) {
      return model::refused{model::refusal::sheet_unknown};
    }
    if (!found->second.withdrawal_asked_by) return model::may;
    return model::refused{model::refusal::second_person_needed};
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.sheets.at(sheet).withdrawal_asked_by = at.by.id;
    t.add(model::record::sheet, sheet);
  }
};
BOOST_DESCRIBE_STRUCT(ask_sheet_withdrawal, (), (sheet))

} // namespace viche::ops
