// The formats of a report, one line each. Adding one is a file, a line here, a line in
// docs/report.md.
#pragma once

#include "report/csv.hpp"
#include "report/html.hpp"
#include "report/json.hpp"
#include "report/notice.hpp"
#include "report/open_tables.hpp"
#include "report/package.hpp"
#include "report/xlsx.hpp"

#include <array>
#include <string>
#include <string_view>

namespace viche::report {

struct format {
  std::string_view name;         // as in GET …/report.{name} and export --format
  std::string_view content_type; // of HTTP
  std::string_view ending;       // of a file's name, with the dot
  std::string (*write)(const report&); // empty: this machine had no room to write it
  bool is_told = false; // to everybody: of the public edition, whichever is asked for
};

inline constexpr std::string_view xlsx_content_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// clang-format off
inline constexpr std::array formats{
  format{"json",      "application/json",                        ".json",      write_json},
  format{"csv",       "text/csv; charset=utf-8; header=present", ".csv",       write_csv},
  format{"excel.csv", "text/csv; charset=utf-8; header=present", ".excel.csv", write_excel_csv},
  format{"html",      "text/html; charset=utf-8",                ".html",      write_html},
  format{"xlsx",      xlsx_content_type,                         ".xlsx",      write_xlsx},
  format{"notice.txt", "text/plain; charset=utf-8",              ".notice.txt", write_notice, true},
  format{"news.txt",  "text/plain; charset=utf-8",               ".news.txt",  write_news, true},
  format{"zip",       "application/zip",                         ".zip",       write_package, true},
};
// clang-format on

// The edition that is written when this one is asked for.
constexpr edition edition_of(const format& f, edition asked) {
  return f.is_told ? edition::public_ : asked;
}

// What a file of this report is called.
inline std::string file_name(const format& f, const report_facts& facts,
                             const model::report_details& details) {
  const bool is_package = f.write == write_package;
  return (is_package ? package_name(facts, details) : "viche-" + facts.code) +
         std::string(f.ending);
}

// nullptr: no such format.
constexpr const format* find_format(std::string_view name) {
  for (const auto& f : formats) {
    if (f.name == name) return &f;
  }
  return nullptr;
}

} // namespace viche::report
