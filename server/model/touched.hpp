// What an entry touched: the records whose views may differ now, the people whose own things do,
// and what the store must erase in the same transaction. Collected by fold, read by broadcast.
#pragma once

#include "model/ids.hpp"

#include <boost/describe.hpp>

#include <compare>
#include <set>
#include <vector>

namespace viche::model {

enum class record : std::uint8_t {
  session,
  phase,
  idea,
  spotlight,
  totals,
  wifi,
  help,
  late_idea,
  programme,
  staff,
  warmup,
  sentence,
  board,
  hall,
  guests,
  sheet,
  hand_count,
  cards,
  branding,
  council,
  decision,
  publication
};
BOOST_DESCRIBE_ENUM(record, session, phase, idea, spotlight, totals, wifi, help, late_idea,
                    programme, staff, warmup, sentence, board, hall, guests, sheet, hand_count,
                    cards, branding, council, decision, publication)

struct record_key {
  record kind{};
  seq_t id = 0; // of an idea, late idea or hand count, a table, a sheet; 0 for the single ones
  auto operator<=>(const record_key&) const = default;
};

struct touched {
  std::set<record_key> records;
  std::set<id128> writers;
  std::set<id128> voters;
  std::set<id128> devices; // whose card is another one now
  std::set<id128> links;    // of staff, whose steps changed
  std::set<seq_t> undo_steps; // made or gone
  std::set<id128> links_withdrawn; // whose pages are closed
  std::vector<seq_t> texts_erased; // entries whose texts die with this one
  bool vote_key_erased = false;    // the session was closed

  void add(record kind, seq_t id = 0) { records.insert({kind, id}); }
};

} // namespace viche::model
