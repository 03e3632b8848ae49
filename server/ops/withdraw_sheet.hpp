// withdraw_sheet: a sheet was entered wrongly; its votes go, and those it replaced do not return.
// One that counts goes only where another person asked for it (ask_sheet_withdrawal).
#pragma once

#include "ops/sheets.hpp"

namespace viche::ops {

struct withdraw_sheet {
  std::uint32_t sheet = 0;

  static constexpr std::string_view name = "withdraw_sheet";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::vote, model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (auto no = check_places_unseen(s)) return no;
    const auto found = s.sheets.find(sheet);
    if (found == s.sheets.end()) return model::refused{model::refusal::sheet_unknown};
    const auto& paper = found->second;
    return check_second_to_withdraw(paper.confirmed_by, paper.withdrawal_asked_by, by_whom);
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    if (s.sheets.at(sheet).confirmed_by) uncount_sheet(s, sheet, t);
    s.sheets.erase(sheet);
    t.add(model::record::sheet, sheet);
  }
};
BOOST_DESCRIBE_STRUCT(withdraw_sheet, (), (sheet))

} // namespace viche::ops
