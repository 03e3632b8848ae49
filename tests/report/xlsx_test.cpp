// The workbook, read by openpyxl: every row, every figure, and what somebody at a spreadsheet
// needs.
#include "report/sample.hpp"
#include "report/words.hpp"
#include "report/xlsx.hpp"
#include "support/unpacked.hpp"

#include <cmath>
#include <map>
#include <vector>

using namespace viche;
using namespace viche::test;
using report::edition;
using report::make_report;

namespace {

using boost::json::value;

const report::words& uk = report::words_uk;

const value& sheet_of(const value& book, std::string_view name) {
  for (const auto& sheet : book.at("sheets").as_array()) {
    if (sheet.at("name").as_string() == name) return sheet;
  }
  FAIL("no sheet ", name);
  return book;
}

// As it is said: numbers without a fraction that is zero, nothing as an empty text.
std::string said(const value& cell) {
  if (cell.is_null()) return {};
  const auto& v = cell.at("value");
  if (v.is_string()) return std::string(v.as_string());
  const auto n = v.to_number<double>();
  return n == std::floor(n) ? std::to_string(static_cast<std::int64_t>(n)) : std::to_string(n);
}

std::string kind(const value& cell) {
  return cell.is_null() ? "nothing" : std::string(cell.at("is").as_string());
}

using row = std::map<std::string, value>; // by the title of the column

std::vector<row> rows_of(const value& book, std::string_view name) {
  const auto& lines = sheet_of(book, name).at("rows").as_array();
  std::vector<row> out;
  for (std::size_t n = 1; n < lines.size(); ++n) {
    auto& one = out.emplace_back();
    for (std::size_t i = 0; i < lines[n].as_array().size(); ++i)
      one[said(lines[0].at(i))] = lines[n].at(i);
  }
  return out;
}

std::string at(const row& r, std::string_view column) {
  const auto found = r.find(std::string(column));
  REQUIRE_MESSAGE(found != r.end(), column);
  return said(found->second);
}

value book_of(const state_builder& b, edition e = edition::public_,
              model::language l = model::language::uk) {
  return read_xlsx(report::write_xlsx(make_report(b.state(), sample_facts(e, l))));
}

std::size_t at_of(const std::string& digits) {
  return digits.empty() ? 0 : std::stoul(digits);
}

template <class Text>
void check_text(const row& got, const report::report& r, const Text& text) {
  const auto& c = uk.column;
  CHECK(at(got, c.number) == std::to_string(text.number));
  CHECK(at(got, c.text) == text.text);
  CHECK(kind(got.at(std::string(c.text))) == "text");
  CHECK(at(got, c.at) == report::iso_time(text.at).substr(0, 19));
  CHECK(kind(got.at(std::string(c.at))) == "time");
  CHECK(at(got, c.author) == text.author.value_or(std::string(uk.label.without_author)));
  CHECK(at(got, c.channel) == report::word_of(uk.channels, text.channel));
  CHECK(at(got, c.area) == report::area_name(r.set, text.areas[0], model::language::uk));
  const auto second = text.areas.size() < 2
                          ? std::string()
                          : report::area_name(r.set, text.areas[1], model::language::uk);
  CHECK(at(got, c.second_area) == second);
}

void check_proposals(const report::report& r) {
  const auto rows = rows_of(read_xlsx(report::write_xlsx(r)), uk.sheet.proposals);
  const auto& c = uk.column;
  std::size_t n = 0;
  for (const auto& p : r.proposals) {
    REQUIRE(n < rows.size());
    const auto& got = rows[n++];
    check_text(got, r, p);
    const auto s = p.support.value_or(report::support{});
    CHECK(at_of(at(got, c.votes)) == s.votes());
    CHECK(at_of(at(got, c.online)) == s.online);
    CHECK(at_of(at(got, c.paper)) == s.paper);
    CHECK(at_of(at(got, c.hands)) == s.hands);
    CHECK(at_of(at(got, c.total)) == s.total());
    CHECK(kind(got.at(std::string(c.total))) == (p.support ? "number" : "nothing"));
    CHECK(at_of(at(got, c.supports)) == p.supports);
    CHECK(at(got, c.into).empty());
    for (const auto& m : p.merged) {
      check_text(rows.at(n), r, m);
      CHECK(at(rows[n], c.total).empty());
      CHECK(at(rows[n++], c.into) == std::to_string(p.number));
      CHECK(at(got, c.merged).find(std::to_string(m.number)) != std::string::npos);
    }
  }
  CHECK(n == rows.size());
}

} // namespace

TEST_CASE("every proposal has its row in the workbook, and after it what was merged into it") {
  check_proposals(make_report(session_of_109().state(), sample_facts()));
  check_proposals(make_report(small_session().state(), sample_facts()));
  auto facts = sample_facts(edition::working);
  facts.with_authors = true;
  check_proposals(make_report(hall_session().state(), facts, hall_names()));
}

TEST_CASE("the sheet of votes ranks as the report does, and says where totals are equal") {
  const auto r = make_report(session_of_109().state(), sample_facts());
  const auto rows = rows_of(read_xlsx(report::write_xlsx(r)), uk.sheet.voting);
  const auto& ranking = r.voting.value_or(report::voting{}).ranking;
  REQUIRE(rows.size() == ranking.size());
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const auto& p = r.proposals[ranking[n].proposal];
    CHECK(at(rows[n], uk.column.place) == std::to_string(ranking[n].place));
    CHECK(at(rows[n], uk.column.number) == std::to_string(p.number));
    CHECK(at(rows[n], uk.sheet.title) == report::title_of(p.text));
    CHECK(at_of(at(rows[n], uk.column.total)) == p.support.value_or(report::support{}).total());
    CHECK(at(rows[n], uk.sheet.remark) == (ranking[n].is_tie ? uk.label.tie : ""));
  }
  const auto hall = book_of(hall_session(), edition::working);
  const auto first = rows_of(hall, uk.sheet.voting).at(0);
  CHECK(at(first, uk.column.paper) == "1"); // the fair: a sheet of paper and four hands
  CHECK(at(first, uk.column.hands) == "4");
  CHECK(at(first, uk.column.total) == "5");
  CHECK(at(rows_of(hall, uk.sheet.voting).at(1), uk.sheet.remark) == uk.label.tie_total);
}

TEST_CASE("areas, people and figures are those of the report") {
  const auto r = make_report(session_of_109().state(), sample_facts());
  const auto book = read_xlsx(report::write_xlsx(r));
  const auto areas = rows_of(book, uk.sheet.areas);
  REQUIRE(areas.size() == r.areas.size());
  for (std::size_t n = 0; n < areas.size(); ++n) {
    CHECK(at(areas[n], uk.column.area) ==
          report::area_name(r.set, r.areas[n].area.slug, model::language::uk));
    CHECK(at_of(at(areas[n], uk.column.proposals)) == r.areas[n].proposals);
    CHECK(at_of(at(areas[n], uk.column.total)) ==
          r.areas[n].support.value_or(report::support{}).total());
  }
  std::map<std::string, std::string> figures;
  for (const auto& f : rows_of(book, uk.sheet.figures))
    figures[at(f, uk.sheet.section) + "/" + at(f, uk.column.figure)] = at(f, uk.column.value);
  const auto of = [&](std::string_view section, std::string_view name) {
    return figures[std::string(section) + "/" + std::string(name)];
  };
  CHECK(of(uk.caption.proposals, uk.figure.submitted) == "109");
  CHECK(of(uk.caption.proposals, uk.figure.published) == "95");
  CHECK(of(uk.caption.proposals, uk.figure.merged) == "11");
  CHECK(of(uk.caption.proposals, uk.figure.hidden) == "3");
  CHECK(of(uk.heading.voting, uk.sheet.counted_total) == "345");
  for (const auto& i : r.indicators) {
    const auto got = of(uk.caption.indicators, report::indicator_words_of(uk, i.name).label);
    const double scale = i.in == report::indicator::unit::percent ? 1000 : 10;
    REQUIRE(i.tenths());
    CHECK(std::stod(got) == doctest::Approx(static_cast<double>(*i.tenths()) / scale));
  }
}

TEST_CASE("percents, times and numbers are shown as such") {
  const auto book = book_of(session_of_109());
  for (const auto& f : rows_of(book, uk.sheet.figures)) {
    if (at(f, uk.column.figure) != "Частка авторів серед присутніх") continue;
    CHECK(f.at(std::string(uk.column.value)).at("format").as_string() == "0.0%");
  }
  const auto first = rows_of(book, uk.sheet.proposals).at(0);
  CHECK(first.at(std::string(uk.column.at)).at("format").as_string() == "dd.mm.yyyy hh:mm");
  CHECK(first.at(std::string(uk.column.number)).at("format").as_string() == "0");
}

TEST_CASE("people fewer than five are not counted out in the workbook either") {
  const auto r = make_report(small_session().state(), sample_facts());
  const auto rows = rows_of(read_xlsx(report::write_xlsx(r)), uk.sheet.people);
  std::map<std::string, std::string> people;
  for (const auto& one : rows)
    people[at(one, uk.sheet.section) + "/" + at(one, uk.sheet.name)] = at(one, uk.column.people);
  for (const auto& c : r.participants.by_table) {
    const auto expected = c.people ? std::to_string(*c.people)
                                   : std::string(c.is_few ? uk.label.few : uk.label.withheld);
    CHECK(people[std::string(uk.caption.tables) + "/" + c.label] == expected);
  }
  CHECK(people[std::string(uk.caption.tables) + "/3"] == uk.label.withheld);
}

TEST_CASE("every sheet can be filtered, scrolled under its header and printed on A4 across") {
  const auto book = book_of(session_of_109(), edition::working);
  CHECK(book.at("sheets").as_array().size() == 7);
  for (const auto& sheet : book.at("sheets").as_array()) {
    INFO(std::string(sheet.at("name").as_string()));
    CHECK(sheet.at("frozen").as_string().ends_with("2")); // the first row stands
    CHECK(sheet.at("filter").as_string().starts_with("A1:"));
    CHECK(sheet.at("state").as_string() == "visible");
    CHECK(!sheet.at("hidden").as_bool());
    CHECK(sheet.at("landscape").as_bool());
    CHECK(sheet.at("paper").to_number<int>() == 9);
    CHECK(sheet.at("one_page_wide").as_bool());
    CHECK(sheet.at("repeated").as_string() == "$1:$1");
    CHECK(sheet.at("header").as_string() == uk.label.working);
    CHECK(sheet.at("widths").as_array().size() == sheet.at("rows").at(0).as_array().size());
  }
  const auto& proposals = sheet_of(book, uk.sheet.proposals);
  CHECK(proposals.at("wraps").at(3).as_bool());
}

TEST_CASE("the council chooses the outcome from five values") {
  const auto book = book_of(session_of_109());
  const auto& sheet = sheet_of(book, uk.sheet.proposals);
  REQUIRE(sheet.at("choices").as_array().size() == 1);
  const auto& rule = sheet.at("choices").at(0);
  CHECK(rule.at("kind").as_string() == "list");
  CHECK(rule.at("of").as_string() == "Q2:Q107"); // 95 proposals and 11 merged texts
  CHECK(said(sheet.at("rows").at(0).at(16)) == "Результат розгляду");
  CHECK(rule.at("from").as_string() ==
        "\"враховано,враховано частково,не враховано,потребує додаткового вивчення,"
        "передано за належністю\"");
}

TEST_CASE("what the council decided already stands in its cells") {
  auto b = ideas_session();
  const auto road = b.idea(1, "Дорога до школи", {"infrastructure"});
  b.idea(2, "Лавки в парку", {"infrastructure"});
  b.apply(ops::decide_proposals{{{road,
                                  {.outcome = model::outcome::partly,
                                   .reason = {"=Кошти є на половину"},
                                   .goal = {"1.2"},
                                   .responsible = {"Відділ доріг"},
                                   .deadline = {"2027"}}}}},
          facilitator());
  const auto rows = rows_of(book_of(b), uk.sheet.proposals);
  CHECK(at(rows.at(0), uk.column.decision) == "враховано частково");
  CHECK(at(rows[0], uk.column.reason_given) == "=Кошти є на половину");
  CHECK(at(rows[0], uk.column.goal) == "1.2");
  CHECK(kind(rows[0].at(std::string(uk.column.goal))) == "text");
  CHECK(at(rows[0], uk.column.responsible) == "Відділ доріг");
  CHECK(at(rows[0], uk.column.deadline) == "2027");
  CHECK(at(rows.at(1), uk.column.decision).empty());
}

TEST_CASE("the sheet of moderation says what was done with which number") {
  const auto r = make_report(session_of_109().state(), sample_facts());
  const auto rows = rows_of(read_xlsx(report::write_xlsx(r)), uk.sheet.moderation);
  REQUIRE(rows.size() == r.moderation.size());
  for (std::size_t n = 0; n < rows.size(); ++n) {
    const auto& line = r.moderation[n];
    CHECK(at(rows[n], uk.column.number) == std::to_string(line.number));
    CHECK(at(rows[n], uk.sheet.done) == report::word_of(uk.acts, line.what));
    CHECK(at_of(at(rows[n], uk.column.into)) == line.into);
    const auto reason = line.reason ? report::word_of(uk.hide_reasons, *line.reason) : "";
    CHECK(at(rows[n], uk.column.reason) == reason);
  }
  const auto none = sheet_of(book_of(ideas_session()), uk.sheet.moderation);
  CHECK(said(none.at("rows").at(1).at(1)) == uk.sheet.no_moderation);
}

TEST_CASE("areas and ranking have charts of the cells beside them, in words too") {
  const auto book = book_of(session_of_109());
  const auto& areas = sheet_of(book, uk.sheet.areas).at("charts").as_array();
  REQUIRE(areas.size() == 2);
  CHECK(areas[0].at("title").as_string() == uk.caption.areas);
  CHECK(areas[0].at("series").at(0).at("values").as_string() == "'Напрями'!$B$2:$B$13");
  CHECK(areas[0].at("series").at(0).at("names").as_string() == "'Напрями'!$A$2:$A$13");
  const auto& ranking = sheet_of(book, uk.sheet.voting).at("charts").as_array();
  REQUIRE(ranking.size() == 1);
  CHECK(ranking[0].at("series").at(0).at("values").as_string() == "'Голосування'!$H$2:$H$12");
  const auto all =
      unpacked(report::write_xlsx(make_report(session_of_109().state(), sample_facts())));
  CHECK(all.find("Культура і громадське життя — 9;") != std::string::npos);
  CHECK(all.find("descr=\"") != std::string::npos);
  const auto hall = book_of(hall_session(), edition::working);
  const auto& parts = sheet_of(hall, uk.sheet.voting);
  CHECK(parts.at("charts").at(0).at("series").as_array().size() == 3); // online, paper, hands
}

TEST_CASE("a session without proposals or votes says so in a sentence") {
  const auto book = book_of(empty_session());
  const auto& rows = sheet_of(book, uk.sheet.proposals).at("rows").as_array();
  REQUIRE(rows.size() == 2);
  CHECK(said(rows[1].at(3)) == "Пропозицій не надходило.");
  CHECK(said(sheet_of(book, uk.sheet.voting).at("rows").at(1).at(2)) ==
        uk.sentence.votes_not_shown);
  CHECK(sheet_of(book, uk.sheet.voting).at("charts").as_array().empty());
  CHECK(said(sheet_of(book, uk.sheet.people).at("rows").at(1).at(1)) == uk.sentence.no_people);
  const auto voted = book_of(empty_session(), edition::working);
  CHECK(said(sheet_of(voted, uk.sheet.voting).at("rows").at(1).at(2)) == uk.sentence.no_votes);
}

TEST_CASE("one voter and one proposal are enough for a workbook") {
  auto b = ideas_session();
  b.join(1);
  const auto only = b.idea(1, "Лікар щодня", {"medicine"});
  b.open(model::phase::vote);
  b.votes(only, 0, 1);
  b.reveal();
  const auto book = book_of(b);
  CHECK(at(rows_of(book, uk.sheet.voting).at(0), uk.column.total) == "1");
  CHECK(sheet_of(book, uk.sheet.voting).at("charts").as_array().size() == 1);
}

TEST_CASE("the same report gives the same bytes, whenever it is written") {
  const auto b = session_of_109();
  const auto r = make_report(b.state(), sample_facts());
  const auto once = report::write_xlsx(r);
  const auto book = read_xlsx(once);
  CHECK(once == report::write_xlsx(r));
  CHECK(book.at("times").as_array() == boost::json::array{"1980-01-01"}); // of the parts
  CHECK(book.at("properties").at("created").as_string() == "2025-11-22T09:20:00");
  CHECK(book.at("properties").at("title").as_string() == r.set.title.value);
  CHECK(book.at("properties").at("creator").as_string() == r.set.community.value);
}

TEST_CASE("the workbook speaks the language of the frame") {
  const auto book = book_of(small_session(), edition::public_, model::language::en);
  CHECK(book.at("sheets").at(0).at("name").as_string() == "Proposals");
  CHECK(said(book.at("sheets").at(0).at("rows").at(0).at(16)) == "Outcome");
}
