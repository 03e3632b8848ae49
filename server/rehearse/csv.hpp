// Reads comma-separated tables by RFC 4180: quoted fields, doubled quotes, line breaks within
// quotes, LF or CRLF between records. Pure; what it cannot read it names by line.
#pragma once

#include "fault.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace viche::rehearse {

struct csv_record {
  std::size_t line = 0; // where it begins, from 1
  std::vector<std::string> fields;
};

struct csv_bounds {
  std::size_t bytes_max = 0;
  std::size_t records_max = 0; // the header counts
};

// input_malformed: over a bound, a quote inside an unquoted field, text after a closing quote, an
// open quote at the end, or a record with another number of fields than the first. A byte order
// mark at the beginning is skipped: spreadsheets write one.
described<std::vector<csv_record>> read_csv(std::string_view text, csv_bounds bounds);

} // namespace viche::rehearse
