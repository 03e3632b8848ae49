// withdraw_hands: a count of hands goes; the idea may be merged and split again. One that counts
// goes only where another person asked for it (ask_hands_withdrawal).
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct withdraw_hands {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "withdraw_hands";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::vote, model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (auto no = check_places_unseen(s)) return no;
    const auto found = s.hand_counts.find(idea);
    if (found == s.hand_counts.end()) return model::refused{model::refusal::hands_unknown};
    const auto& counted = found->second;
    return check_second_to_withdraw(counted.confirmed_by, counted.withdrawal_asked_by, by_whom);
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.hand_counts.erase(idea);
    t.add(model::record::hand_count, idea);
    touch_upwards(s, idea_at(s, idea), t); // no person's own things change
  }
};
BOOST_DESCRIBE_STRUCT(withdraw_hands, (), (idea))

} // namespace viche::ops
