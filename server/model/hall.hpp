// What the hall says and shows beside ideas and votes: the warm-up, the tables' sentences, what the
// board shows, paper sheets and raised hands.
#pragma once

#include "model/ids.hpp"
#include "model/settings.hpp"
#include "model/words.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace viche::model {

// The one-tap question. Without options of its own it asks for the session's settlements.
struct warmup_question {
  optional_text question; // empty: the usual one
  std::vector<title_text> options;
  std::map<id128, std::uint32_t> answers; // writer → option, from 0
  std::map<std::pair<id128, std::uint32_t>, std::uint32_t> hands; // link and option → people
};

// The one sentence of a table.
struct sentence {
  seq_t seq = 0; // of the entry that said it last
  idea_text text;
  time_ms_t at = 0;
  std::vector<seq_t> text_entries; // every wording it had
};

struct board_choice {
  board_mode mode = board_mode::follow;
  slug area; // empty: all
};

// A paper voting sheet. It counts once a second person has confirmed it, and from then on it goes
// when one asks for it and another takes it away.
struct paper_sheet {
  std::vector<seq_t> ideas;
  id128 entered_by; // staff links
  std::optional<id128> confirmed_by{};
  bool replaces_online = false;
  std::optional<id128> withdrawal_asked_by{};
};

// Hands raised for an idea. They count once a second person has confirmed them, and go as a sheet.
struct hand_count {
  std::uint32_t hands = 0;
  id128 counted_by; // staff links
  std::optional<id128> confirmed_by{};
  std::optional<id128> withdrawal_asked_by{};
};

struct branding_of_session {
  optional_text partners;
  picture logo;
};

} // namespace viche::model
