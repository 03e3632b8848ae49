// Which column of an edited table is which: by its title, in any language that we write, wherever
// it was moved to. Pure.
#pragma once

#include "consideration/edited_table.hpp"

#include <boost/describe.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace viche::consideration {

// What is read of a table. The five behind `text` are the council's; they are named as in the op.
enum class field : std::uint8_t { number, text, outcome, reason, goal, responsible, deadline };
BOOST_DESCRIBE_ENUM(field, number, text, outcome, reason, goal, responsible, deadline)
inline constexpr std::size_t field_count = 7;

struct column {
  std::size_t at = 0; // from 0
  std::string title;  // as it stands in the file
};

struct columns {
  std::array<std::optional<column>, field_count> of; // by field
  std::uint32_t row = 0;                             // of the titles; 0: they were not found
  std::optional<std::string> doubled; // a title of ours that stands twice

  const std::optional<column>& operator[](field f) const {
    return of.at(static_cast<std::size_t>(f));
  }
  // It has numbers, and something that a council fills in.
  bool is_table() const;
};

// The row of titles is the first that has the one of the numbers and another of ours, within
// limits::table_titles_row_max: a council may put its letterhead above.
columns find_columns(const edited_table& table);

// Runs of white space are one space, none at the ends, small letters.
std::string folded(std::string_view text);

} // namespace viche::consideration
