// The open-data package: what is in it, what is held back, and that the same is the same bytes.
// Other people's programs read its tables by their metadata in tests/e2e/package_test.mjs.
#include "report/package.hpp"

#include "report/csvw.hpp"
#include "report/json.hpp"
#include "report/open_tables.hpp"
#include "report/sample.hpp"
#include "report/sha256.hpp"
#include "report/writers.hpp"
#include "support/read_csv.hpp"
#include "support/unpacked.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

using namespace viche;
using namespace viche::test;
using report::make_report;

namespace {

report::report_facts seeded(std::uint64_t seed) {
  auto facts = sample_facts();
  facts.seed = seed;
  return facts;
}

// The small session with so many voters, each with votes on the first and on a merged idea.
state_builder session_of_voters(unsigned voters, std::uint32_t sheets = 0) {
  auto b = empty_session();
  b.open(model::phase::ideas);
  const auto doctor = b.idea(1, "Лікар щодня", {"medicine"});
  const auto same = b.idea(2, "Щоб лікар приймав щодня", {"medicine"});
  const auto road = b.idea(3, "Дорога", {"infrastructure"});
  b.open(model::phase::vote);
  b.votes(doctor, 0, voters);
  b.votes(same, 0, voters);
  b.votes(road, 0, 1);
  for (std::uint32_t sheet = 1; sheet <= sheets; ++sheet) {
    b.apply(ops::enter_sheet{sheet, {road}, false}, an_operator());
    b.apply(ops::confirm_sheet{sheet, {road}}, facilitator());
  }
  b.open(model::phase::sort);
  b.apply(ops::merge_ideas{doctor, {same}}, facilitator());
  b.reveal();
  return b;
}

std::string file_of(const report::report& r, std::string_view name) {
  for (const auto& file : report::package_files(r)) {
    if (file.name == name) return file.bytes;
  }
  return {};
}

std::set<std::string> voters_of(const std::vector<csv_row>& rows) {
  std::set<std::string> out;
  for (const auto& row : rows)
    out.insert(row.at("voterID"));
  return out;
}

} // namespace

TEST_CASE("a package has its files, with the fingerprint of each") {
  const auto b = session_of_voters(10);
  const auto files = report::package_files(make_report(b.state(), seeded(7)));
  std::vector<std::string> names;
  for (const auto& file : files)
    names.push_back(file.name);
  CHECK(names == std::vector<std::string>{"proposals.csv", "votings.csv", "tags.csv",
                                          "session.json", "schema.json", "passport.csv",
                                          "report.html", "SHA256SUMS"});
  const auto& sums = files.back().bytes;
  CHECK(std::ranges::count(sums, '\n') == 7);
  CHECK(sums.find(report::sha256_hex(files[3].bytes) + "  session.json\n") != std::string::npos);
  CHECK(report::sha256_hex("abc") ==
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // of FIPS 180-4
}

TEST_CASE("the same report and seed are the same bytes, another seed is another order") {
  const auto b = session_of_voters(12);
  const auto once = report::write_package(make_report(b.state(), seeded(7)));
  CHECK(once == report::write_package(make_report(b.state(), seeded(7))));
  const auto r = make_report(b.state(), seeded(7));
  const auto other = make_report(b.state(), seeded(8));
  CHECK(report::write_votings(r) != report::write_votings(other));
  const auto mine = voters_of(read_csv(report::write_votings(r)));
  const auto theirs = voters_of(read_csv(report::write_votings(other)));
  std::vector<std::string> in_both;
  std::ranges::set_intersection(mine, theirs, std::back_inserter(in_both));
  CHECK(in_both.empty());
}

TEST_CASE("a vote on a merged idea counts once, for the idea it became part of") {
  const auto b = session_of_voters(10);
  const auto r = make_report(b.state(), seeded(7));
  const auto rows = read_csv(report::write_votings(r));
  CHECK(rows.size() == 11); // ten for the doctor, once each, and one for the road
  CHECK(voters_of(rows).size() == 10);
  for (const auto& row : rows) {
    CHECK((row.at("proposalUid") == "482913-1" || row.at("proposalUid") == "482913-3"));
    CHECK(row.at("voteDate") == "2025-11-22");
    CHECK(row.at("voterID").size() == 16);
  }
}

TEST_CASE(
    "ballots of a way that fewer than ballots_min used are left out, and the passport says so") {
  const auto b = session_of_voters(12, 5);
  const auto r = make_report(b.state(), seeded(7));
  CHECK(r.voting.value_or(report::voting{}).voters_paper == 5);
  CHECK(voters_of(read_csv(report::write_votings(r))).size() == 12);
  const auto passport = read_csv(file_of(r, "passport.csv"));
  CHECK(passport.at(0).at("votings") == "partly");
  CHECK(passport.at(0).at("description").find("щонайменше 10") != std::string::npos);
}

TEST_CASE("votes of fewer than ballots_min voters are held back, and the passport says so") {
  CHECK(limits::ballots_min == 10);
  const auto few = session_of_voters(9);
  const auto r = make_report(few.state(), seeded(7));
  CHECK(file_of(r, "votings.csv").empty());
  CHECK(file_of(r, "schema.json").find("votings.csv") == std::string::npos);
  const auto passport = read_csv(file_of(r, "passport.csv"));
  CHECK(passport.at(0).at("votings") == "suppressed");
  CHECK(passport.at(0).at("description").find("менше ніж по 10") != std::string::npos);
  const auto totals = read_csv(file_of(r, "proposals.csv"));
  CHECK(totals.at(0).at("count") == "9");
}

TEST_CASE("a package is of another version as soon as the council decides something") {
  auto b = small_session();
  const auto version = [&] {
    return read_csv(file_of(make_report(b.state(), seeded(7)), "passport.csv")).at(0).at("version");
  };
  const auto before = version();
  CHECK(before == seeded(7).head + ':' + std::to_string(b.state().seq));
  const auto id = b.state().ideas.begin()->first;
  b.apply(ops::decide_proposals{{{id, {.outcome = model::outcome::accepted}}}}, facilitator());
  CHECK(version() != before); // the head is still that of the close
}

TEST_CASE("before the first place is revealed nothing in a package follows from votes") {
  const auto r = make_report(hall_session().state(), seeded(7));
  CHECK(file_of(r, "votings.csv").empty());
  CHECK(read_csv(file_of(r, "passport.csv")).at(0).at("votings") == "not_shown");
  for (const auto& row : read_csv(file_of(r, "tags.csv")))
    CHECK(row.at("total").empty());
}

TEST_CASE("the tables' first lines are the columns that the metadata describes") {
  const auto b = session_of_voters(10);
  const auto r = make_report(b.state(), seeded(7));
  const auto group = boost::json::parse(file_of(r, "schema.json"));
  CHECK(group.at("@context").at(1).at("@language") == "uk");
  for (const auto& table : group.at("tables").as_array()) {
    std::string head;
    for (const auto& column : table.at("tableSchema").at("columns").as_array()) {
      head += (head.empty() ? "" : ",") + std::string(column.at("name").as_string());
      CHECK_FALSE(column.at("titles").at("uk").as_string().empty());
      CHECK_FALSE(column.at("titles").at("en").as_string().empty());
    }
    const auto name = std::string(table.at("url").as_string());
    CHECK_MESSAGE(file_of(r, name).starts_with(head + "\r\n"), name);
  }
}

TEST_CASE("a council's codes and decisions stand in the open data") {
  auto b = session_of_voters(10);
  const auto id = b.state().ideas.begin()->first;
  b.apply(ops::set_report_details{{.authority = {"Вербівська сільська рада Полтавської області"},
                                   .authority_id = {"04382731"},
                                   .cattutc = {"UA53060310000047988"},
                                   .email = {"rada@example.gov.ua"}}},
          facilitator());
  b.apply(ops::decide_proposals{{{id,
                                  {.outcome = model::outcome::partly,
                                   .reason = {"Лікар прийматиме двічі"},
                                   .goal = {"2.1"},
                                   .responsible = {"Відділ охорони здоров’я"}}}}},
          facilitator());
  const auto r = make_report(b.state(), seeded(7));
  const auto row = read_csv(file_of(r, "proposals.csv")).at(0);
  CHECK(row.at("authorityName") == "Вербівська сільська рада Полтавської області");
  CHECK(row.at("authorityId") == "04382731");
  CHECK(row.at("authorityCattutc") == "UA53060310000047988");
  CHECK(row.at("decision") == "partly");
  CHECK(row.at("decisionReason") == "Лікар прийматиме двічі");
  CHECK(row.at("decisionDate") == "2025-11-22");
  CHECK(row.at("goalCode") == "2.1");
  CHECK(row.at("responsible") == "Відділ охорони здоров’я");
  CHECK(row.at("settlementCattutc").empty());
  CHECK(read_csv(file_of(r, "passport.csv")).at(0).at("email") == "rada@example.gov.ua");
  CHECK(report::file_name(*report::find_format("zip"), r.facts, r.details) ==
        "viche-UA53060310000047988-2025-11-22-482913.zip");
}

TEST_CASE("what is no code of KATOTTG is not taken for one") {
  for (const auto* code : {"", "53060310000047988", "UA5306031000004798", "UA53060310000047988x"})
    CHECK(report::territory_of({.cattutc = {code}}).empty());
  const auto facts = sample_facts();
  CHECK(report::package_name(facts, {}) == "viche-2025-11-22-482913");
}

TEST_CASE("a package is of the public edition, whichever is asked for") {
  const auto* zip = report::find_format("zip");
  REQUIRE(zip != nullptr);
  CHECK(report::edition_of(*zip, report::edition::working) == report::edition::public_);
  CHECK(report::edition_of(*report::find_format("json"), report::edition::working) ==
        report::edition::working);
}

TEST_CASE("the zip is unpacked by others to what was put in") {
  const auto r = make_report(session_of_voters(10).state(), seeded(7));
  const auto all = unpacked(report::write_package(r));
  for (const auto& file : report::package_files(r))
    CHECK_MESSAGE(all.find(file.bytes) != std::string::npos, file.name);
}
