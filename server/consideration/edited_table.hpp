// The sheet of a workbook as read_table.py tells it: rows of cells, as text. Pure.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace viche::consideration {

// Why there is no table at all.
enum class table_refusal : std::uint8_t {
  package_missing, // python3-openpyxl is not installed
  not_a_workbook,  // another sort of file, or a broken one
  encrypted,
  too_large, // more of something than limits.hpp gives a table, or it takes too long
  unreadable,
};
BOOST_DESCRIBE_ENUM(table_refusal, package_missing, not_a_workbook, encrypted, too_large,
                    unreadable)

// nullopt: a formula that no program has counted. Cells behind the last filled one are not here.
using edited_cell = std::optional<std::string>;

struct edited_row {
  std::uint32_t row = 0; // as a spreadsheet counts, from 1
  std::vector<edited_cell> cells;
};

using edited_table = std::vector<edited_row>;

// {"sheet":"…","rows":[[2,["7","…",false]]]} or {"refusal":"too_large"}. Anything else, as from a
// reader that was ended in the middle, is `unreadable`.
std::variant<edited_table, table_refusal> decode_table(std::string_view said);

// The script that reads, and the words behind it: bounds, and what the sheet may be called.
extern const std::string_view read_table_script;
std::vector<std::string> read_table_arguments();

} // namespace viche::consideration
