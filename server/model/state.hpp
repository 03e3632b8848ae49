// The fold of a session's log: what is true now. Only fold/ writes it; everybody else reads.
// Ideas form a forest by `merged_into`, so a split gives back exactly what was.
#pragma once

#include "model/audience.hpp"
#include "model/card.hpp"
#include "model/council.hpp"
#include "model/hall.hpp"
#include "model/imported.hpp"
#include "model/settings.hpp"
#include "model/spans.hpp"
#include "model/undo.hpp"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace viche::model {

struct idea {
  seq_t id = 0;
  std::uint32_t number = 0; // «№», the order of submission from 1
  actor author;
  time_ms_t at = 0;
  idea_text text;
  std::optional<idea_text> original; // its author's wording, once a facilitator corrected it
  std::vector<slug> areas;
  std::uint32_t table = 0;
  std::string settlement; // of its author when it was submitted
  enum channel channel {};

  std::optional<hide_reason> hidden;
  bool is_withdrawn = false;
  bool is_redacted = false;
  bool is_pending = false;   // waits for a facilitator's approval; nobody else sees it
  bool is_moderated = false; // a facilitator has worked on it: its author may not change it
  seq_t merged_into = 0;     // 0: a root
  std::vector<seq_t> members; // merged directly into this one

  std::set<id128> standing;       // voters whose fact is about this very idea
  std::set<id128> supporters;     // writers whose «+1» is about this very idea
  std::vector<seq_t> text_entries; // entries that hold a version of its text

  imported_support imported;  // that a report stated; over its group
  bool was_corrected = false; // before it was imported; `original` is not known then

  seq_t changed = 0;                // the last entry that changed it, votes and «+1» apart
  std::optional<id128> claimed_by; // the staff link that works on it
};

// A link of staff, with what its bearer is called on the desk.
struct staff_link {
  enum role role {};
  id128 hash;
  std::string name; // empty: none was given
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
  std::vector<staff_link> links; // withdrawn ones are gone

  std::vector<phase_span> phases; // never empty once opened
  std::vector<pause_span> pauses;
  bool is_paused = false;
  seq_t clock_changed = 0; // the last entry that changed phases or pauses
  std::map<phase, std::uint32_t>
      planned; // minutes of the programme; a phase that is not here: none

  std::map<seq_t, idea> ideas;
  std::unordered_map<id128, person> people;
  std::unordered_map<id128, std::vector<seq_t>> voters; // voter → ideas of the standing facts
  std::unordered_map<id128, std::vector<seq_t>> supporters; // writer → ideas of their «+1»
  seq_t spotlight = 0;
  seq_t spotlight_changed = 0;
  bool has_premoderation = false;
  bool had_premoderation = false; // at some time
  std::map<id128, std::deque<undo_step>> undo_steps; // by link, oldest first
  std::uint32_t revealed_place = 0; // lowest place shown; 0: none

  warmup_question warmup;
  std::map<std::uint32_t, sentence> sentences; // by table
  board_choice board;
  branding_of_session branding;
  authorship authors = authorship::unnamed;

  report_details details;
  std::map<seq_t, decided> decisions; // by idea
  std::map<seq_t, decision_trace> decision_traces; // by idea
  struct publication publication;
  seq_t taken_back = 0; // the last entry that took something from what everybody could read

  std::optional<imported_session> imported; // nullopt: it was held here
  std::set<std::uint32_t> imported_numbers;

  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> guests; // table, settlement
  std::map<std::uint32_t, paper_sheet> sheets;                           // by number
  std::map<id128, std::uint32_t> paper_voters; // whose votes came on paper → sheet
  std::map<seq_t, hand_count> hand_counts;     // by idea

  std::vector<card> cards; // by number, less one
  std::unordered_map<id128, std::uint32_t> card_of;        // QR or digits → number
  std::unordered_map<id128, std::uint32_t> card_of_device; // pseudonym → number
  // Voters a device was until its card was freed or replaced: what it sent as one of them and
  // sends again is the same op still.
  std::unordered_map<id128, std::set<id128>> voters_before;

  std::map<seq_t, late_idea> late_ideas;
  std::map<id128, time_ms_t> asking; // writers who asked for help, and since when
  wifi_access wifi;
  std::uint32_t people_per_phone = 1;

  // Actor id and op id → seq, so that a resend gets its first answer.
  std::unordered_map<std::string, seq_t> answered;

  // Actor id → what they sent, in order.
  std::map<id128, std::vector<seq_t>> entries_of;
};

// --- questions about a state; all pure ---

phase phase_now(const state& s);

// No op of the hall is taken any more: closed, or a copy of what was published elsewhere.
bool is_over(const state& s);

const idea* find_idea(const state& s, seq_t id); // nullptr: no such idea
const idea& root_of(const state& s, const idea& i);

// The idea and all that was merged into it, directly or through others; the idea first.
std::vector<const idea*> group_of(const state& s, const idea& root);

// The voter this person is: of the card at level 2 (nullopt: none is held), else of the device.
std::optional<id128> voter_of(const state& s, const identity& is);

// The number of the card with this hash of QR or digits; 0: there is none.
std::uint32_t card_of_code(const state& s, const id128& code);

// Who votes by a paper sheet: at level 2 the card of that number, else the sheet itself.
id128 voter_of_sheet(const state& s, std::uint32_t sheet);

// Distinct voters over the group, online and on paper.
std::size_t support_of(const state& s, const idea& root);

// Of those, the ones on paper.
std::size_t paper_support_of(const state& s, const idea& root);

// Confirmed raised hands; an idea that has some is neither merged nor split.
std::size_t hands_of(const state& s, const idea& root);

// What ranks: distinct voters and raised hands.
inline std::size_t total_of(const state& s, const idea& root) {
  return support_of(s, root) + hands_of(s, root);
}

// Distinct people over the group who said «+1» while ideas were open. No votes.
std::size_t supports_of(const state& s, const idea& root);

// Residents see it: neither waiting, hidden, withdrawn nor part of another.
bool is_published(const idea& i);

bool has_area(const settings& set, const slug& which);
bool is_settlement(const settings& set, const std::string& name);
bool is_table(const settings& set, std::uint32_t table); // 0 is: none said

// Where this writer sits; 0: at no table, or nobody of that id joined.
std::uint32_t table_of(const state& s, const id128& writer);

// People with and without phones.
std::size_t people_of(const state& s);

// Different people with a vote standing, online and on paper.
std::size_t voters_of(const state& s);

// Whether so few voted online or on paper that sums told apart would show what they chose.
bool is_split_secret(const state& s);

// The answers of the warm-up, as they are shown; and how many chose each.
std::vector<std::string> warmup_options(const state& s);
std::vector<std::uint32_t> warmup_counts(const state& s);

// Hands among them that links counted which have been withdrawn since.
std::uint32_t warmup_hands_left(const state& s);

// The entry that said a table's sentence last; 0: none.
seq_t sentence_seq(const state& s, std::uint32_t table);

// The entry that last made, changed or took back the decision on an idea; 0: none.
seq_t decision_seq(const state& s, seq_t idea);

// Tables that somebody sits at or an idea came from.
std::set<std::uint32_t> tables_of(const state& s);

// The role a link's hash opens; nullopt: unknown or withdrawn.
std::optional<role> role_of_link(const state& s, const id128& hash);

// Published ideas with votes or hands, best first; ties share a place («1, 2, 2, 4») and stand by
// number.
struct ranked {
  const idea* which = nullptr;
  std::size_t total = 0;
  std::uint32_t place = 0;
};
std::vector<ranked> ranking_of(const state& s);

std::string answered_key(const actor& by, std::string_view op_id);

} // namespace viche::model
