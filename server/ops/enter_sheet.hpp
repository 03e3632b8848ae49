// enter_sheet: a paper voting sheet as one person read it; it counts once another has confirmed it.
// At level 2 its number is the card's, and votes given online with that card are replaced as a
// whole, and stay as they are until then.
#pragma once

#include "ops/sheets.hpp"

namespace viche::ops {

struct enter_sheet {
  std::uint32_t sheet = 0;
  std::vector<model::seq_t> ideas;
  bool replaces_online = false;

  static constexpr std::string_view name = "enter_sheet";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::vote, model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_places_unseen(s)) return no;
    if (s.sheets.contains(sheet)) return model::refused{model::refusal::sheet_entered_already};
    if (auto no = check_sheet_number(s, sheet)) return no;
    if (auto no = check_marks(s, ideas)) return no;
    const bool has_online = votes_spent(s, model::voter_of_sheet(s, sheet)) > 0;
    if (replaces_online && !has_online) {
      return model::refused{model::refusal::online_votes_absent, "replaces_online"};
    }
    return check_online(s, sheet, replaces_online);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.sheets[sheet] = {.ideas = ideas, .entered_by = at.by.id, .replaces_online = replaces_online};
    t.add(model::record::sheet, sheet);
  }
};
BOOST_DESCRIBE_STRUCT(enter_sheet, (), (sheet, ideas, replaces_online))

} // namespace viche::ops
