// The formats agree with each other, hidden texts are in none of them, and the acceptance scenario
// gives its figures.
#include "report/sample.hpp"
#include "report/writers.hpp"
#include "support/read_csv.hpp"
#include "support/read_html.hpp"
#include "support/unpacked.hpp"

#include <boost/json.hpp>

#include <map>

using namespace viche;
using namespace viche::test;
using report::edition;
using report::make_report;

namespace {

struct said_of_one {
  std::string text;
  std::string votes;
  std::string supports;
  bool operator==(const said_of_one&) const = default;
};
using by_number = std::map<int, said_of_one>;

by_number read_back_json(const report::report& r) {
  by_number out;
  const auto json = boost::json::parse(report::write_json(r));
  for (const auto& p : json.at("proposals").as_array()) {
    out[p.at("number").to_number<int>()] = {std::string(p.at("text").as_string()),
                                            std::to_string(p.at("votes").to_number<int>()),
                                            std::to_string(p.at("supports").to_number<int>())};
  }
  return out;
}

by_number read_back_csv(const report::report& r) {
  by_number out;
  for (const auto& row : read_csv(report::write_csv(r))) {
    if (row.at("status") != "published") continue;
    out[std::stoi(row.at("uid").substr(7))] = {row.at("description"), row.at("count"),
                                               row.at("supports")};
  }
  return out;
}

by_number read_back_excel(const report::report& r) {
  by_number out;
  const auto csv = report::write_excel_csv(r);
  for (const auto& row : read_csv(std::string_view(csv).substr(3), ';')) {
    if (!row.at("До № основної").empty()) continue;
    auto text = row.at("Зміст пропозиції");
    if (text.starts_with('\'')) text.erase(0, 1);
    out[std::stoi(row.at("№"))] = {text, row.at("Голоси"), row.at("Підтримок")};
  }
  return out;
}

// `supports_at` 0: the table has no such column.
by_number read_back_html(const report::report& r, const char* id, std::size_t text_at,
                         std::size_t votes_at, std::size_t supports_at) {
  by_number out;
  const auto page = read_html(report::write_html(r));
  for (const auto& row : page->by_id(id)->parent->all("table")[0]->rows()) {
    if (row[0] == "№") continue;
    const auto supports = supports_at == 0 ? std::string() : row[supports_at];
    out[std::stoi(row[0])] = {row[text_at], row[votes_at], supports};
  }
  return out;
}

} // namespace

TEST_CASE("JSON, both CSV and HTML say the same texts, votes and supports") {
  auto b = session_of_109();
  auto r = make_report(b.state(), sample_facts());
  for (auto& p : r.proposals)
    p.is_redacted = false; // HTML adds a remark behind such a text
  const auto json = read_back_json(r);
  CHECK(json.size() == 95);
  CHECK(read_back_csv(r) == json);
  CHECK(read_back_excel(r) == json);
  CHECK(read_back_html(r, "a1", 2, 5, 6) == json);
  auto of_the_council = json; // its table asks for votes only
  for (auto& [number, one] : of_the_council)
    one.supports.clear();
  CHECK(read_back_html(r, "s7", 3, 5, 0) == of_the_council);
}

TEST_CASE("the 109 ideas give the figures of their README") {
  const auto r = make_report(session_of_109().state(), sample_facts());
  CHECK(r.totals.submitted == 109);
  CHECK(r.totals.published == 95);
  CHECK(r.totals.merged == 11);
  CHECK(r.totals.hidden == 3);
  const auto voting = r.voting.value_or(report::voting{});
  CHECK(voting.counted.votes() == 345);
  CHECK(voting.counted.total() == 345);
  CHECK(voting.voters() == 38);
  std::vector<std::pair<std::uint32_t, std::size_t>> first;
  for (const auto& line : voting.ranking) {
    const auto& p = r.proposals[line.proposal];
    if (line.place <= 10)
      first.emplace_back(p.number, p.support.value_or(report::support{}).votes());
  }
  CHECK(first == decltype(first){{4, 19},
                                 {3, 17},
                                 {8, 16},
                                 {12, 15},
                                 {21, 11},
                                 {17, 10},
                                 {63, 9},
                                 {13, 8},
                                 {33, 8},
                                 {10, 7},
                                 {77, 7}});
  std::map<std::string, std::pair<std::size_t, std::size_t>> areas;
  for (const auto& a : r.areas)
    areas[a.area.slug.value] = {a.proposals, a.support.value_or(report::support{}).votes()};
  const decltype(areas) expected{
      {"infrastructure", {18, 87}}, {"medicine", {8, 43}}, {"business", {10, 38}},
      {"education", {7, 29}},       {"culture", {9, 26}},  {"safety", {8, 26}},
      {"social", {7, 25}},          {"youth", {8, 22}},    {"ecology", {6, 16}},
      {"governance", {6, 14}},      {"digital", {4, 12}},  {"tourism", {4, 7}}};
  CHECK(areas == expected);
}

TEST_CASE("hidden, withdrawn and erased texts are in no format of either edition") {
  const auto b = small_session();
  for (const auto e : {edition::public_, edition::working}) {
    for (const auto l : {model::language::uk, model::language::en}) {
      const auto r = make_report(b.state(), sample_facts(e, l));
      for (const auto& f : report::formats) {
        const auto out = unpacked(f.write(r));
        CHECK(out.find("ПРИХОВАНЕ") == std::string::npos);
        CHECK(out.find("ВІДКЛИКАНЕ") == std::string::npos);
        CHECK(out.find("ВИЛУЧЕНЕ") == std::string::npos);
        CHECK((out.find("Аптека в селі") != std::string::npos) == prints_proposals(f));
      }
    }
  }
}

TEST_CASE("two sessions that differ only in what was voted give the same public reports") {
  const auto played = [](bool first) {
    auto b = ideas_session();
    const auto one = b.idea(1, "Лікар щодня", {"medicine"});
    const auto two = b.idea(2, "Дорога до школи", {"infrastructure"});
    b.open(model::phase::vote);
    b.votes(first ? one : two, 0, 1);
    return make_report(b.state(), sample_facts());
  };
  for (const auto& f : report::formats) {
    CHECK(f.write(played(true)) == f.write(played(false)));
  }
}

TEST_CASE("nobody's id is in any format") {
  const auto b = small_session();
  const auto r = make_report(b.state(), sample_facts(edition::working));
  for (const auto& f : report::formats) {
    const auto out = unpacked(f.write(r));
    for (const auto& [writer, p] : b.state().people) {
      CHECK(out.find(model::to_hex(writer)) == std::string::npos);
    }
    for (const auto& [voter, facts] : b.state().voters) {
      CHECK(out.find(model::to_hex(voter)) == std::string::npos);
    }
  }
}

TEST_CASE("formats are found by their names") {
  CHECK(report::find_format("excel.csv")->ending == ".excel.csv");
  CHECK(report::find_format("html")->content_type == "text/html; charset=utf-8");
  CHECK(report::find_format("docx") == nullptr);
}
