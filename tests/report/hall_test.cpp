// What a hall gives beside its phones: paper, raised hands, guests, cards, sentences, names.
#include "report/json.hpp"
#include "report/sample.hpp"
#include "report/writers.hpp"
#include "support/has.hpp"
#include "support/read_csv.hpp"
#include "support/read_html.hpp"
#include "support/unpacked.hpp"

#include <boost/json.hpp>

#include <algorithm>

using namespace viche;
using namespace viche::test;
using report::edition;
using report::make_report;

namespace {

report::report working() {
  return make_report(hall_session().state(), sample_facts(edition::working));
}

report::report published() {
  auto b = hall_session();
  b.reveal();
  return make_report(b.state(), sample_facts());
}

std::vector<std::size_t> parts_of(const report::proposal& p) {
  const auto s = p.support.value_or(report::support{});
  return {s.online, s.paper, s.hands, s.total()};
}

std::string html_section(const report::report& r, const char* id) {
  const auto page = read_html(report::write_html(r));
  return page->by_id(id)->parent->said();
}

} // namespace

TEST_CASE("votes online, votes on paper and raised hands stand apart, and the total ranks") {
  const auto r = working();
  REQUIRE(r.proposals.size() == 5);
  using parts = std::vector<std::size_t>;
  CHECK(parts_of(r.proposals[0]) == parts{1, 0, 2, 3}); // the doctor
  CHECK(parts_of(r.proposals[1]) == parts{1, 2, 0, 3}); // the road
  CHECK(parts_of(r.proposals[2]) == parts{1, 0, 0, 1}); // the library
  CHECK(parts_of(r.proposals[3]) == parts{0, 1, 4, 5}); // the fair
  const auto voting = r.voting.value_or(report::voting{});
  std::vector<std::pair<std::uint32_t, bool>> places;
  for (const auto& line : voting.ranking)
    places.emplace_back(line.place, line.is_tie);
  CHECK(places == decltype(places){{1, false}, {2, true}, {2, true}, {4, false}});
  CHECK(r.proposals[voting.ranking[0].proposal].text == "Ярмарок щосуботи");
}

TEST_CASE("who raised a hand is no voter, and a sheet that replaced votes online is one voter") {
  const auto voting = working().voting.value_or(report::voting{});
  CHECK(voting.voters_online == 2);
  CHECK(voting.voters_paper == 2);
  CHECK(voting.voters() == 4);
  CHECK(voting.votes_given == 6);
  CHECK(voting.counted.online == 3);
  CHECK(voting.counted.paper == 3);
  CHECK(voting.counted.hands == 6);
  CHECK(voting.counted.total() == 12);
}

TEST_CASE("hands that nobody confirmed are not counted") {
  auto b = ideas_session();
  const auto one = b.idea(1, "Лікар щодня", {"medicine"});
  b.open(model::phase::vote);
  b.apply(ops::count_hands{one, 9}, an_operator());
  const auto r = make_report(b.state(), sample_facts(edition::working));
  CHECK(parts_of(r.proposals[0]) == std::vector<std::size_t>{0, 0, 0, 0});
}

TEST_CASE("cards are issued, used, unused or void, and only how many is said before the results") {
  const auto cards = working().cards.value_or(report::card_counts{});
  CHECK(cards.issued == 7);
  CHECK(cards.voided == 1);
  CHECK(cards.used == 4); // 1, 2, 4 by its sheet, and 7, which has the votes of 3
  CHECK(cards.unused == 2);
  const auto before = make_report(hall_session().state(), sample_facts());
  REQUIRE(before.cards);
  CHECK(before.cards.value_or(report::card_counts{}).issued == 7);
  CHECK(!before.cards.value_or(report::card_counts{}).used);
  CHECK(!make_report(small_session().state(), sample_facts()).cards);
  const auto procedure = html_section(working(), "s3");
  CHECK(has(procedure, "Рівень захисту голосування: за одноразовими картками."));
  CHECK(has(procedure, "Карток видано: 7; використано: 4; не використано: 2; "
                       "анульовано й замінено іншими: 1."));
}

TEST_CASE("guests counted in the hall are people, at their table and of their settlement") {
  const auto people = working().participants;
  CHECK(people.total == 14);
  CHECK(people.joined == 7);
  CHECK(people.guests == 7);
  REQUIRE(people.by_table.size() == 2);
  CHECK(people.by_table[0].people == 9);
  CHECK(people.by_table[1].people == 5);
  CHECK(
      has(html_section(working(), "s4"),
          "Учасників: 14. Приєдналися зі свого пристрою: 7; без телефону, пораховано в залі: 7."));
}

TEST_CASE("the warm-up is counted, and small cells are not counted out") {
  for (const auto& r : {working(), published()}) {
    const auto warmup = r.warmup.value_or(report::warmup_result{});
    REQUIRE(warmup.answers.size() == 5);
    CHECK(warmup.answers[0].people == 6);
    CHECK(warmup.answers[1].people == 5); // hands of people without phones
    CHECK(!warmup.answers[2].people);     // one
    CHECK(warmup.answers[2].is_few);
    CHECK(has(html_section(r, "s4"), "Питання знайомства: З якого ви населеного пункту?"));
  }
  CHECK(!make_report(empty_session().state(), sample_facts()).warmup);
}

TEST_CASE("what the tables said and how long each pause took is told") {
  const auto r = published();
  REQUIRE(r.sentences.size() == 2);
  CHECK(r.sentences[1].table == 2);
  CHECK(r.sentences[1].text == "Щоб молодь лишалася в селі");
  CHECK(has(html_section(r, "s5"), "Дороги й лікар — передусім"));
  CHECK(has(html_section(r, "s3"), "немає світла"));
  const auto json = boost::json::parse(report::write_json(r));
  CHECK(json.at("pauses").at(0).at("lasted_ms").to_number<int>() == 12 * 60'000);
  CHECK(json.at("table_sentences").at(0).at("table").to_number<int>() == 1);
}

TEST_CASE("a corrected idea keeps its author's wording in the working edition only") {
  const auto full = working();
  CHECK(full.totals.corrected == 1);
  CHECK(full.proposals[1].text == "Дорога до школи");
  CHECK(full.proposals[1].original == "Дорога до шоли");
  const auto open = published();
  CHECK(open.proposals[1].is_corrected);
  for (const auto& format : report::formats) {
    const bool is_in = format.name != "csv" && prints_proposals(format);
    CHECK(has(unpacked(format.write(full)), "Дорога до шоли") == is_in);
    CHECK(!has(unpacked(format.write(open)), "Дорога до шоли"));
  }
}

TEST_CASE("an idea that waits for approval is counted as waiting and told nowhere") {
  const auto full = working();
  CHECK(full.has_premoderation);
  CHECK(full.totals.submitted == 6);
  CHECK(full.totals.published == 5);
  CHECK(full.totals.waiting == 1);
  CHECK(full.proposals.size() == full.totals.published);
  for (const auto& format : report::formats) {
    CHECK(!has(unpacked(format.write(full)), waiting_text));
    CHECK(!has(unpacked(format.write(full)), declined_text));
  }
  CHECK(has(html_section(full, "s5"), "Чекають на перевірку"));
  CHECK(has(html_section(full, "s5"), "прийнято — 1"));
  CHECK(has(html_section(full, "s5"), "відхилено — 1"));
}

TEST_CASE("proposals are counted by how they came in") {
  std::vector<std::pair<model::channel, std::size_t>> counts;
  for (const auto& c : working().totals.submitted_by_channel)
    counts.emplace_back(c.channel, c.count);
  CHECK(counts == decltype(counts){{model::channel::phone, 4},
                                   {model::channel::oral, 1},
                                   {model::channel::paper, 1}});
}

TEST_CASE("names are printed when they are asked for and the session asks for them, and else not") {
  auto b = hall_session();
  auto facts = sample_facts();
  const auto without = make_report(b.state(), facts, hall_names());
  facts.with_authors = true;
  const auto with = make_report(b.state(), facts, hall_names());
  CHECK(with.proposals[0].author == "Олена Коваль");
  CHECK(!with.proposals[2].author); // an operator typed it for somebody
  b.apply(ops::set_authorship{model::authorship::unnamed}, facilitator());
  const auto unnamed = make_report(b.state(), facts, hall_names());
  CHECK(!unnamed.facts.with_authors);
  for (const auto& format : report::formats) {
    CHECK(has(unpacked(format.write(with)), "Олена Коваль") == prints_proposals(format));
    CHECK(!has(unpacked(format.write(without)), "Олена Коваль"));
    CHECK(!has(unpacked(format.write(unnamed)), "Олена Коваль"));
  }
}

TEST_CASE("the mode of authorship is in words whether or not names are printed") {
  CHECK(has(html_section(working(), "s3"),
            "Режим авторства: із зазначенням імені за бажанням і згодою автора."));
  CHECK(has(html_section(make_report(small_session().state(), sample_facts()), "s3"),
            "Режим авторства: без зазначення автора."));
  const auto json = boost::json::parse(report::write_json(working()));
  CHECK(json.at("session").at("authorship") == "named");
  CHECK(!json.at("authors_shown").as_bool());
}

TEST_CASE("every format says the parts and the total") {
  const auto r = working();
  const auto json = boost::json::parse(report::write_json(r));
  const auto& fair = json.at("proposals").at(3);
  CHECK(fair.at("votes").to_number<int>() == 1);
  CHECK(fair.at("votes_paper").to_number<int>() == 1);
  CHECK(fair.at("raised_hands").to_number<int>() == 4);
  CHECK(fair.at("total").to_number<int>() == 5);
  CHECK(json.at("voting").at("votes_counted").to_number<int>() == 6);
  CHECK(json.at("voting").at("raised_hands_counted").to_number<int>() == 6);
  const auto rows = read_csv(report::write_csv(r));
  CHECK(rows[3].at("count") == "1");
  CHECK(rows[3].at("raisedHands") == "4");
  CHECK(rows[3].at("total") == "5");
  const auto page = read_html(report::write_html(r));
  const auto ranking = page->by_id("s6")->parent->all("table")[0]->rows();
  CHECK(ranking[0][3] == "Онлайн");
  CHECK(ranking[1][4] == "1");
  CHECK(ranking[1][5] == "4");
  CHECK(ranking[1][6] == "5");
  CHECK(has(html_section(r, "s6"), "до тих, хто проголосував, піднятих рук не включено"));
}

TEST_CASE("where few voted in one of the two ways, no public format tells the ways apart") {
  const auto r = published(); // two voted online, two on paper
  const auto json = boost::json::parse(report::write_json(r));
  CHECK(json.at("voting").at("voters") == 4);
  CHECK(json.at("voting").at("voters_paper").is_null());
  CHECK(json.at("voting").at("votes_counted_online").is_null());
  const auto& fair = json.at("proposals").at(3);
  CHECK(fair.at("votes") == 1);
  CHECK(fair.at("votes_paper").is_null());
  CHECK(fair.at("raised_hands") == 4);
  const auto rows = read_csv(report::write_csv(r));
  CHECK(rows[3].at("count") == "1");
  CHECK(rows[3].at("votesOnline") == "");
  CHECK(rows[3].at("votesPaper") == "");
  CHECK(rows[3].at("total") == "5");
  CHECK(has(html_section(r, "s6"), "проголосувало менше ніж 5 осіб"));
  CHECK(!has(html_section(r, "s6"), "на папері —"));
}

TEST_CASE("two halls that differ only in what was voted give the same public reports") {
  const auto played = [](bool first) {
    auto b = hall_session();
    const auto idea = std::ranges::find_if(b.state().ideas, [&](const auto& i) {
                        return i.second.number == (first ? 4U : 6U);
                      })->first;
    b.apply(ops::enter_sheet{5, {idea}, false}, an_operator());
    b.apply(ops::confirm_sheet{5, {idea}}, facilitator());
    b.apply(ops::count_hands{idea, 3}, an_operator());
    return make_report(b.state(), sample_facts());
  };
  for (const auto& f : report::formats) {
    CHECK(f.write(played(true)) == f.write(played(false)));
  }
}
