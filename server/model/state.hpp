// The fold of a session's log: what is true now. Only fold/ writes it; everybody else reads.
// Ideas form a forest by `merged_into`, so a split gives back exactly what was.
#pragma once

#include "model/settings.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace viche::model {

struct pause_span {
  pause_reason reason{};
  time_ms_t since = 0;
  time_ms_t until = 0; // 0: not ended
  phase in{};
};

// A phase as it ran; the last one is the open one.
struct phase_span {
  phase what{};
  time_ms_t opened_at = 0;
  time_ms_t closed_at = 0; // 0: open
  std::int64_t planned_ms = 0;
  std::int64_t extended_ms = 0;
  std::int64_t paused_ms = 0; // ended pauses within it
};

struct idea {
  seq_t id = 0;
  std::uint32_t number = 0; // «№», the order of submission from 1
  actor author;
  time_ms_t at = 0;
  idea_text text;
  std::vector<slug> areas;
  std::uint32_t table = 0;
  std::string settlement; // of its author when it was submitted
  enum channel channel {};

  std::optional<hide_reason> hidden;
  bool is_withdrawn = false;
  bool is_redacted = false;
  bool is_moderated = false; // a facilitator has worked on it: its author may not change it
  seq_t merged_into = 0;     // 0: a root
  std::vector<seq_t> members; // merged directly into this one

  std::set<id128> standing;       // voters whose fact is about this very idea
  std::set<id128> supporters;     // writers whose «+1» is about this very idea
  std::vector<seq_t> text_entries; // entries that hold a version of its text
};

// Somebody who joined, by writer id.
struct person {
  std::uint32_t table = 0;
  std::string settlement;
  enum channel channel {};
};

// An idea that missed its phase and was handed to the desk.
struct late_idea {
  seq_t id = 0; // the seq of its submit_late_idea
  actor author;
  time_ms_t at = 0;
  idea_text text; // empty once it was declined, or became an idea, which holds it from then on
  std::vector<slug> areas;
  std::uint32_t table = 0;
  std::string settlement;
  late_fate fate = late_fate::waiting;
  seq_t idea = 0; // that it became; 0: none
};

// The hall's network, for the QR on the board; both empty: none is told.
struct wifi_access {
  optional_text ssid;
  optional_text password;
  seq_t entry = 0; // that holds these texts; 0: nobody set it
};

struct state {
  seq_t seq = 0; // of the last entry folded
  std::string code;
  settings set;
  std::vector<link> links;

  std::vector<phase_span> phases; // never empty once opened
  std::vector<pause_span> pauses;
  bool is_paused = false;

  std::map<seq_t, idea> ideas;
  std::unordered_map<id128, person> people;
  std::unordered_map<id128, std::vector<seq_t>> voters; // voter → ideas of the standing facts
  std::unordered_map<id128, std::vector<seq_t>> supporters; // writer → ideas of their «+1»
  seq_t spotlight = 0;
  std::uint32_t revealed_place = 0; // lowest place shown; 0: none

  std::map<seq_t, late_idea> late_ideas;
  std::map<id128, time_ms_t> asking; // writers who asked for help, and since when
  wifi_access wifi;
  std::uint32_t people_per_phone = 1;

  // Actor id and op id → seq, so that a resend gets its first answer.
  std::unordered_map<std::string, seq_t> answered;
};

// --- questions about a state; all pure ---

phase phase_now(const state& s);
const idea* find_idea(const state& s, seq_t id); // nullptr: no such idea
const idea& root_of(const state& s, const idea& i);

// The idea and all that was merged into it, directly or through others; the idea first.
std::vector<const idea*> group_of(const state& s, const idea& root);

// Distinct voters over the group.
std::size_t support_of(const state& s, const idea& root);

// Distinct people over the group who said «+1» while ideas were open. No votes.
std::size_t supports_of(const state& s, const idea& root);

// Residents see it: neither hidden, withdrawn nor part of another.
bool is_published(const idea& i);

bool has_area(const settings& set, const slug& which);
bool is_table(const settings& set, std::uint32_t table); // 0 is: none said

// Where this writer sits; 0: at no table, or nobody of that id joined.
std::uint32_t table_of(const state& s, const id128& writer);

// Tables that somebody sits at or an idea came from.
std::set<std::uint32_t> tables_of(const state& s);

// The role a link's hash opens; nullopt: unknown or withdrawn.
std::optional<role> role_of_link(const state& s, const id128& hash);

// Published ideas with votes, best first; ties share a place («1, 2, 2, 4») and stand by number.
struct ranked {
  const idea* which = nullptr;
  std::size_t support = 0;
  std::uint32_t place = 0;
};
std::vector<ranked> ranking_of(const state& s);

std::string answered_key(const actor& by, std::string_view op_id);

} // namespace viche::model
