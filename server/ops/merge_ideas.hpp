// merge_ideas: others become part of a main idea. Votes stay facts about the idea they were cast
// for; support of the main idea is the distinct voters over its group. A merge frees no vote.
#pragma once

#include "ops/ideas.hpp"

#include <set>

namespace viche::ops {

struct merge_ideas {
  model::seq_t main = 0;
  std::vector<model::seq_t> others;

  static constexpr std::string_view name = "merge_ideas";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_places_unseen(s)) return no;
    const std::set<model::seq_t> distinct(others.begin(), others.end());
    if (others.empty() || others.size() > limits::merge_others_max ||
        distinct.size() != others.size() || distinct.contains(main)) {
      return model::refused{model::refusal::merge_malformed, "others", limits::merge_others_max};
    }
    if (auto no = check_published(s, main)) return no;
    if (auto no = check_no_hands(s, main)) return no;
    for (const auto other : others) {
      if (auto no = check_published(s, other)) return no;
      if (auto no = check_no_hands(s, other)) return no;
    }
    return model::may;
  }

  model::scope changes(const model::state&) const {
    model::scope what{.ideas = {main}};
    what.ideas.insert(what.ideas.end(), others.begin(), others.end());
    return what;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    auto& into = idea_at(s, main);
    into.is_moderated = true;
    for (const auto other : others) {
      auto& i = idea_at(s, other);
      i.merged_into = main;
      i.is_moderated = true;
      into.members.push_back(other);
    }
    touch_idea(s, into, t);
  }
};
BOOST_DESCRIBE_STRUCT(merge_ideas, (), (main, others))

} // namespace viche::ops
