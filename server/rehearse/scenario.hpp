// A scenario: the ideas of a session that took place or might have, row by row, with the votes
// each got. Read from a CSV file; tests/data holds the acceptance scenario. Pure.
#pragma once

#include "fault.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viche::rehearse {

struct scenario_row {
  std::uint32_t id = 0;     // from 1, without gaps: the idea's «№»
  std::uint32_t minute = 0; // of the open phase `ideas`, pauses not counted; never falls
  std::uint32_t table = 0;  // 0: none
  std::vector<std::string> areas; // 1–2 slugs
  std::string text;
  std::uint32_t votes = 0;        // given to this very row
  std::vector<std::string> marks; // dup:4, mod:insult, paper …
};

struct scenario {
  std::vector<scenario_row> rows; // row k has id k + 1
};

// The columns id, minute, table, tags, text, votes and note are found by their names in the first
// line; others are passed over. input_malformed names the line.
described<scenario> read_scenario(std::string_view csv);

bool has_mark(const scenario_row& row, std::string_view mark);

// What follows `name:`, as in "dup:4" or "mod:insult"; nullopt: the row has no such mark.
std::optional<std::string_view> mark_value(const scenario_row& row, std::string_view name);

// The row this one is merged into (`dup:N` or `support:N`); 0: none.
std::uint32_t merged_into(const scenario_row& row);

} // namespace viche::rehearse
