// Shared questions and steps of the ops on ideas.
#include "ops/ideas.hpp"

#include <cassert>
#include <set>

namespace viche::ops {

using model::refusal;
using model::refused;
using model::verdict;

verdict check_present(const model::state& s, model::seq_t id) {
  const auto* i = model::find_idea(s, id);
  if (i == nullptr) return refused{refusal::idea_unknown};
  if (i->is_withdrawn) return refused{refusal::idea_withdrawn};
  return model::may;
}

verdict check_published(const model::state& s, model::seq_t id) {
  if (auto no = check_present(s, id)) return no;
  const auto* i = model::find_idea(s, id);
  if (i->hidden) return refused{refusal::idea_hidden};
  if (i->merged_into != 0) return refused{refusal::idea_merged};
  if (i->is_pending) return refused{refusal::idea_pending};
  return model::may;
}

verdict check_places_unseen(const model::state& s) {
  if (s.revealed_place != 0) return refused{refusal::results_were_shown};
  return model::may;
}

verdict check_shown_stands(const model::state& s, model::seq_t id) {
  const auto* i = model::find_idea(s, id);
  if (i == nullptr || model::total_of(s, model::root_of(s, *i)) == 0) return model::may;
  return check_places_unseen(s);
}

verdict check_own_unmoderated(const model::state& s, model::seq_t id, const model::actor& by) {
  const auto* i = model::find_idea(s, id);
  if (i == nullptr) return refused{refusal::idea_unknown};
  if (i->author != by) return refused{refusal::not_yours};
  if (i->is_withdrawn) return refused{refusal::idea_withdrawn};
  if (i->is_moderated) return refused{refusal::idea_moderated};
  return model::may;
}

verdict check_room(const model::state& s, const model::actor& by) {
  std::size_t all = s.ideas.size();
  std::size_t own = 0;
  for (const auto& [id, i] : s.ideas)
    own += i.author == by ? 1U : 0U;
  for (const auto& [id, l] : s.late_ideas) {
    if (l.fate == model::late_fate::accepted) continue; // an idea now, and counted
    ++all;
    own += l.author == by ? 1U : 0U;
  }
  if (by.as == model::role::resident && own >= limits::ideas_per_person_max) {
    return refused{refusal::own_ideas_full, nullptr, limits::ideas_per_person_max};
  }
  if (all >= limits::ideas_per_session_max) {
    return refused{refusal::ideas_full, nullptr, limits::ideas_per_session_max};
  }
  return model::may;
}

verdict check_areas(const model::state& s, const std::vector<model::slug>& areas) {
  if (areas.empty() || areas.size() > limits::idea_areas_max ||
      (areas.size() == 2 && areas[0] == areas[1])) {
    return refused{refusal::area_count, "areas", limits::idea_areas_max};
  }
  for (const auto& a : areas) {
    if (!model::has_area(s.set, a)) return refused{refusal::area_unknown, "areas"};
  }
  return model::may;
}

verdict check_no_hands(const model::state& s, model::seq_t id) {
  if (!s.hand_counts.contains(id)) return model::may;
  const auto* i = model::find_idea(s, id);
  return refused{refusal::idea_hands_counted, nullptr, i == nullptr ? 0 : i->number};
}

verdict check_second_to_withdraw(const std::optional<model::id128>& confirmed_by,
                                 const std::optional<model::id128>& asked_by,
                                 const model::actor& by) {
  if (!confirmed_by) return model::may;
  if (!asked_by) return refused{refusal::withdrawal_unasked};
  if (*asked_by == by.id) return refused{refusal::second_person_needed};
  return model::may;
}

verdict check_together(const std::vector<model::seq_t>& ideas) {
  const std::set<model::seq_t> distinct(ideas.begin(), ideas.end());
  if (ideas.empty() || ideas.size() > limits::ideas_together_max ||
      distinct.size() != ideas.size()) {
    return refused{refusal::ideas_malformed, "ideas", limits::ideas_together_max};
  }
  return model::may;
}

model::idea& idea_at(model::state& s, model::seq_t id) {
  const auto at = s.ideas.find(id);
  assert(at != s.ideas.end());
  return at->second;
}

void touch_ranking(const model::state& s, model::touched& t) {
  for (const auto& [id, i] : s.ideas)
    t.add(model::record::idea, id);
}

void touch_upwards(const model::state& s, const model::idea& i, model::touched& t) {
  t.add(model::record::idea, i.id);
  for (const auto* up = &i; up->merged_into != 0;) {
    up = model::find_idea(s, up->merged_into);
    t.add(model::record::idea, up->id);
  }
}

void touch_idea(const model::state& s, const model::idea& i, model::touched& t) {
  t.add(model::record::totals);
  t.add(model::record::hall);
  for (const auto* member : model::group_of(s, model::root_of(s, i))) {
    t.add(model::record::idea, member->id);
    if (member->author.as == model::role::resident) t.writers.insert(member->author.id);
    t.writers.insert(member->supporters.begin(), member->supporters.end());
    t.voters.insert(member->standing.begin(), member->standing.end());
  }
  if (s.spotlight != 0) t.add(model::record::spotlight);
  if (model::phase_now(s) >= model::phase::results) touch_ranking(s, t);
}

} // namespace viche::ops
