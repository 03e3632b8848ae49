// The three formats of a report, read back into the same rows, so that they can be compared.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace viche::test {

struct report_row {
  std::string text;
  std::uint64_t votes = 0;

  bool operator==(const report_row&) const = default;
};

// Published proposals by their number.
using report_rows = std::map<std::uint64_t, report_row>;

report_rows rows_of_json(const std::string& json);
report_rows rows_of_csv(const std::string& csv);
report_rows rows_of_excel_csv(const std::string& csv); // without the guard against formulas
report_rows rows_of_html(const std::string& html);     // the table of consideration

std::string read_file(const std::string& path);

} // namespace viche::test
