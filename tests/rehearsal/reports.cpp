// Each format is read by its own rules and by nothing of the code that wrote it.
#include "rehearsal/reports.hpp"

#include "support/read_csv.hpp"
#include "support/read_html.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

namespace viche::test {
namespace {

std::uint64_t number(const std::string& digits) {
  return digits.empty() ? 0 : std::stoull(digits);
}

} // namespace

report_rows rows_of_json(const std::string& json) {
  report_rows rows;
  const auto value = boost::json::parse(json);
  for (const auto& p : value.at("proposals").as_array()) {
    rows[p.at("number").to_number<std::uint64_t>()] = {std::string(p.at("text").as_string()),
                                                       p.at("votes").to_number<std::uint64_t>()};
  }
  return rows;
}

report_rows rows_of_csv(const std::string& csv) {
  report_rows rows;
  for (auto& row : read_csv(csv)) {
    if (row["status"] != "published") continue;
    const auto& uid = row["uid"];
    rows[number(uid.substr(uid.find('-') + 1))] = {row["description"], number(row["count"])};
  }
  return rows;
}

// By position: the names of the columns are words of the report's language.
report_rows rows_of_excel_csv(const std::string& csv) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  constexpr std::size_t text = 3;
  constexpr std::size_t votes = 7;
  constexpr std::size_t into = 14;
  REQUIRE(csv.starts_with(byte_order_mark));
  const auto lines =
      read_csv_lines(std::string_view(csv).substr(byte_order_mark.size()), ';', "\r\n");
  report_rows rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& f = lines[i];
    if (!f[into].empty()) continue;
    const auto unguarded = f[text].starts_with("'") ? f[text].substr(1) : f[text];
    rows[number(f[0])] = {unguarded, number(f[votes])};
  }
  return rows;
}

report_rows rows_of_html(const std::string& html) {
  constexpr std::size_t text = 3;
  constexpr std::size_t votes = 5;
  const auto document = read_html(html);
  const auto* heading = document->by_id("s7");
  REQUIRE(heading != nullptr);
  report_rows rows;
  for (const auto& cells : heading->parent->rows()) {
    if (cells[0].find_first_not_of("0123456789") != std::string::npos) continue; // the head
    rows[number(cells[0])] = {cells[text], number(cells[votes])};
  }
  return rows;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE_MESSAGE(file.good(), path);
  return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace viche::test
