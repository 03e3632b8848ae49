// What a session that was rebuilt from a report knows of the one it was: sums, as the report stated
// them. Nobody is behind them: no person, no voter and no card is invented for an import.
#pragma once

#include "model/council.hpp"
#include "model/ids.hpp"
#include "model/settings.hpp"
#include "model/words.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <vector>

namespace viche::model {

// How many people share a table, settlement or answer; not said where `is_said` is false.
struct imported_cell {
  optional_text label;
  bool is_said = false;
  std::uint32_t people = 0;
  bool is_few = false;
};
BOOST_DESCRIBE_STRUCT(imported_cell, (), (label, is_said, people, is_few))

struct imported_channel {
  enum channel channel {};
  std::uint32_t count = 0;
};
BOOST_DESCRIBE_STRUCT(imported_channel, (), (channel, count))

struct imported_reason {
  hide_reason reason{};
  std::uint32_t count = 0;
};
BOOST_DESCRIBE_STRUCT(imported_reason, (), (reason, count))

struct imported_people {
  std::uint32_t joined = 0;
  std::uint32_t guests = 0;
  std::vector<imported_cell> by_table;
  std::vector<imported_cell> by_settlement;
  std::vector<imported_channel> by_channel;
};
BOOST_DESCRIBE_STRUCT(imported_people, (), (joined, guests, by_table, by_settlement, by_channel))

struct imported_totals {
  std::uint32_t submitted = 0;
  std::uint32_t waiting = 0;
  std::uint32_t merged = 0;
  std::uint32_t merged_unpublished = 0;
  std::uint32_t hidden = 0;
  std::uint32_t withdrawn = 0;
  std::uint32_t redacted = 0;
  std::uint32_t corrected = 0;
  std::uint32_t late_accepted = 0;
  std::uint32_t late_declined = 0;
  std::uint32_t late_waiting = 0;
  std::vector<imported_reason> hidden_by_reason;
  std::vector<imported_channel> by_channel;
};
BOOST_DESCRIBE_STRUCT(imported_totals, (),
                      (submitted, waiting, merged, merged_unpublished, hidden, withdrawn, redacted,
                       corrected, late_accepted, late_declined, late_waiting, hidden_by_reason,
                       by_channel))

struct imported_phase {
  phase what{};
  std::uint64_t opened_at = 0;
  std::uint64_t closed_at = 0; // 0: open when the report was made
  std::uint64_t planned_ms = 0;
  std::uint64_t extended_ms = 0;
  std::uint64_t paused_ms = 0;
};
BOOST_DESCRIBE_STRUCT(imported_phase, (),
                      (what, opened_at, closed_at, planned_ms, extended_ms, paused_ms))

struct imported_pause {
  pause_reason reason{};
  phase in{};
  std::uint64_t since = 0;
  std::uint64_t until = 0; // 0: not ended
};
BOOST_DESCRIBE_STRUCT(imported_pause, (), (reason, in, since, until))

struct imported_plan {
  phase what{};
  std::uint32_t minutes = 0;
};
BOOST_DESCRIBE_STRUCT(imported_plan, (), (what, minutes))

struct imported_sentence {
  std::uint32_t table = 0;
  idea_text text;
};
BOOST_DESCRIBE_STRUCT(imported_sentence, (), (table, text))

// Who took part as what; indicators are made of these.
struct imported_authors {
  std::uint32_t authors = 0; // people who submitted
  std::uint32_t by_authors = 0; // ideas they sent
  std::uint32_t by_operator = 0; // ideas that staff typed in
  std::uint32_t tables = 0;
};
BOOST_DESCRIBE_STRUCT(imported_authors, (), (authors, by_authors, by_operator, tables))

struct imported_voting {
  std::uint32_t voters_online = 0;
  std::uint32_t voters_paper = 0;
  std::uint32_t votes_given = 0;
  bool is_split_withheld = false; // all are under online, as nobody was told how many were
};
BOOST_DESCRIBE_STRUCT(imported_voting, (),
                      (voters_online, voters_paper, votes_given, is_split_withheld))

struct imported_cards {
  std::uint32_t issued = 0;
  std::uint32_t voided = 0;
  std::uint32_t used = 0;
  std::uint32_t unused = 0;
};
BOOST_DESCRIBE_STRUCT(imported_cards, (), (issued, voided, used, unused))

enum class imported_act : std::uint8_t {
  hidden,
  merged,
  corrected,
  redacted,
  withdrawn,
  accepted_late
};
BOOST_DESCRIBE_ENUM(imported_act, hidden, merged, corrected, redacted, withdrawn, accepted_late)

// What was done to an idea, of which there may be no text here.
struct imported_moderation {
  std::uint32_t number = 0;
  imported_act what{};
  hide_reason reason{}; // of hidden
  std::uint32_t into = 0; // of merged
};
BOOST_DESCRIBE_STRUCT(imported_moderation, (), (number, what, reason, into))

struct imported_warmup {
  bool is_there = false;
  optional_text question;
  std::vector<imported_cell> answers;
};
BOOST_DESCRIBE_STRUCT(imported_warmup, (), (is_there, question, answers))

// The report it came from, and its sums.
struct imported_session {
  optional_text code;
  optional_text head; // of that session's chain, 64 hex digits
  optional_text version; // of the Viche that wrote the report
  std::uint64_t reported_at = 0;
  imported_people people;
  imported_warmup warmup;
  imported_totals totals;
  imported_authors authors;
  std::vector<imported_moderation> moderation;
  bool has_votes = false; // the report showed them
  imported_voting voting;
  imported_cards cards;
};
BOOST_DESCRIBE_STRUCT(imported_session, (),
                      (code, head, version, reported_at, people, warmup, totals, authors,
                       moderation, has_votes, voting, cards))

// What stands behind an imported proposal.
struct imported_support {
  std::uint32_t online = 0; // different people
  std::uint32_t paper = 0;
  std::uint32_t hands = 0;
  std::uint32_t supports = 0; // «+1»
  bool operator==(const imported_support&) const = default;
};
BOOST_DESCRIBE_STRUCT(imported_support, (), (online, paper, hands, supports))

} // namespace viche::model
