// confirm_hands: a second person counted the same; from here on the hands count, apart from votes.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct confirm_hands {
  model::seq_t idea = 0;
  std::uint32_t hands = 0;

  static constexpr std::string_view name = "confirm_hands";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::vote, model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (auto no = check_places_unseen(s)) return no;
    const auto counted = s.hand_counts.find(idea);
    if (counted == s.hand_counts.end()) return model::refused{model::refusal::hands_unknown};
    if (counted->second.confirmed_by) {
      return model::refused{model::refusal::hands_counted_already};
    }
    if (counted->second.counted_by == by_whom.id) {
      return model::refused{model::refusal::second_person_needed};
    }
    if (counted->second.hands != hands) {
      return model::refused{model::refusal::hands_differ, "hands", counted->second.hands};
    }
    return check_published(s, idea);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.hand_counts.at(idea).confirmed_by = at.by.id;
    t.add(model::record::hand_count, idea);
    touch_upwards(s, idea_at(s, idea), t); // no person's own things change
  }
};
BOOST_DESCRIBE_STRUCT(confirm_hands, (), (idea, hands))

} // namespace viche::ops
