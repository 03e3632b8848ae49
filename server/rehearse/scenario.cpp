// Fields of the CSV → rows, each checked against the bounds an idea has anyway.
#include "rehearse/scenario.hpp"

#include "limits.hpp"
#include "rehearse/csv.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace viche::rehearse {
namespace {

enum column : std::size_t { id, minute, table, tags, text, votes, note, column_count };
constexpr std::array<std::string_view, column_count> column_names{"id",   "minute", "table", "tags",
                                                                  "text", "votes",  "note"};

using positions = std::array<std::size_t, column_count>;

described_fault at_line(const csv_record& r, const std::string& words) {
  return {fault::input_malformed, "line " + std::to_string(r.line) + ": " + words};
}

std::optional<std::uint32_t> number_of(std::string_view digits) {
  std::uint32_t value = 0;
  const char* begin = digits.data();
  const char* end = begin + digits.size();
  const auto [at, wrong] = std::from_chars(begin, end, value);
  if (wrong != std::errc{} || at != end) return std::nullopt;
  return value;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const auto semicolon = std::min(list.find(';'), list.size());
    if (semicolon > 0) parts.emplace_back(list.substr(0, semicolon));
    list.remove_prefix(std::min(semicolon + 1, list.size()));
  }
  return parts;
}

described<positions> find_columns(const csv_record& header) {
  positions at{};
  for (std::size_t i = 0; i < column_count; ++i) {
    const auto found = std::ranges::find(header.fields, column_names[i]);
    if (found == header.fields.end()) {
      return at_line(header, "no column " + std::string(column_names[i]));
    }
    at[i] = static_cast<std::size_t>(found - header.fields.begin());
  }
  return at;
}

described<scenario_row> read_row(const csv_record& r, const positions& at) {
  const auto field = [&](column c) -> const std::string& { return r.fields[at[c]]; };
  scenario_row row;
  const std::array<std::pair<column, std::uint32_t*>, 4> numbers{
      {{id, &row.id}, {minute, &row.minute}, {table, &row.table}, {votes, &row.votes}}};
  const std::array<std::uint32_t, 4> maxima{limits::scenario_rows_max, limits::phase_minutes_max,
                                            limits::tables_max, limits::participants_max};
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto [which, into] = numbers[i];
    const auto value = number_of(field(which));
    if (!value || *value > maxima[i]) {
      return at_line(r, std::string(column_names[which]) + " is not a number up to " +
                            std::to_string(maxima[i]) + ": " + field(which));
    }
    *into = *value;
  }
  row.areas = split(field(tags));
  if (row.areas.empty() || row.areas.size() > limits::idea_areas_max) {
    return at_line(r, "one or two tags are wanted: " + field(tags));
  }
  row.text = field(text);
  if (row.text.empty()) return at_line(r, "the text is empty");
  row.marks = split(field(note));
  return row;
}

// Marks name rows that exist, and a row that is merged has nothing merged into it: the figures
// expected of a scenario are then plain sums.
described<scenario> with_sound_marks(scenario s) {
  const auto wrong = [](const scenario_row& row, const std::string& words) {
    return described_fault{fault::input_malformed, "row " + std::to_string(row.id) + ": " + words};
  };
  for (const auto& row : s.rows) {
    for (const auto* name : {"dup", "support"}) {
      const auto value = mark_value(row, name);
      if (!value) continue;
      const auto main = number_of(*value);
      if (!main || *main == 0 || *main > s.rows.size() || *main == row.id) {
        return wrong(row, "no other row " + std::string(*value));
      }
      const auto& into = s.rows[*main - 1];
      if (merged_into(into) != 0 || mark_value(into, "mod") || mark_value(row, "mod")) {
        return wrong(row, "cannot be merged into row " + std::string(*value));
      }
    }
  }
  return s;
}

} // namespace

described<scenario> read_scenario(std::string_view csv) {
  const auto lines = read_csv(
      csv, {.bytes_max = limits::scenario_bytes_max, .records_max = limits::scenario_rows_max + 1});
  if (!lines) return lines.error();
  if (lines->empty()) return described_fault{fault::input_malformed, "the file is empty"};
  const auto columns = find_columns(lines->front());
  if (!columns) return columns.error();
  scenario s;
  for (std::size_t i = 1; i < lines->size(); ++i) {
    const auto& record = (*lines)[i];
    auto row = read_row(record, *columns);
    if (!row) return row.error();
    if (row->id != i) return at_line(record, "the id " + std::to_string(i) + " is expected here");
    if (!s.rows.empty() && row->minute < s.rows.back().minute) {
      return at_line(record, "the minute is before that of the row above");
    }
    s.rows.push_back(std::move(*row));
  }
  if (s.rows.empty()) return described_fault{fault::input_malformed, "there are no rows"};
  return with_sound_marks(std::move(s));
}

bool has_mark(const scenario_row& row, std::string_view mark) {
  return std::ranges::find(row.marks, mark) != row.marks.end();
}

std::optional<std::string_view> mark_value(const scenario_row& row, std::string_view name) {
  for (const auto& mark : row.marks) {
    const std::string_view m = mark;
    if (m.size() > name.size() && m.starts_with(name) && m[name.size()] == ':') {
      return m.substr(name.size() + 1);
    }
  }
  return std::nullopt;
}

std::uint32_t merged_into(const scenario_row& row) {
  for (const auto* name : {"dup", "support"}) {
    if (const auto value = mark_value(row, name)) return number_of(*value).value_or(0);
  }
  return 0;
}

} // namespace viche::rehearse
