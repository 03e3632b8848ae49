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
    // A sheet is a card's or nobody's, by the level: one that waits would become another voter's.
    if (level != s.set.level && (!s.voters.empty() || !s.sheets.empty())) {
      return model::refused{model::refusal::votes_cast_already, "level"};
    }
    if (const auto place = place_of_missed(s); place != 0) {
      return model::refused{model::refusal::area_in_use, "areas", place};
    }
    if (!keeps_answers(s)) return model::refused{model::refusal::warmup_answered, "settlements"};
    return check_settings(*this);
  }

  // An answer of the warm-up is a place in the list that was asked for; more may come behind it.
  bool keeps_answers(const model::state& s) const {
    const auto& asked = s.warmup;
    if (!asked.options.empty() || (asked.answers.empty() && asked.hands.empty())) return true;
    const auto& before = s.set.settlements;
    return before.size() <= settlements.size() &&
           std::equal(before.begin(), before.end(), settlements.begin());
  }

  // The first of the session's areas that would go from under an idea, counted from 1; 0: none.
  std::uint64_t place_of_missed(const model::state& s) const {
    std::uint64_t place = 0;
    for (const auto& area : s.set.areas) {
      ++place;
      if (!model::has_area(*this, area.slug) && is_used(s, area.slug)) return place;
    }
    return 0;
  }

  static bool is_used(const model::state& s, const model::slug& area) {
    const auto has_it = [&](const auto& one) {
      return std::ranges::find(one.second.areas, area) != one.second.areas.end();
    };
    return std::ranges::any_of(s.ideas, has_it) ||
           std::ranges::any_of(s.late_ideas, [&](const auto& one) { // it may still become an idea
             return one.second.fate == model::late_fate::waiting && has_it(one);
           });
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
