// cast_vote: a fact about this very idea, by the voter. Refused if the voter stands anywhere in
// the idea's group: one voter supports a group once.
#pragma once

#include "ops/sheets.hpp"

namespace viche::ops {

struct cast_vote {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "cast_vote";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::vote};
  static constexpr hand by = hand::voter;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (s.paper_voters.contains(by_whom.id)) {
      return model::refused{model::refusal::voted_on_paper};
    }
    if (auto no = check_no_sheet_waits(s, by_whom.id)) return no;
    if (auto no = check_published(s, idea)) return no;
    if (!standing_in_group(s, *model::find_idea(s, idea), by_whom.id).empty()) {
      return model::refused{model::refusal::vote_stands_already};
    }
    if (votes_spent(s, by_whom.id) >= s.set.votes_per_person) {
      return model::refused{model::refusal::no_votes_left, nullptr, s.set.votes_per_person};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    auto& i = idea_at(s, idea);
    [[maybe_unused]] const bool is_new = i.standing.insert(at.by.id).second;
    assert(is_new);
    s.voters[at.by.id].push_back(idea);
    touch_vote(s, i, at.by.id, t);
  }
};
BOOST_DESCRIBE_STRUCT(cast_vote, (), (idea))

} // namespace viche::ops
