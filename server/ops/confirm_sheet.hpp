// confirm_sheet: a second person read the same from the sheet; from here on it counts.
#pragma once

#include "ops/sheets.hpp"

namespace viche::ops {

struct confirm_sheet {
  std::uint32_t sheet = 0;
  std::vector<model::seq_t> ideas;

  static constexpr std::string_view name = "confirm_sheet";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::vote, model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (auto no = check_places_unseen(s)) return no;
    const auto found = s.sheets.find(sheet);
    if (found == s.sheets.end()) return model::refused{model::refusal::sheet_unknown};
    if (found->second.confirmed_by) return model::refused{model::refusal::sheet_confirmed_already};
    if (found->second.entered_by == by_whom.id) {
      return model::refused{model::refusal::second_person_needed};
    }
    if (!is_same_set(found->second.ideas, ideas)) {
      return model::refused{model::refusal::sheet_differs, "ideas"};
    }
    if (auto no = check_sheet_number(s, sheet)) return no; // its card may have been replaced since
    if (auto no = check_marks(s, ideas)) return no; // an idea may have been merged or hidden since
    return check_online(s, sheet, found->second.replaces_online);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    auto& paper = s.sheets.at(sheet);
    paper.confirmed_by = at.by.id;
    count_sheet(s, sheet, t);
    t.add(model::record::sheet, sheet);
  }
};
BOOST_DESCRIBE_STRUCT(confirm_sheet, (), (sheet, ideas))

} // namespace viche::ops
