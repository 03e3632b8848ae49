// CSV, read back by a reader of its own.
#include "report/csv.hpp"

#include "report/sample.hpp"
#include "support/read_csv.hpp"

using namespace viche;
using namespace viche::test;
using report::make_report;

namespace {

const csv_row& row_of(const std::vector<csv_row>& rows, const std::string& column,
                      const std::string& value) {
  for (const auto& row : rows) {
    if (row.at(column) == value) return row;
  }
  FAIL("no row has ", value);
  return rows.front();
}

report::report report_of_text(const std::string& text) {
  auto b = ideas_session();
  b.idea(1, text, {"medicine"});
  return make_report(b.state(), sample_facts());
}

constexpr std::string_view mark = "\xef\xbb\xbf";

std::vector<csv_row> read_excel(const std::string& csv) {
  REQUIRE(csv.starts_with(mark));
  return read_csv(std::string_view(csv).substr(mark.size()), ';');
}

} // namespace

TEST_CASE("a session without proposals is a table of headings") {
  const auto r = make_report(empty_session().state(), sample_facts());
  CHECK(read_csv(report::write_csv(r)).empty());
  CHECK(read_excel(report::write_excel_csv(r)).empty());
}

TEST_CASE("open data has its columns in their order and no byte-order mark") {
  const auto r = make_report(empty_session().state(), sample_facts());
  CHECK(report::write_csv(r) ==
        "uid,sessionUid,title,description,kind,kindLabel,settlementCattutc,authorityName,"
        "authorityId,authorityCattutc,submittedAt,channel,authorship,creator,mergedInto,status,"
        "count,goalCode,decision,decisionReason,decisionDate,decisionUrl,responsible,language,"
        "supports,votesOnline,votesPaper,raisedHands,total\r\n");
}

TEST_CASE("a published row of open data says what is known and leaves the rest empty") {
  const auto rows =
      read_csv(report::write_csv(make_report(small_session().state(), sample_facts())));
  const auto& row = row_of(rows, "uid", "482913-2");
  CHECK(row.at("sessionUid") == "482913");
  CHECK(row.at("description") == "Лікар щодня, а не «два рази на тиждень»");
  CHECK(row.at("kind") == "medicine");
  CHECK(row.at("kindLabel") == "Охорона здоров’я");
  CHECK(row.at("authorityName") == "Вербівська сільська рада");
  CHECK(row.at("submittedAt") == "2025-11-22T08:10:00+02:00");
  CHECK(row.at("channel") == "phone");
  CHECK(row.at("status") == "published");
  CHECK(row.at("count") == "3");
  CHECK(row.at("supports") == "2");
  for (const auto* column :
       {"creator", "settlementCattutc", "decision", "mergedInto", "language"}) {
    CHECK(row.at(column).empty());
  }
  CHECK(row_of(rows, "uid", "482913-4").at("kind") == "business,culture");
}

TEST_CASE("a merged text names the proposal it became part of and has no count of its own") {
  const auto rows =
      read_csv(report::write_csv(make_report(small_session().state(), sample_facts())));
  const auto& row = row_of(rows, "uid", "482913-5");
  CHECK(row.at("mergedInto") == "482913-2");
  CHECK(row.at("status") == "merged");
  CHECK(row.at("count").empty());
  CHECK(row.at("supports").empty());
}

TEST_CASE("texts come back from open data as they were typed") {
  for (const std::string text :
       {"=1+1", "+ за водопровід", "-5", "@ярмарок", "а \"б\" в", "раз,два;три", "рядок\nдругий",
        "<3 & {{ text }}", "🥕👩‍🌾", "\"", "кома,", "'вже з апострофом"}) {
    const auto rows = read_csv(report::write_csv(report_of_text(text)));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].at("description") == text);
  }
  const auto rows = read_csv(report::write_csv(report_of_text(longest_text())));
  CHECK(rows[0].at("description") == longest_text());
}

TEST_CASE("no cell of the table for Excel begins a formula") {
  for (const std::string text : {"=1+1", "+ за водопровід", "-5", "@ярмарок", "\t=1", "\r=1"}) {
    const auto rows = read_excel(report::write_excel_csv(report_of_text(text)));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].at("Зміст пропозиції") == "'" + text);
  }
  const auto rows = read_excel(report::write_excel_csv(report_of_text("1+1=2")));
  CHECK(rows[0].at("Зміст пропозиції") == "1+1=2");
}

TEST_CASE("the table for Excel leaves the council's columns empty") {
  const auto rows =
      read_excel(report::write_excel_csv(make_report(small_session().state(), sample_facts())));
  const auto& row = row_of(rows, "№", "2");
  CHECK(row.at("Час подання") == "22.11.2025 08:10");
  CHECK(row.at("Спосіб подання") == "з телефону");
  CHECK(row.at("Голоси") == "3");
  CHECK(row.at("Підтримок") == "2");
  CHECK(row.at("Об’єднано №") == "5, 10");
  for (const auto* column : {"Стратегічна / оперативна ціль, завдання", "Результат розгляду",
                             "Обґрунтування", "Відповідальний", "Строк"}) {
    CHECK(row.at(column).empty());
  }
  CHECK(row_of(rows, "№", "5").at("До № основної") == "2");
}

TEST_CASE("without shown results the columns of votes are empty") {
  auto b = ideas_session();
  const auto one = b.idea(1, "Лікар щодня", {"medicine"});
  b.open(model::phase::vote);
  b.votes(one, 0, 3);
  const auto r = make_report(b.state(), sample_facts());
  CHECK(read_csv(report::write_csv(r))[0].at("count").empty());
  CHECK(read_excel(report::write_excel_csv(r))[0].at("Голоси").empty());
}
