// Remembering and putting back.
#include "model/undo.hpp"

#include "limits.hpp"
#include "model/state.hpp"

#include <algorithm>
#include <cassert>
#include <tuple>

namespace viche::model {
namespace {

idea_before as_it_is(const idea& i) {
  return {.id = i.id,
          .text = i.text,
          .original = i.original,
          .areas = i.areas,
          .hidden = i.hidden,
          .is_pending = i.is_pending,
          .is_moderated = i.is_moderated,
          .merged_into = i.merged_into,
          .members = i.members,
          .changed = i.changed};
}

clock_before clock_as_it_is(const state& s) {
  assert(!s.phases.empty());
  clock_before c;
  c.phases = s.phases.size();
  c.last_phase = s.phases.back();
  c.pauses = s.pauses.size();
  if (!s.pauses.empty()) c.last_pause = s.pauses.back();
  c.is_paused = s.is_paused;
  c.changed = s.clock_changed;
  return c;
}

idea& idea_in(state& s, seq_t id) {
  const auto at = s.ideas.find(id);
  assert(at != s.ideas.end());
  return at->second;
}

void put_back(state& s, const idea_before& was) {
  auto& i = idea_in(s, was.id);
  i.text = was.text; // every version stays among its text_entries, to be erased one day
  i.original = was.original;
  i.areas = was.areas;
  i.hidden = was.hidden;
  i.is_pending = was.is_pending;
  i.is_moderated = was.is_moderated;
  i.merged_into = was.merged_into;
  i.members = was.members;
  i.changed = was.changed;
}

void put_back(state& s, const clock_before& was) {
  s.phases.resize(was.phases);
  s.phases.back() = was.last_phase;
  s.pauses.resize(was.pauses);
  if (was.last_pause) s.pauses.back() = *was.last_pause;
  s.is_paused = was.is_paused;
  s.clock_changed = was.changed;
}

// An idea that goes back into another goes back into all that this is part of by now.
std::optional<seq_t> changed_above(const state& s, const idea_before& was, seq_t entry) {
  if (was.merged_into == 0 || find_idea(s, was.id)->merged_into == was.merged_into) {
    return std::nullopt;
  }
  for (const auto* up = find_idea(s, was.merged_into); up->merged_into != 0;) {
    up = find_idea(s, up->merged_into);
    if (up->changed > entry) return up->id;
  }
  return std::nullopt;
}

} // namespace

undo_step remember(const state& s, const scope& what, seq_t entry, std::string_view op) {
  undo_step step{.entry = entry, .op = op, .ideas = {}, .clock = {}, .spotlight = {}};
  for (const auto id : what.ideas) {
    const auto* i = find_idea(s, id);
    assert(i != nullptr);
    step.ideas.push_back(as_it_is(*i));
  }
  if (what.has_clock) step.clock = clock_as_it_is(s);
  if (what.has_spotlight) step.spotlight = spotlight_before{s.spotlight, s.spotlight_changed};
  return step;
}

void stamp(state& s, const scope& what, seq_t entry) {
  for (const auto id : what.ideas)
    idea_in(s, id).changed = entry;
  if (what.has_clock) s.clock_changed = entry;
  if (what.has_spotlight) s.spotlight_changed = entry;
}

void keep_step(state& s, const id128& link, undo_step step, touched& t) {
  auto& steps = s.undo_steps[link];
  t.links.insert(link);
  t.undo_steps.insert(step.entry);
  steps.push_back(std::move(step));
  if (steps.size() <= limits::undo_steps_max) return;
  t.undo_steps.insert(steps.front().entry);
  steps.pop_front();
}

const undo_step* find_step(const state& s, const id128& link, seq_t entry) {
  const auto own = s.undo_steps.find(link);
  if (own == s.undo_steps.end()) return nullptr;
  const auto at = std::ranges::find(own->second, entry, &undo_step::entry);
  return at == own->second.end() ? nullptr : &*at;
}

std::optional<seq_t> changed_since(const state& s, const undo_step& step) {
  for (const auto& was : step.ideas) {
    if (find_idea(s, was.id)->changed != step.entry) return was.id;
    if (const auto above = changed_above(s, was, step.entry)) return above;
  }
  if (step.clock && s.clock_changed != step.entry) return 0;
  if (step.spotlight && s.spotlight_changed != step.entry) return 0;
  return std::nullopt;
}

void forget_texts(state& s, seq_t idea) {
  for (auto& [link, steps] : s.undo_steps) {
    for (auto& step : steps) {
      for (auto& was : step.ideas) {
        if (was.id != idea) continue;
        was.text = {};
        was.original.reset();
      }
    }
  }
}

void put_back(state& s, const id128& link, seq_t entry, touched& t) {
  auto& steps = s.undo_steps.at(link);
  const auto at = std::ranges::find(steps, entry, &undo_step::entry);
  assert(at != steps.end());
  const auto& [ideas, clock, spotlight] = std::tie(at->ideas, at->clock, at->spotlight);
  for (const auto& was : ideas)
    put_back(s, was);
  if (clock) put_back(s, *clock);
  if (spotlight) {
    s.spotlight = spotlight->idea;
    s.spotlight_changed = spotlight->changed;
  }
  steps.erase(at);
  t.links.insert(link);
  t.undo_steps.insert(entry);
}

} // namespace viche::model
