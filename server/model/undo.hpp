// What an entry that can be undone was about to change, as it was before it. An undo puts exactly
// that back, unless somebody has changed it since. Votes and «+1» are no part of it.
#pragma once

#include "model/settings.hpp"
#include "model/spans.hpp"
#include "model/touched.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace viche::model {

struct state;

// What an op changes: named before it is applied.
struct scope {
  std::vector<seq_t> ideas{};
  bool has_clock = false; // the phases and their pauses
  bool has_spotlight = false;
};

struct idea_before {
  seq_t id = 0;
  idea_text text;
  std::optional<idea_text> original;
  std::vector<slug> areas;
  std::optional<hide_reason> hidden;
  bool is_pending = false;
  bool is_moderated = false;
  seq_t merged_into = 0;
  std::vector<seq_t> members;
  seq_t changed = 0;
};

// Phases and pauses only grow at their end, so the last ones say all.
struct clock_before {
  std::size_t phases = 0;
  phase_span last_phase;
  std::size_t pauses = 0;
  std::optional<pause_span> last_pause;
  bool is_paused = false;
  seq_t changed = 0;
};

struct spotlight_before {
  seq_t idea = 0;
  seq_t changed = 0;
};

struct undo_step {
  seq_t entry = 0;
  std::string_view op; // its name, which lives as long as the program
  std::vector<idea_before> ideas;
  std::optional<clock_before> clock;
  std::optional<spotlight_before> spotlight;
};

// What this scope is now, to be put back one day. Its ideas exist.
undo_step remember(const state& s, const scope& what, seq_t entry, std::string_view op);

// From now on, whatever the scope holds was last changed by this entry.
void stamp(state& s, const scope& what, seq_t entry);

// Adds a step of this link; the oldest over undo_steps_max goes.
void keep_step(state& s, const id128& link, undo_step step, touched& t);

// nullptr: this link cannot undo that entry (not its own, too long ago, undone already).
const undo_step* find_step(const state& s, const id128& link, seq_t entry);

// Whether nothing of it was changed since, nor the group that an idea would go back into; if not,
// what: the idea, or 0 for clock and spotlight.
std::optional<seq_t> changed_since(const state& s, const undo_step& step);

// Takes an idea's wording out of all steps, as it was redacted. They cannot be put back any more.
void forget_texts(state& s, seq_t idea);

// Puts back what was and forgets the step. The caller has asked all the questions.
void put_back(state& s, const id128& link, seq_t entry, touched& t);

} // namespace viche::model
