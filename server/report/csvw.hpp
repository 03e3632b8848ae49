// The open-data tables, described once: their columns in order, and the CSVW metadata that says the
// same to machines (W3C, Metadata Vocabulary for Tabular Data). Pure.
#pragma once

#include "report/csv_table.hpp"

#include <span>
#include <string>
#include <string_view>

namespace viche::report {

struct described_column {
  std::string_view name;
  std::string_view datatype; // of CSVW
  std::string_view uk; // its title
  std::string_view en;
  bool is_required = false;
  std::string_view format{}; // a regular expression, of strings
  std::string_view separator{}; // of a list in one cell
};

struct foreign_key {
  std::string_view column;
  std::string_view table; // file
  std::string_view key; // column of it
};

struct table_description {
  std::string_view file;
  std::string_view uk; // its title
  std::string_view en;
  std::span<const described_column> columns;
  std::span<const std::string_view> primary_key;
  std::span<const foreign_key> foreign_keys{};
};

extern const table_description proposals_table;
extern const table_description votings_table;
extern const table_description tags_table;
extern const table_description passport_table;

// The table's first line is written: the names of its columns.
csv_table begun(const table_description& t);

// `with_votings`: votings.csv is in the package.
std::string write_csvw(bool with_votings);

} // namespace viche::report
