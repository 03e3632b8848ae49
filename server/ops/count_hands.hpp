// count_hands: hands raised for an idea, as one person counted; it counts once another has
// confirmed. Until then it may be counted anew.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct count_hands {
  model::seq_t idea = 0;
  std::uint32_t hands = 0;

  static constexpr std::string_view name = "count_hands";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::vote, model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_places_unseen(s)) return no;
    if (auto no = check_published(s, idea)) return no;
    if (hands == 0 || hands > limits::hands_max)
      return model::refused{model::refusal::value_out_of_range, "hands", limits::hands_max};
    const auto counted = s.hand_counts.find(idea);
    if (counted != s.hand_counts.end() && counted->second.confirmed_by) {
      return model::refused{model::refusal::hands_counted_already};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.hand_counts[idea] = {.hands = hands, .counted_by = at.by.id};
    t.add(model::record::hand_count, idea);
  }
};
BOOST_DESCRIBE_STRUCT(count_hands, (), (idea, hands))

} // namespace viche::ops
