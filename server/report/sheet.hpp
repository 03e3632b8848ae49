// One sheet of a workbook: a table with a frozen, filtered header, and charts of its columns. Text
// stays text whatever it begins with, numbers are numbers and times are times.
#pragma once

#include "model/ids.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct lxw_chart;
struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace viche::report {

// What a cell holds; `monostate` is nothing.
struct moment {
  model::time_ms_t at = 0; // shown as Kyiv's, to the minute
};
struct percent {
  std::int64_t tenths = 0;
};
struct decimal_number {
  std::int64_t tenths = 0;
};
struct to_fill {
  std::string text; // the council's, often empty
};
using cell_value = std::variant<std::monostate, std::string, std::size_t, moment, percent,
                                decimal_number, to_fill>;

enum class cell_format : std::uint8_t {
  head,
  text,
  line, // text that is not wrapped: rows beside a chart keep their height
  number,
  moment,
  percent,
  decimal,
  to_fill
};
using sheet_formats = std::array<lxw_format*, 8>; // by cell_format
sheet_formats make_formats(lxw_workbook* book);

struct column {
  std::string_view title;
  double width = 0; // in digits of the normal font
  cell_format text = cell_format::text;
};

// A chart of the first `rows` rows, a bar each. Columns are counted from 0.
struct bars {
  std::string title;
  std::string description;     // for those who do not see it
  std::size_t names = 0;       // column of what each bar is called
  std::vector<std::size_t> of; // columns of numbers, put one behind the other
  std::size_t rows = 0;
};

// What may stand in a cell: without what XML cannot hold, nothing that a reader takes for an
// escape, at most limits::sheet_cell_units_max long.
std::string text_for_cell(std::string_view text);

class sheet {
public:
  sheet(lxw_workbook* book, const sheet_formats& formats, std::string_view name,
        std::vector<column> columns, std::uint16_t frozen_columns);

  void row(const std::vector<cell_value>& cells);
  std::size_t rows() const { return rows_; } // without the header

  // A sentence in the place of rows that are not there.
  void say(std::string_view sentence);

  // Every cell of the column takes one of these, or nothing; `else_said` is what Excel answers to
  // another. When all rows are there.
  void choose(std::size_t column, std::span<const std::string_view> values,
              std::string_view else_said);

  // On the right of the table, below the one before.
  void draw(const bars& what);

  // When all rows are there: the filter, and what every printed page says in its corners.
  void finish(std::string_view left, std::string_view right);

private:
  void put(std::uint16_t column, const cell_value& value);
  void put_text(std::uint16_t column, std::string_view text, cell_format as);
  void put_number(std::uint16_t column, double n, cell_format as);
  void add_series(lxw_chart* chart, const bars& what, std::size_t nth) const;

  lxw_workbook* book_;
  lxw_worksheet* sheet_;
  sheet_formats formats_;
  std::string name_;
  std::vector<column> columns_;
  std::uint32_t rows_ = 0;
  std::uint32_t chart_row_ = 0; // where the next one begins
};

} // namespace viche::report
