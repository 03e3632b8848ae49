// The plan of a rehearsal: who is in the hall, who says what when, what the moderators do about
// it and who votes for what. Made from a scenario and a seed, always the same; pure.
#pragma once

#include "fault.hpp"
#include "model/words.hpp"
#include "rehearse/figures.hpp"
#include "rehearse/scenario.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace viche::rehearse {

// Times in this file are milliseconds of the scenario from the beginning of a phase, pauses not
// counted; the speed divides them.
using scenario_ms = std::int64_t;
inline constexpr scenario_ms minute_ms = 60'000;

struct participant {
  std::uint32_t table = 0;  // 0: none
  std::uint32_t device = 0; // people without phones share the tablet of their table
  std::uint32_t slot = 0;   // on that device
  bool is_on_paper = false; // joins and writes through an operator
  bool leaves_early = false; // after the ideas, before the vote
};

inline constexpr std::uint32_t by_operator = ~0U;

struct planned_idea {
  std::uint32_t id = 0; // of the row
  scenario_ms at = 0;
  std::uint32_t author = by_operator; // a participant, or the operator
};

// Exactly one of the two: hidden with a reason, or its text replaced.
struct planned_moderation {
  std::uint32_t id = 0;
  scenario_ms at = 0;
  model::hide_reason reason{};
  std::string remaining; // empty: hide
};

struct planned_spotlight {
  std::uint32_t id = 0;
  scenario_ms at = 0;
};

struct planned_phase {
  model::phase what{};
  std::uint32_t clock_minutes = 0; // 0: none shown
  scenario_ms lasts = 0;
};

struct plan {
  std::vector<participant> people;
  std::vector<planned_phase> phases; // in order, the closed one last
  std::vector<planned_idea> ideas;   // by time
  std::vector<planned_moderation> moderation;
  std::vector<planned_spotlight> spotlights;
  scenario_ms alarm_at = 0; // when an air-raid alarm pauses the ideas; 0: never
  scenario_ms alarm_lasts = 0;
  std::vector<planned_merge> merges;
  std::vector<planned_vote> votes; // by time
  figures expected;
};

struct plan_options {
  std::uint32_t participants = 40;
  std::uint32_t votes_per_person = 10;
  std::uint64_t seed = 1;
  bool votes_first = false; // vote before the merges: must give the same figures
};

// input_malformed, with words: the votes of the scenario do not fit so many people.
described<plan> make_plan(const scenario& s, const plan_options& o);

} // namespace viche::rehearse
