// withdraw_vote: takes off all of the voter's facts in the idea's group; they do not return at a
// split. Works on hidden ideas as well, so that nobody's vote is locked in.
#pragma once

#include "ops/sheets.hpp"

namespace viche::ops {

struct withdraw_vote {
  model::seq_t idea = 0;

  static constexpr std::string_view name = "withdraw_vote";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::vote};
  static constexpr hand by = hand::voter;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (s.paper_voters.contains(by_whom.id)) {
      return model::refused{model::refusal::voted_on_paper};
    }
    if (auto no = check_no_sheet_waits(s, by_whom.id)) return no;
    const auto* i = model::find_idea(s, idea);
    if (i == nullptr) return model::refused{model::refusal::idea_unknown};
    if (standing_in_group(s, model::root_of(s, *i), by_whom.id).empty()) {
      return model::refused{model::refusal::vote_absent};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    const auto& root = model::root_of(s, idea_at(s, idea));
    for (const auto id : standing_in_group(s, root, at.by.id)) {
      auto& i = idea_at(s, id);
      i.standing.erase(at.by.id);
      const auto facts = s.voters.find(at.by.id);
      assert(facts != s.voters.end());
      std::erase(facts->second, id);
      if (facts->second.empty()) s.voters.erase(facts);
      touch_vote(s, i, at.by.id, t);
    }
  }
};
BOOST_DESCRIBE_STRUCT(withdraw_vote, (), (idea))

} // namespace viche::ops
