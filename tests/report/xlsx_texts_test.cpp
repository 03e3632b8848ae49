// Texts that a spreadsheet could take for something else, and those it cannot hold.
#include "limits.hpp"
#include "report/sample.hpp"
#include "report/sheet.hpp"
#include "report/xlsx.hpp"
#include "support/unpacked.hpp"

#include <vector>

using namespace viche;
using namespace viche::test;
using report::text_for_cell;

namespace {

// Of a text's UTF-8, which has nothing above the first plane but what is counted twice.
std::size_t utf16_units(std::string_view text) {
  std::size_t n = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    n += (byte & 0xC0U) != 0x80U ? 1 : 0;
    n += byte >= 0xF0U ? 1 : 0;
  }
  return n;
}

std::string repeated(std::string_view one, std::size_t times) {
  std::string out;
  for (std::size_t n = 0; n < times; ++n)
    out += one;
  return out;
}

} // namespace

TEST_CASE("whatever a text begins with, its cell is text and runs nothing") {
  const std::vector<std::string> texts{
      "=1+1",
      "=HYPERLINK(\"http://a.example\")",
      "+380",
      "-1",
      "@SUM(A1)",
      "\t=1",
      "'=1",
      "{=1}",
      "https://a.example/?x=1&y=2",
      "mailto:a@example.org",
      "internal:Пропозиції!A1",
      "external:c:\\a.xlsx",
      "{{ text }} {% for x in y %}",
      "12",
      "1,5",
      "TRUE",
      "#REF!",
      "<r><t>x</t></r>",
      "a & b < c > \"d\" 'e'",
      "_x0041_ і _x000a_",
      " пробіли обабіч ",
      "перший\nдругий",
      "👨‍👩‍👧‍👦🥕",
      repeated("щ", 600),
      longest_text(),
  };
  auto b = ideas_session();
  for (unsigned n = 0; n < texts.size(); ++n)
    b.idea(n, texts[n], {"culture"});
  const auto r = report::make_report(b.state(), sample_facts());
  const auto book = read_xlsx(report::write_xlsx(r));
  const auto& rows = book.at("sheets").at(0).at("rows").as_array();
  REQUIRE(rows.size() == texts.size() + 1);
  for (std::size_t n = 0; n < texts.size(); ++n) {
    const auto& cell = rows[n + 1].at(3);
    CHECK(cell.at("value").as_string() == texts[n]);
    CHECK(cell.at("is").as_string() == "text");
  }
  for (const auto& [name, part] : book.at("parts").as_object()) {
    INFO(std::string(name));
    CHECK(part.as_string().find("<f>") == std::string::npos);
    CHECK(part.as_string().find("hyperlink") == std::string::npos);
    CHECK(part.as_string().find("External") == std::string::npos);
  }
}

TEST_CASE("titles of the session can break neither the page's corners nor the file") {
  auto set = sample_settings();
  set.title.value = "=A1&\"x\" &P & 100% " + repeated("дуже ", 20);
  set.community.value = "&D <громада> & \"Ко\"";
  state_builder b(set);
  const auto r = report::make_report(b.state(), sample_facts());
  const auto book = read_xlsx(report::write_xlsx(r));
  CHECK(book.at("properties").at("title").as_string() == set.title.value);
  CHECK(book.at("parts")
            .at("xl/worksheets/sheet1.xml")
            .as_string()
            .find("&amp;L&amp;&amp;D &lt;громада&gt; &amp;&amp; \"Ко\"") != std::string::npos);
}

TEST_CASE("what XML cannot hold is left out of a cell") {
  CHECK(text_for_cell(std::string("a\0b", 3)) == "ab");
  CHECK(text_for_cell("a\x01\x0b\x1f\uFFFE\uFFFFb") == "ab");
  CHECK(text_for_cell("a\tb\nc") == "a\tb\nc");
  CHECK(text_for_cell("a\r\nb\rc\r") == "a\nb\nc\n");
  CHECK(text_for_cell("") == "");
}

TEST_CASE("what a reader would take for an escape is escaped itself") {
  CHECK(text_for_cell("_x0041_") == "_x005F_x0041_");
  CHECK(text_for_cell("__xAbCd_x0041_") == "__x005F_xAbCd_x005F_x0041_");
  CHECK(text_for_cell("_x004_ _xZZZZ_ _x0041") == "_x004_ _xZZZZ_ _x0041");
}

TEST_CASE("a cell holds sheet_cell_units_max and says where it was cut") {
  const auto max = static_cast<std::size_t>(limits::sheet_cell_units_max);
  CHECK(text_for_cell(repeated("щ", max)) == repeated("щ", max));
  CHECK(text_for_cell(repeated("щ", max + 1)) == repeated("щ", max - 1) + "…");
  // A pair of UTF-16 stays whole.
  const auto cut = text_for_cell(repeated("🥕", max));
  CHECK(utf16_units(cut) == max);
  CHECK(cut == repeated("🥕", (max - 1) / 2) + "…");
  CHECK(utf16_units(text_for_cell("щ" + repeated("🥕", max))) == max - 1);
}

TEST_CASE("a corner of a printed page says at most sheet_corner_units_max") {
  auto set = sample_settings();
  set.community.value = repeated("щ", static_cast<std::size_t>(limits::sheet_corner_units_max));
  state_builder b(set);
  const auto r = report::make_report(b.state(), sample_facts());
  const auto all = unpacked(report::write_xlsx(r));
  const auto kept = static_cast<std::size_t>(limits::sheet_corner_units_max) - 1;
  CHECK(all.find("&amp;L" + repeated("щ", kept) + "…&amp;R") != std::string::npos);
}

TEST_CASE("a chart of the ranking has at most chart_bars_max bars") {
  auto b = ideas_session();
  std::vector<model::seq_t> ideas;
  for (unsigned n = 0; n < limits::chart_bars_max + 5; ++n)
    ideas.push_back(b.idea(n, "Ідея " + std::to_string(n), {"culture"}));
  b.open(model::phase::vote);
  for (unsigned n = 0; n < ideas.size(); ++n)
    b.votes(ideas[n], n, 1); // all share the first place
  b.reveal();
  const auto r = report::make_report(b.state(), sample_facts());
  const auto book = read_xlsx(report::write_xlsx(r));
  const auto last = std::to_string(limits::chart_bars_max + 1);
  CHECK(book.at("sheets").at(1).at("charts").at(0).at("series").at(0).at("values").as_string() ==
        "'Голосування'!$H$2:$H$" + last);
}
