// Who is counted where, and what may leave.
#include "report/collation.hpp"
#include "report/report.hpp"

#include "report/sample.hpp"
#include "report/writers.hpp"
#include "support/unpacked.hpp"

using namespace viche;
using namespace viche::test;
using report::edition;
using report::make_report;

namespace {

const report::indicator& indicator_of(const report::report& r, std::string_view name) {
  const auto at = std::ranges::find(r.indicators, name, &report::indicator::name);
  REQUIRE(at != r.indicators.end());
  return *at;
}

template <class Line>
report::support support_of(const Line& one) {
  REQUIRE(one.support);
  return one.support.value_or(report::support{});
}

bool has_indicator(const report::report& r, std::string_view name) {
  return std::ranges::find(r.indicators, name, &report::indicator::name) != r.indicators.end();
}

} // namespace

TEST_CASE("an empty session makes a report of zeros") {
  const auto r = make_report(empty_session().state(), sample_facts());
  CHECK(r.totals.submitted == 0);
  CHECK(r.participants.total == 0);
  CHECK(r.proposals.empty());
  CHECK(!indicator_of(r, "published_share").tenths());
  CHECK(indicator_of(r, "people").tenths() == 0);
}

TEST_CASE("every idea is counted once: published, merged, hidden or withdrawn") {
  const auto r = make_report(small_session().state(), sample_facts());
  CHECK(r.totals.submitted == 10);
  CHECK(r.totals.published == 6);
  CHECK(r.totals.merged == 2);
  CHECK(r.totals.hidden == 1);
  CHECK(r.totals.withdrawn == 1);
  CHECK(r.totals.redacted == 1);
  REQUIRE(r.totals.hidden_by_reason.size() == 1);
  CHECK(r.totals.hidden_by_reason[0].reason == model::hide_reason::insult);
  REQUIRE(r.totals.submitted_by_channel.size() == 2);
  CHECK(r.totals.submitted_by_channel[1].count == 1);
}

TEST_CASE(
    "a late idea counts as submitted once it is accepted, and the report says how many were") {
  auto b = ideas_session();
  b.idea(1, "Дорога до школи", {"infrastructure"});
  b.open(model::phase::sort);
  std::vector<model::seq_t> late;
  for (const auto* text : {"Лікар щодня", "Парк", "Міст"}) {
    late.push_back(b.apply(ops::submit_late_idea{{text}, {{"medicine"}}, 0}, resident(2)));
  }
  b.apply(ops::accept_late_idea{late[1]}, facilitator());
  b.apply(ops::decline_late_idea{late[2]}, facilitator());
  const auto r = make_report(b.state(), sample_facts(edition::working));
  CHECK(r.totals.submitted == 2);
  CHECK(r.totals.late_accepted == 1);
  CHECK(r.totals.late_declined == 1);
  CHECK(r.totals.late_waiting == 1);
  REQUIRE(r.proposals.size() == 2);
  CHECK(r.proposals[1].text == "Парк");
  CHECK(r.proposals[1].number == 2);
  for (const auto& format : report::formats) {
    const auto written = unpacked(format.write(r));
    CHECK(written.find("Лікар") == std::string::npos);
    CHECK(written.find("Міст") == std::string::npos);
  }
}

TEST_CASE("texts merged into a hidden proposal are counted and not shown") {
  auto b = ideas_session();
  const auto root = b.idea(1, "Дорога до школи", {"infrastructure"});
  const auto other = b.idea(2, "Дорога до клубу", {"infrastructure"});
  b.apply(ops::merge_ideas{root, {other}}, facilitator());
  b.apply(ops::hide_idea{root, model::hide_reason::test}, facilitator());
  const auto r = make_report(b.state(), sample_facts(edition::working));
  CHECK(r.proposals.empty());
  CHECK(r.totals.merged == 1);
  CHECK(r.totals.merged_unpublished == 1);
}

TEST_CASE("ideas merged through others belong to the main one, by number") {
  auto b = ideas_session();
  const auto one = b.idea(1, "Дорога перша", {"infrastructure"});
  const auto two = b.idea(2, "Дорога друга", {"infrastructure"});
  const auto three = b.idea(3, "Дорога третя", {"infrastructure"});
  b.apply(ops::merge_ideas{one, {two}}, facilitator());
  b.apply(ops::merge_ideas{three, {one}}, facilitator());
  const auto r = make_report(b.state(), sample_facts());
  REQUIRE(r.proposals.size() == 1);
  CHECK(r.proposals[0].number == 3);
  REQUIRE(r.proposals[0].merged.size() == 2);
  CHECK(r.proposals[0].merged[0].number == 1);
  CHECK(r.proposals[0].merged[1].number == 2);
}

TEST_CASE("support of a merged proposal is its distinct voters") {
  auto b = ideas_session();
  const auto main = b.idea(1, "Лікар щодня", {"medicine"});
  const auto other = b.idea(2, "Лікаря на щодень", {"medicine"});
  b.open(model::phase::vote);
  b.votes(main, 0, 3);
  b.votes(other, 2, 2); // one of them supports both
  b.apply(ops::merge_ideas{main, {other}}, facilitator());
  const auto r = make_report(b.state(), sample_facts(edition::working));
  CHECK(support_of(r.proposals[0]).votes() == 4);
  const auto voting = r.voting.value_or(report::voting{});
  CHECK(voting.voters() == 4);
  CHECK(voting.votes_given == 5);
  CHECK(voting.counted.votes() == 4);
}

TEST_CASE("equal votes share a place and the next place moves on") {
  const auto r = make_report(small_session().state(), sample_facts());
  const auto voting = r.voting.value_or(report::voting{});
  std::vector<std::uint32_t> places;
  std::vector<bool> ties;
  for (const auto& line : voting.ranking) {
    places.push_back(line.place);
    ties.push_back(line.is_tie);
  }
  CHECK(places == std::vector<std::uint32_t>{1, 2, 2, 4});
  CHECK(ties == std::vector<bool>{false, true, true, false});
}

TEST_CASE("the public edition has nothing derived from votes until the first place is revealed") {
  auto b = ideas_session();
  const auto one = b.idea(1, "Лікар щодня", {"medicine"});
  b.open(model::phase::vote);
  b.votes(one, 0, 3);
  b.open(model::phase::results);
  b.apply(ops::reveal_place{2}, facilitator());
  const auto before = make_report(b.state(), sample_facts());
  CHECK(!before.voting);
  CHECK(!before.proposals[0].support);
  CHECK(!before.areas[0].support);
  for (const auto* name : {"voters", "voters_share", "votes_per_voter", "without_votes_share"}) {
    CHECK(!has_indicator(before, name));
  }
  const auto working = make_report(b.state(), sample_facts(edition::working));
  CHECK(support_of(working.proposals[0]).votes() == 3);
  b.apply(ops::reveal_place{1}, facilitator());
  CHECK(support_of(make_report(b.state(), sample_facts()).proposals[0]).votes() == 3);
}

TEST_CASE("a group of fewer than five is not counted out, nor can it be worked out") {
  const auto r = make_report(small_session().state(), sample_facts());
  const auto& tables = r.participants.by_table; // 6, 5 and 1 of 12
  REQUIRE(tables.size() == 3);
  CHECK(tables[0].people == 6);
  for (const auto n : {1U, 2U}) {
    CHECK(!tables[n].people); // 12 − 6 − 5 would have said 1
    CHECK(!tables[n].is_few); // nor could a small one and another be 6 but as 1 and 5
  }
}

// How many people a report says are at each of these tables; 0: it does not.
std::vector<std::size_t> said_of_tables(const std::vector<unsigned>& people) {
  auto b = empty_session();
  unsigned who = 0;
  for (std::uint32_t table = 1; table <= people.size(); ++table) {
    for (unsigned n = 0; n < people[table - 1]; ++n)
      b.join(who++, table);
  }
  std::vector<std::size_t> said;
  for (const auto& c : make_report(b.state(), sample_facts()).participants.by_table)
    said.push_back(c.people.value_or(0));
  return said;
}

TEST_CASE("small groups that would follow from the total together take the next one with them") {
  using tables = std::vector<std::size_t>;
  CHECK(said_of_tables({7, 6, 1, 1}) == tables{7, 0, 0, 0}); // 15 − 13 would have said 1 and 1
  CHECK(said_of_tables({7, 6, 4, 4}) == tables{7, 0, 0, 0});
  CHECK(said_of_tables({7, 6, 4, 3}) == tables{7, 0, 0, 0});
  CHECK(said_of_tables({7, 6, 2, 3}) == tables{7, 6, 0, 0}); // 5 may be shared in several ways
  CHECK(said_of_tables({7, 6, 4}) == tables{7, 0, 0});
}

TEST_CASE("people who named no table hide a small one by themselves") {
  auto b = empty_session();
  for (unsigned n = 0; n < 10; ++n)
    b.join(n, n < 6 ? 1 : n < 7 ? 2 : 0);
  const auto r = make_report(b.state(), sample_facts());
  CHECK(r.participants.by_table[0].people == 6);
  CHECK(!r.participants.by_table[1].people);
}

TEST_CASE("settlements stand by the alphabet") {
  auto b = empty_session();
  unsigned who = 0;
  for (const auto* name : {"Ясне", "Ґрунтове", "Гай", "Її хутір", "Зелене"}) {
    for (int n = 0; n < 5; ++n)
      b.join(who++, 0, name);
  }
  std::vector<std::string> names;
  const auto r = make_report(b.state(), sample_facts());
  for (const auto& c : r.participants.by_settlement) {
    names.push_back(c.label);
  }
  CHECK(names == std::vector<std::string>{"Гай", "Ґрунтове", "Зелене", "Її хутір", "Ясне"});
}

TEST_CASE("an apostrophe is no letter of the alphabet, and numbers go by size") {
  std::vector<std::string> names{"Хутір 12", "П’ятихатки", "Пшоняне", "Пязи", "Хутір 2"};
  report::sort_by_alphabet(names);
  CHECK(names == std::vector<std::string>{"Пшоняне", "Пязи", "П’ятихатки", "Хутір 2", "Хутір 12"});
}

TEST_CASE("an idea belongs to its first area, and areas with most ideas come first") {
  const auto r = make_report(small_session().state(), sample_facts());
  CHECK(r.areas[0].area.slug.value == "business");
  CHECK(r.areas[0].proposals == 2);
  CHECK(support_of(r.areas[0]).votes() == 3);
  std::size_t sum = 0;
  for (const auto& a : r.areas)
    sum += a.proposals;
  CHECK(sum == r.proposals.size());
}

TEST_CASE("times of proposals are to the minute") {
  auto b = ideas_session();
  b.idea(1, "Лікар щодня", {"medicine"});
  const auto r = make_report(b.state(), sample_facts());
  CHECK(r.proposals[0].at % 60'000 == 0);
  CHECK(b.state().ideas.begin()->second.at - r.proposals[0].at < 60'000);
}

TEST_CASE("indicators are quotients rounded half up") {
  const auto r = make_report(small_session().state(), sample_facts());
  CHECK(indicator_of(r, "authors").tenths() == 80);
  CHECK(indicator_of(r, "authors_share").tenths() == 667);         // 8 of 12
  CHECK(indicator_of(r, "proposals_per_author").tenths() == 11);   // 9 : 8
  CHECK(indicator_of(r, "published_share").tenths() == 600);       // 6 of 10
  CHECK(indicator_of(r, "by_operator_share").tenths() == 100);     // 1 of 10
  CHECK(indicator_of(r, "voters_share").tenths() == 333);          // 4 of 12
  CHECK(indicator_of(r, "votes_per_voter").tenths() == 20);        // 8 : 4
  CHECK(indicator_of(r, "without_votes_share").tenths() == 333);   // 2 of 6
  CHECK(report::indicator{"half", report::indicator::unit::mean, 1, 20}.tenths() == 1);
}

TEST_CASE("a share of more than everybody is not stated") {
  auto b = ideas_session();
  b.join(1);
  const auto one = b.idea(1, "Лікар щодня", {"medicine"});
  b.open(model::phase::vote);
  b.votes(one, 0, 2);
  const auto r = make_report(b.state(), sample_facts(edition::working));
  CHECK(!indicator_of(r, "voters_share").tenths());
}

TEST_CASE("the session is held from the first phase after the lobby until it is closed") {
  const auto r = make_report(small_session().state(), sample_facts());
  CHECK(r.began_at == session_begins + 10 * 60'000);
  CHECK(r.ended_at == session_begins + 60 * 60'000);
  const auto open = make_report(ideas_session().state(), sample_facts());
  CHECK(open.ended_at == sample_facts().generated_at_ms);
}

TEST_CASE("a title is the first ten words of the first line") {
  static_assert(limits::report_title_words_max == 10);
  CHECK(report::title_of("Лікар щодня") == "Лікар щодня");
  CHECK(report::title_of("Лікар щодня\nі аптека") == "Лікар щодня");
  CHECK(report::title_of("1 2 3 4 5 6 7 8 9 10") == "1 2 3 4 5 6 7 8 9 10");
  CHECK(report::title_of("1 2 3 4 5 6 7 8 9 10 11") == "1 2 3 4 5 6 7 8 9 10…");
  CHECK(report::title_of("").empty());
}

TEST_CASE("a table is counted out from the least number of people on") {
  auto b = empty_session();
  unsigned who = 0;
  for (std::size_t n = 0; n < limits::report_cell_min; ++n)
    b.join(who++, 1);
  for (std::size_t n = 0; n + 1 < limits::report_cell_min; ++n)
    b.join(who++, 2);
  b.join(who++); // sits nowhere, so that table 2 does not follow from the total
  const auto r = make_report(b.state(), sample_facts());
  CHECK(r.participants.by_table[0].people == limits::report_cell_min);
  CHECK(!r.participants.by_table[1].people);
}
