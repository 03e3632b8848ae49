// An edited table against the session as it is: what it would change, and what is wrong with it. A
// table with something wrong changes nothing at all. Pure.
#pragma once

#include "consideration/columns.hpp"
#include "consideration/edited_table.hpp"
#include "model/state.hpp"
#include "ops/decide_table.hpp"

#include <boost/describe.hpp>

#include <string>
#include <variant>
#include <vector>

namespace viche::consideration {

// What may be wrong. The first five are table_refusal's.
enum class wrong : std::uint8_t {
  package_missing,
  not_a_workbook,
  encrypted,
  too_large,
  unreadable,
  not_our_table, // no row with the title of the numbers and one that a council fills in
  column_twice,
  too_many_changes, // for one op
  number_missing,   // something was filled in, and there is no number
  number_malformed,
  number_twice,
  number_unknown,
  number_merged, // part of another: decided there
  number_unpublished,
  outcome_unknown,
  text_too_long,
  text_invalid,
  formula_uncounted,
  text_changed, // the only one that is no more than a warning
};
BOOST_DESCRIBE_ENUM(wrong, package_missing, not_a_workbook, encrypted, too_large, unreadable,
                    not_our_table, column_twice, too_many_changes, number_missing, number_malformed,
                    number_twice, number_unknown, number_merged, number_unpublished,
                    outcome_unknown, text_too_long, text_invalid, formula_uncounted, text_changed)

struct finding {
  std::uint32_t row = 0; // 0: the whole file
  std::string column;    // its title; empty: the whole row
  wrong what{};
  std::uint64_t limit = 0; // of what is too long or too many
};

// A cell that would change; an outcome by its name.
struct change {
  std::uint32_t number = 0;
  model::seq_t idea = 0;
  enum field field {};
  std::string before;
  std::string after;
};

struct preview {
  std::vector<change> changes;
  std::vector<finding> problems;
  std::vector<finding> warnings;
  std::size_t unchanged = 0; // proposals with a row that changes nothing
  std::vector<std::uint32_t> missing; // published proposals without a row: they stay as they are
  ops::decide_table op; // all changes; no lines where there are none, or problems
  // A fingerprint of the op and of the decisions that it replaces: who applies a preview names it,
  // so that nothing is overwritten which they were not shown. Empty where the op is.
  std::string as_of;
};

// A column that the table does not have changes nothing; an emptied cell empties.
preview preview_of(const std::variant<edited_table, table_refusal>& read, const model::state& s);

} // namespace viche::consideration
