// undo_entry: takes back one of this link's own steps, exactly as it was before. Refused once
// anything it changed was changed again, by whomever: then there is no "before" to go back to.
#pragma once

#include "ops/ideas.hpp"

#include <cassert>

namespace viche::ops {

struct undo_entry {
  model::seq_t entry = 0;

  static constexpr std::string_view name = "undo_entry";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    const auto* step = model::find_step(s, by_whom.id, entry);
    if (step == nullptr) return model::refused{model::refusal::undo_unknown};
    if (const auto idea = model::changed_since(s, *step)) {
      const auto* changed = model::find_idea(s, *idea);
      return model::refused{model::refusal::undo_overtaken, "entry",
                            changed == nullptr ? 0 : changed->number};
    }
    return check_before(s, *step);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    const auto* step = model::find_step(s, at.by.id, entry);
    assert(step != nullptr);
    const auto ideas = ideas_of(*step);
    const bool has_clock = step->clock.has_value();
    for (const auto id : ideas)
      touch_idea(s, idea_at(s, id), t); // before they part or meet again
    model::put_back(s, at.by.id, entry, t);
    for (const auto id : ideas)
      touch_idea(s, idea_at(s, id), t);
    t.add(model::record::spotlight);
    if (!has_clock) return;
    t.add(model::record::phase);
    t.add(model::record::totals);
    touch_ranking(s, t);
  }

  // What the hall was shown stays, and so does an area's end.
  static model::verdict check_before(const model::state& s, const model::undo_step& step) {
    for (const auto& was : step.ideas) {
      const auto& now = *model::find_idea(s, was.id);
      if (now.merged_into != was.merged_into) {
        if (auto no = check_places_unseen(s)) return no;
        for (const auto& other : step.ideas) { // hands are raised for a whole group
          const auto& root = model::root_of(s, *model::find_idea(s, other.id));
          if (auto no = check_no_hands(s, root.id)) return no;
        }
      }
      if (now.hidden.has_value() != was.hidden.has_value() || now.is_pending != was.is_pending) {
        if (auto no = check_shown_stands(s, was.id)) return no;
      }
      if (auto no = check_areas(s, was.areas)) return no;
    }
    const bool opened_phase = step.clock && step.clock->phases != s.phases.size();
    return opened_phase ? check_places_unseen(s) : model::may;
  }

  static std::vector<model::seq_t> ideas_of(const model::undo_step& step) {
    std::vector<model::seq_t> ids;
    for (const auto& was : step.ideas)
      ids.push_back(was.id);
    return ids;
  }
};
BOOST_DESCRIBE_STRUCT(undo_entry, (), (entry))

} // namespace viche::ops
