// configure_session: replaces the settings as a whole. What people have already built upon stays:
// an area with ideas cannot go, and nobody's votes change under their hands.
#pragma once

#include "ops/setup.hpp"

#include <algorithm>

namespace viche::ops {

struct configure_session : model::settings {
  static constexpr std::string_view name = "configure_session";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (votes_per_person != s.set.votes_per_person && !s.voters.empty()) {
      return model::refused{model::refusal::votes_cast_already, "votes_per_person"};
    }
    if (level != s.set.level && !s.voters.empty()) {
      return model::refused{model::refusal::votes_cast_already, "level"};
    }
    for (const auto& [id, i] : s.ideas) {
      if (!has_all(i.areas)) return model::refused{model::refusal::area_in_use, "areas"};
    }
    for (const auto& [id, l] : s.late_ideas) { // which may still become ideas
      const bool is_waiting = l.fate == model::late_fate::waiting;
      if (is_waiting && !has_all(l.areas)) {
        return model::refused{model::refusal::area_in_use, "areas"};
      }
    }
    const bool is_answered = !s.warmup.answers.empty() || !s.warmup.hands.empty();
    if (is_answered && s.warmup.options.empty() && !begins_as(s.set.settlements)) {
      return model::refused{model::refusal::warmup_answered, "settlements"};
    }
    return check_settings(*this);
  }

  // An answer to the warm-up is the place of a settlement in the list: more may follow, none move.
  bool begins_as(const std::vector<model::title_text>& before) const {
    return settlements.size() >= before.size() &&
           std::equal(before.begin(), before.end(), settlements.begin());
  }

  bool has_all(const std::vector<model::slug>& used) const {
    return std::ranges::all_of(used, [&](const auto& a) { return model::has_area(*this, a); });
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.set = *this;
    if (!s.board.area.value.empty() && !model::has_area(s.set, s.board.area)) {
      s.board.area = {}; // the board cannot show what is no area any more
      t.add(model::record::board);
    }
    t.add(model::record::session);
    t.add(model::record::hall); // its tables and settlements
    t.add(model::record::warmup); // which may ask for the settlements
  }
};
BOOST_DESCRIBE_STRUCT(configure_session, (model::settings), ())

} // namespace viche::ops
