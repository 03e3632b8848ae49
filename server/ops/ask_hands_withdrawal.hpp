// ask_hands_withdrawal: somebody says that hands which count should not. They go on counting until
// another person withdraws them: what two put in, no one takes out alone.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct ask_hands_withdrawal {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "ask_hands_withdrawal";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::vote, model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_places_unseen(s)) return no;
    const auto found = s.hand_counts.find(idea);
    if (found == s.hand_counts.end() || !found->second.confirmed_by) {
      return model::refused{model::refusal::hands_unknown};
    }
    if (!found->second.withdrawal_asked_by) return model::may;
    return model::refused{model::refusal::second_person_needed};
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.hand_counts.at(idea).withdrawal_asked_by = at.by.id;
    t.add(model::record::hand_count, idea);
  }
};
BOOST_DESCRIBE_STRUCT(ask_hands_withdrawal, (), (idea))

} // namespace viche::ops
