// withdraw_sheet: a sheet was entered wrongly; its votes go, and those it replaced do not return.
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

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_places_unseen(s)) return no;
    if (!s.sheets.contains(sheet)) return model::refused{model::refusal::sheet_unknown};
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    if (s.sheets.at(sheet).confirmed_by) uncount_sheet(s, sheet, t);
    s.sheets.erase(sheet);
    t.add(model::record::sheet, sheet);
  }
};
BOOST_DESCRIBE_STRUCT(withdraw_sheet, (), (sheet))

} // namespace viche::ops
