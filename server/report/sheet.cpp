// Cells, charts and what is printed of a sheet.
#include "report/sheet.hpp"

#include "limits.hpp"
#include "report/wording.hpp"

#include <unicode/unistr.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cassert>

namespace viche::report {
namespace {

constexpr lxw_color_t head_color = 0xDCE6F0;
constexpr lxw_color_t to_fill_color = 0xFFF8DC;
constexpr lxw_color_t line_color = 0xB0B8C0;
// Dark to light, so that they stay apart without colour too.
constexpr std::array<lxw_color_t, 3> bar_colors{0x1F4E79, 0x7FA7CC, 0xF2B84B};

constexpr double row_px = 20; // of the library, where nothing else was said
constexpr double chart_px_wide = 720;
constexpr double bar_px_high = 30;
constexpr double chart_px_around = 90; // title and legend
constexpr double library_px_wide = 480;
constexpr double library_px_high = 288;

std::size_t place_of(cell_format as) {
  return static_cast<std::size_t>(as);
}

void check([[maybe_unused]] lxw_error e) {
  assert(e == LXW_NO_ERROR); // bounds are ours: rows by ideas_max, texts by text_for_cell
}

// _x0041_ is read as A; its own underscore, escaped, keeps it what it was.
bool is_escape(const icu::UnicodeString& text, std::int32_t at) {
  if (at + 7 > text.length() || text[at] != u'_' || text[at + 1] != u'x') return false;
  for (std::int32_t i = at + 2; i < at + 6; ++i) {
    const auto c = text[i];
    const bool is_hex =
        (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    if (!is_hex) return false;
  }
  return text[at + 6] == u'_';
}

bool is_forbidden(char16_t c) {
  return (c < 0x20 && c != u'\t' && c != u'\n') || c == 0xFFFE || c == 0xFFFF;
}

void bound(icu::UnicodeString& text, std::int32_t units_max) {
  if (text.length() <= units_max) return;
  const auto cut =
      text.getChar32Limit(units_max - 1) == units_max - 1 ? units_max - 1 : units_max - 2;
  text.truncate(cut);
  text.append(u'…');
}

// Of a printed page: & is a command there, and a line holds 255 characters.
std::string for_page(std::string_view text) {
  auto all = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  bound(all, limits::sheet_corner_units_max);
  std::string out;
  all.findAndReplace(u"&", u"&&").toUTF8String(out);
  return out;
}

} // namespace

sheet_formats make_formats(lxw_workbook* book) {
  sheet_formats all{};
  for (auto& one : all) {
    one = workbook_add_format(book);
    format_set_font_name(one, "Arial");
    format_set_font_size(one, 10);
    format_set_align(one, LXW_ALIGN_VERTICAL_TOP);
  }
  const auto at = [&](cell_format as) { return all.at(place_of(as)); };
  format_set_bold(at(cell_format::head));
  format_set_align(at(cell_format::head), LXW_ALIGN_VERTICAL_CENTER);
  for (const auto as : {cell_format::head, cell_format::text, cell_format::to_fill}) {
    format_set_text_wrap(at(as));
  }
  for (const auto& [as, color] :
       {std::pair(cell_format::head, head_color), std::pair(cell_format::to_fill, to_fill_color)}) {
    format_set_pattern(at(as), LXW_PATTERN_SOLID);
    format_set_fg_color(at(as), color);
    format_set_border(at(as), LXW_BORDER_THIN); // a filled cell hides the lines of the sheet
    format_set_border_color(at(as), line_color);
  }
  format_set_num_format(at(cell_format::number), "0");
  format_set_num_format(at(cell_format::moment), "dd.mm.yyyy hh:mm");
  format_set_align(at(cell_format::moment), LXW_ALIGN_LEFT);
  format_set_num_format(at(cell_format::percent), "0.0%");
  format_set_num_format(at(cell_format::decimal), "0.0");
  return all;
}

std::string text_for_cell(std::string_view text) {
  const auto all = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString out;
  for (std::int32_t i = 0; i < all.length(); ++i) {
    if (all[i] == u'\r') {
      if (i + 1 == all.length() || all[i + 1] != u'\n') out.append(u'\n');
    } else if (!is_forbidden(all[i])) {
      if (is_escape(all, i)) out.append(u"_x005F", 6);
      out.append(all[i]);
    }
  }
  bound(out, limits::sheet_cell_units_max);
  std::string bytes;
  return out.toUTF8String(bytes);
}

sheet::sheet(lxw_workbook* book, const sheet_formats& formats, std::string_view name,
             std::vector<column> columns, std::uint16_t frozen_columns)
    : book_(book),
      sheet_(workbook_add_worksheet(book, std::string(name).c_str())),
      formats_(formats),
      name_(name),
      columns_(std::move(columns)) {
  assert(sheet_ != nullptr); // the name is too long, or there are two of it
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const auto at = static_cast<lxw_col_t>(i);
    check(worksheet_set_column(sheet_, at, at, columns_[i].width, nullptr));
    put_text(at, columns_[i].title, cell_format::head);
  }
  worksheet_freeze_panes(sheet_, 1, frozen_columns);
}

void sheet::row(const std::vector<cell_value>& cells) {
  assert(cells.size() <= columns_.size());
  ++rows_;
  for (std::size_t i = 0; i < cells.size(); ++i)
    put(static_cast<lxw_col_t>(i), cells[i]);
}

void sheet::say(std::string_view sentence) {
  const auto widest = std::ranges::max_element(columns_, {}, &column::width) - columns_.begin();
  ++rows_;
  put_text(static_cast<lxw_col_t>(widest), sentence, cell_format::text);
  --rows_;
}

void sheet::put(std::uint16_t column, const cell_value& value) {
  const auto tenths = [](std::int64_t n) { return static_cast<double>(n) / 10; };
  if (const auto* text = std::get_if<std::string>(&value)) {
    put_text(column, *text, columns_[column].text);
  } else if (const auto* n = std::get_if<std::size_t>(&value)) {
    put_number(column, static_cast<double>(*n), cell_format::number);
  } else if (const auto* m = std::get_if<moment>(&value)) {
    put_number(column, sheet_time(m->at), cell_format::moment);
  } else if (const auto* p = std::get_if<percent>(&value)) {
    put_number(column, tenths(p->tenths) / 100, cell_format::percent);
  } else if (const auto* d = std::get_if<decimal_number>(&value)) {
    put_number(column, tenths(d->tenths), cell_format::decimal);
  } else if (const auto* empty = std::get_if<to_fill>(&value)) {
    put_text(column, empty->text, cell_format::to_fill);
  }
}

// Never worksheet_write_formula or _url: what somebody typed is theirs to say, not Excel's to do.
void sheet::put_text(std::uint16_t column, std::string_view text, cell_format as) {
  check(worksheet_write_string(sheet_, rows_, column, text_for_cell(text).c_str(),
                               formats_.at(place_of(as))));
}

void sheet::put_number(std::uint16_t column, double n, cell_format as) {
  check(worksheet_write_number(sheet_, rows_, column, n, formats_.at(place_of(as))));
}

void sheet::choose(std::size_t column, std::span<const std::string_view> values,
                   std::string_view else_said) {
  if (rows_ == 0) return;
  std::vector<std::string> owned(values.begin(), values.end());
  std::vector<char*> choices;
  for (auto& one : owned)
    choices.push_back(one.data());
  choices.push_back(nullptr);
  std::string answer(else_said);
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST;
  rule.value_list = choices.data();
  rule.error_message = answer.data();
  const auto at = static_cast<lxw_col_t>(column);
  check(worksheet_data_validation_range(sheet_, 1, at, rows_, at, &rule));
}

void sheet::add_series(lxw_chart* chart, const bars& what, std::size_t nth) const {
  const auto last = static_cast<lxw_row_t>(what.rows);
  const auto names = static_cast<lxw_col_t>(what.names);
  const auto of = static_cast<lxw_col_t>(what.of[nth]);
  auto* series = chart_add_series(chart, nullptr, nullptr);
  chart_series_set_categories(series, name_.c_str(), 1, names, last, names);
  chart_series_set_values(series, name_.c_str(), 1, of, last, of);
  chart_series_set_name_range(series, name_.c_str(), 0, of);
  lxw_chart_fill fill{};
  fill.color = bar_colors.at(nth);
  chart_series_set_fill(series, &fill);
  chart_series_set_labels(series);
  chart_series_set_labels_num_format(series, "0;;"); // a part that is not there has no number
}

void sheet::draw(const bars& what) {
  if (what.rows == 0) return;
  const bool is_one = what.of.size() == 1;
  auto* chart = workbook_add_chart(book_, is_one ? LXW_CHART_BAR : LXW_CHART_BAR_STACKED);
  for (std::size_t i = 0; i < what.of.size(); ++i)
    add_series(chart, what, i);
  lxw_chart_font font{};
  font.size = 12;
  font.bold = LXW_TRUE;
  chart_title_set_name(chart, what.title.c_str());
  chart_title_set_name_font(chart, &font);
  chart_set_series_gap(chart, 40);
  // The library turns a chart of bars with its axes: here y is what they are of, x how much.
  chart_axis_set_reverse(chart->y_axis); // the first row above
  chart_axis_set_interval_unit(chart->y_axis, 1); // a name for each bar, however low the chart
  chart_axis_off(chart->x_axis);         // every bar has its number
  chart_axis_major_gridlines_set_visible(chart->x_axis, LXW_FALSE);
  chart_legend_set_position(chart, is_one ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM);
  const auto high = static_cast<double>(what.rows) * bar_px_high + chart_px_around;
  auto description = text_for_cell(what.description);
  lxw_chart_options options{};
  options.x_scale = chart_px_wide / library_px_wide;
  options.y_scale = high / library_px_high;
  options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
  options.description = description.data();
  const auto beside = static_cast<lxw_col_t>(columns_.size() + 1);
  check(worksheet_insert_chart_opt(sheet_, chart_row_, beside, chart, &options));
  chart_row_ += static_cast<std::uint32_t>(high / row_px) + 2;
}

void sheet::finish(std::string_view left, std::string_view right) {
  const auto last = static_cast<lxw_col_t>(columns_.size() - 1);
  check(worksheet_autofilter(sheet_, 0, 0, std::max(rows_, 1U), last));
  check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
  worksheet_gridlines(sheet_, LXW_SHOW_ALL_GRIDLINES);
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, 9); // A4
  worksheet_set_margins(sheet_, 0.4, 0.4, 0.7, 0.7);
  worksheet_fit_to_pages(sheet_, 1, 0); // one page wide, as many as it takes
  check(worksheet_repeat_rows(sheet_, 0, 0));
  const auto head = "&L" + for_page(left) + "&R" + for_page(right);
  const auto foot = "&L" + for_page(name_) + "&R&P / &N";
  check(worksheet_set_header(sheet_, head.c_str()));
  check(worksheet_set_footer(sheet_, foot.c_str()));
}

} // namespace viche::report
