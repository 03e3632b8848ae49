// A reader of CSV by RFC 4180, written apart from the writer it checks. Strict: a quote inside an
// unquoted field, a field that never ends or a line without CRLF fails the test.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace viche::test {

using csv_line = std::vector<std::string>;

inline std::vector<csv_line> read_csv_lines(std::string_view csv, char separator,
                                            std::string_view line_end) {
  std::vector<csv_line> lines;
  csv_line line{""};
  std::size_t at = 0;
  const auto starts = [&](std::string_view what) { return csv.substr(at).starts_with(what); };
  while (at < csv.size()) {
    auto& field = line.back();
    if (csv[at] == '"') {
      REQUIRE(field.empty());
      for (++at; !starts("\"") || starts("\"\""); ++at) {
        REQUIRE(at < csv.size());
        if (starts("\"\"")) ++at;
        field.push_back(csv[at]);
      }
      ++at;
      const bool is_at_end = at == csv.size() || csv[at] == separator || starts(line_end);
      REQUIRE(is_at_end);
    } else if (csv[at] == separator) {
      line.emplace_back();
      ++at;
    } else if (starts(line_end)) {
      lines.push_back(line);
      line = {""};
      at += line_end.size();
    } else {
      const bool is_plain = csv[at] != '\r' && csv[at] != '\n';
      REQUIRE(is_plain);
      field.push_back(csv[at++]);
    }
  }
  REQUIRE(line == csv_line{""}); // the last line ends as well
  return lines;
}

using csv_row = std::map<std::string, std::string>;

// Rows by the names of the first line; every row has as many fields as it.
inline std::vector<csv_row> read_csv(std::string_view csv, char separator = ',',
                                     std::string_view line_end = "\r\n") {
  const auto lines = read_csv_lines(csv, separator, line_end);
  REQUIRE(!lines.empty());
  std::vector<csv_row> rows;
  for (std::size_t n = 1; n < lines.size(); ++n) {
    REQUIRE(lines[n].size() == lines[0].size());
    csv_row row;
    for (std::size_t i = 0; i < lines[0].size(); ++i)
      row[lines[0][i]] = lines[n][i];
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace viche::test
