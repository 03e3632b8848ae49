// The notice, the news and the feed: what they say, what they leave out, and each byte for byte as
// in tests/golden (UPDATE_GOLDEN=1 writes them anew).
#include "limits.hpp"
#include "report/feed.hpp"
#include "report/sample.hpp"
#include "report/words.hpp"
#include "report/words_telling.hpp"
#include "report/writers.hpp"
#include "report/xml_text.hpp"
#include "support/read_html.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace viche;
using namespace viche::test;

namespace {

model::report_details sample_details() {
  model::report_details d;
  d.authority = {"Виконавчий комітет Вербівської сільської ради"};
  d.ground = {"розпорядження сільського голови від 01.11.2025 № 87-р"};
  d.aim = {"визначити пріоритети розвитку громади"};
  d.term = {"2026–2027 роки з перспективою до 2034 року"};
  d.place = {"с. Гай, вул. Шевченка, 1, будинок культури"};
  d.contact_person = {"Олена Коваль"};
  d.contact = {"тел. (05300) 0-00-00"};
  d.email = {"rada@example.org"};
  d.site = {"https://rada.example.org"};
  d.next_steps = {"робоча група розгляне пропозиції до 15 грудня"};
  d.signer = {"Сільський голова Іван ПЕТРЕНКО"};
  return d;
}

model::seq_t idea_of(const model::state& s, std::uint32_t number) {
  for (const auto& [id, i] : s.ideas) {
    if (i.number == number) return id;
  }
  return 0;
}

model::seq_t numbered_idea(state_builder& b, unsigned number) {
  b.join(number);
  return b.idea(number, "Пропозиція номер " + std::to_string(number), {"medicine"});
}

// The small session, told of by its council: published, then decided in two goes.
state_builder told_session() {
  auto b = small_session();
  b.apply(ops::set_report_details{sample_details()}, facilitator());
  b.wait_minutes(60);
  b.apply(ops::publish_results{}, facilitator());
  const auto& s = b.state();
  using line = model::decision_line;
  model::decision partly{model::outcome::partly, {"кошти є на <половину> & не більше"}, {}, {}, {}};
  b.wait_minutes(24 * 60);
  b.apply(ops::decide_proposals{{line{idea_of(s, 2), partly}}}, facilitator());
  model::decision accepted{model::outcome::accepted, {}, {"1.2. Вода"}, {"відділ ЖКГ"}, {"2027"}};
  model::decision begun{model::outcome::open, {"чекаємо на розрахунок"}, {}, {}, {}};
  b.wait_minutes(60);
  b.apply(ops::decide_proposals{{line{idea_of(s, 1), accepted}, line{idea_of(s, 8), begun}}},
          facilitator());
  return b;
}

report::report told_report(model::language l = model::language::uk,
                           report::edition e = report::edition::public_) {
  auto facts = sample_facts(e, l);
  facts.address = "https://viche.example.org/r/482913";
  return report::make_report(told_session().state(), facts);
}

// Before anything was opened.
report::report coming_report(model::time_ms_t begins_at) {
  auto b = empty_session();
  b.apply(ops::set_report_details{sample_details()}, facilitator());
  b.apply(ops::plan_phase{model::phase::ideas, 45}, facilitator());
  b.apply(ops::plan_phase{model::phase::vote, 20}, facilitator());
  auto facts = sample_facts();
  facts.begins_at_ms = begins_at;
  return report::make_report(b.state(), facts);
}

bool says(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

void check_golden(const std::string& name, const std::string& written) {
  const auto path = std::string(VICHE_SOURCE_DIR "/tests/golden/") + name;
  // NOLINTNEXTLINE(concurrency-mt-unsafe): no thread is running here
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << written;
  std::ifstream file(path, std::ios::binary);
  CHECK_MESSAGE(written == std::string(std::istreambuf_iterator<char>(file), {}), path);
}

// The reader is one of pages; behind its first line a feed is read the same way.
std::unique_ptr<element> read_feed(const std::string& text) {
  REQUIRE(text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
  const std::string page = "<!DOCTYPE html>" + text.substr(text.find('\n'));
  return read_html(page);
}

std::vector<std::string> said_in_entries(const std::string& feed, std::string_view tag) {
  std::vector<std::string> out;
  const auto read = read_feed(feed);
  for (const auto* e : read->all("entry")) {
    for (const auto* found : e->all(tag))
      out.push_back(found->said());
  }
  return out;
}

} // namespace

TEST_CASE("what is told of a session that its council filled in is what it was") {
  for (const auto l : {model::language::uk, model::language::en}) {
    const auto r = told_report(l);
    const std::string name = l == model::language::uk ? "told.uk" : "told.en";
    check_golden(name + ".notice.txt", report::write_notice(r));
    check_golden(name + ".news.txt", report::write_news(r));
    check_golden(name + ".feed.atom", report::write_feed(r));
  }
}

TEST_CASE("a notice of a session to come says when it begins, as it was asked to") {
  const auto text = report::write_notice(coming_report(session_begins + 26 * 60 * 60'000));
  CHECK(says(text, "Дата і час: 23 листопада 2025 року, початок о 10:00."));
  CHECK(says(text, "Орієнтовна тривалість: 1\u00a0година 5\u00a0хвилин."));
  CHECK(says(text, "населених пунктів: Ясне, Ґрунтове, Гай, Її хутір, Зелене."));
  CHECK(says(text, "Контактна особа: Олена Коваль, тел. (05300) 0-00-00, rada@example.org."));
}

TEST_CASE("a notice leaves out what is not known, and marks nothing as missing") {
  const auto text =
      report::write_notice(report::make_report(empty_session().state(), sample_facts()));
  for (const auto* absent : {"Дата і час", "Підстава", "Мета", "Контактна", "—\n", ": .", "{"}) {
    CHECK_MESSAGE(!says(text, absent), absent);
  }
  CHECK(says(text, "Вербівська сільська рада запрошує"));
  CHECK(says(text, "Питання, винесене на обговорення: Що варто змінити в громаді до 2034 року?\n"));
  CHECK(says(text, "кожен учасник матиме 10\u00a0голосів"));
}

TEST_CASE("news name the first places only where everybody may know them") {
  CHECK(says(report::write_news(told_report()), "1. Лікар щодня"));
  const auto working =
      report::write_news(told_report(model::language::uk, report::edition::working));
  CHECK(!says(working, "першими стали"));
  const auto hidden = report::make_report(hall_session().state(), sample_facts());
  CHECK(!says(report::write_news(hidden), "першими стали"));
}

TEST_CASE("news and notice are of the public edition whichever is asked for") {
  for (const auto* name : {"notice.txt", "news.txt"}) {
    const auto& f = *report::find_format(name);
    CHECK(report::edition_of(f, report::edition::working) == report::edition::public_);
  }
  const auto& json = *report::find_format("json");
  CHECK(report::edition_of(json, report::edition::working) == report::edition::working);
}

TEST_CASE("news of an empty session say so in a sentence") {
  const auto text =
      report::write_news(report::make_report(empty_session().state(), sample_facts()));
  CHECK(says(text, "Пропозицій не надходило."));
  CHECK(!says(text, "У сесії"));
}

TEST_CASE("news show whole places: who is equal stands together or not at all") {
  auto b = ideas_session();
  std::vector<model::seq_t> ids;
  for (unsigned n = 0; n < limits::news_lines_max + 2; ++n)
    ids.push_back(numbered_idea(b, n + 1));
  b.open(model::phase::vote, 10);
  b.votes(ids[0], 0, 2);
  b.votes(ids[1], 0, 2);
  for (std::size_t n = 2; n < ids.size(); ++n)
    b.votes(ids[n], 2, 1);
  b.reveal();
  const auto text = report::write_news(report::make_report(b.state(), sample_facts()));
  CHECK(says(text, "1. Пропозиція номер 2 (№ 2) — 2\u00a0голоси"));
  CHECK(!says(text, "номер 3"));
}

TEST_CASE("where more are first than news have lines, their number is said") {
  auto b = ideas_session();
  std::vector<model::seq_t> ids;
  for (unsigned n = 0; n < 21; ++n)
    ids.push_back(numbered_idea(b, n + 1));
  b.open(model::phase::vote, 10);
  for (std::size_t n = 0; n < ids.size(); ++n)
    b.votes(ids[n], static_cast<unsigned>(n / 10), 1);
  b.reveal();
  const auto text = report::write_news(report::make_report(b.state(), sample_facts()));
  CHECK(says(text, "Найбільшу й рівну кількість голосів має 21 пропозиція."));
}

TEST_CASE("news name the areas that most proposals concern, and no more of them") {
  static_assert(limits::news_areas_max == 3 && limits::news_places_max == 5);
  const auto text =
      report::write_news(report::make_report(session_of_109().state(), sample_facts()));
  const auto line = text.substr(text.find("Найбільше пропозицій"));
  const auto first = line.substr(0, line.find('\n'));
  CHECK(std::ranges::count(first, '(') == static_cast<long>(limits::news_areas_max));
  CHECK(says(text, "Надійшло 109 пропозицій."));
  CHECK(says(text, "\n5. "));
  CHECK(!says(text, "\n6. "));
}

TEST_CASE("the feed is well-formed, newest first, with what the council made of each proposal") {
  const auto text = report::write_feed(told_report());
  CHECK(said_in_entries(text, "title") ==
        std::vector<std::string>{"Пропозиція № 1: враховано", "Пропозиція № 2: враховано частково",
                                 "Результати сесії оприлюднено"});
  const auto content = said_in_entries(text, "content");
  REQUIRE(content.size() == 3);
  CHECK(content[0] == "+ за водопровід\nСтратегічна / оперативна ціль, завдання: 1.2. Вода\n"
                      "Відповідальний: відділ ЖКГ\nСтрок: 2027");
  CHECK(says(content[1], "Обґрунтування: кошти є на <половину> & не більше"));
  CHECK(says(text, "href=\"/r/482913#p1\""));
}

TEST_CASE("an entry of the feed keeps its name when the decision changes, and says when it did") {
  auto b = told_session();
  const auto feed_of = [&] {
    return report::write_feed(report::make_report(b.state(), sample_facts()));
  };
  const auto before = feed_of();
  b.wait_minutes(60);
  model::decision declined{model::outcome::declined, {"немає землі"}, {}, {}, {}};
  b.apply(ops::decide_proposals{{{idea_of(b.state(), 2), declined}}}, facilitator());
  const auto after = feed_of();
  const auto names = [](const std::string& text) {
    auto ids = said_in_entries(text, "id");
    std::ranges::sort(ids);
    return ids;
  };
  CHECK(names(before) == names(after));
  CHECK(says(after, "Пропозиція № 2: не враховано"));
  CHECK(before != after);
  const auto id = names(before).front();
  CHECK(id.starts_with("tag:viche.invalid,2025-11-22:482913-"));
}

TEST_CASE("a decision that is taken back is told in its entry, until there is a new one") {
  auto b = told_session();
  const auto feed_of = [&] {
    return report::write_feed(report::make_report(b.state(), sample_facts()));
  };
  const auto decide = [&](const model::decision& what) {
    b.wait_minutes(60);
    b.apply(ops::decide_proposals{{{idea_of(b.state(), 2), what}}}, facilitator());
  };
  const auto names = said_in_entries(feed_of(), "id");
  const auto updated = said_in_entries(feed_of(), "updated");
  const std::vector<model::decision> without_outcome{{}, {.reason = {"перевіряємо кошти"}}};
  for (const auto& empty : without_outcome) {
    decide({.outcome = model::outcome::partly});
    decide(empty);
    const auto text = feed_of();
    CHECK(said_in_entries(text, "title").front() == "Пропозиція № 2: рішення скасовано");
    CHECK(said_in_entries(text, "id") == std::vector{names[1], names[0], names[2]});
    CHECK(said_in_entries(text, "updated").front() > updated.front());
    CHECK(!says(text, "враховано частково"));
  }
  decide({.outcome = model::outcome::declined});
  CHECK(said_in_entries(feed_of(), "title").front() == "Пропозиція № 2: не враховано");
  CHECK(!says(feed_of(), "скасовано"));
}

TEST_CASE("what nobody could read in the feed is not told as taken back") {
  auto b = ideas_session();
  const auto one = numbered_idea(b, 1);
  b.apply(ops::decide_proposals{{{one, {.outcome = model::outcome::study}}}}, facilitator());
  b.apply(ops::decide_proposals{{{one, {}}}}, facilitator());
  b.open(model::phase::results);
  b.apply(ops::publish_results{}, facilitator());
  b.apply(ops::decide_proposals{{{one, {.reason = {"ще не розглянуто"}}}}}, facilitator());
  const auto text = report::write_feed(report::make_report(b.state(), sample_facts()));
  CHECK(said_in_entries(text, "title") == std::vector<std::string>{"Результати сесії оприлюднено"});
}

// Each decided in an entry of its own, or all in one.
std::size_t entries_of_feed(unsigned decided, bool together) {
  auto b = ideas_session();
  ops::decide_proposals all;
  for (unsigned n = 0; n < decided; ++n) {
    all.lines.push_back({numbered_idea(b, n + 1), {model::outcome::study, {}, {}, {}, {}}});
  }
  if (together) b.apply(all, facilitator());
  for (const auto& line : all.lines)
    if (!together) b.wait_minutes(1).apply(ops::decide_proposals{{line}}, facilitator());
  const auto text = report::write_feed(report::make_report(b.state(), sample_facts()));
  return said_in_entries(text, "id").size();
}

TEST_CASE("the feed has the newest feed_entries_max entries, and never a part of a table") {
  CHECK(entries_of_feed(limits::feed_entries_max + 5, false) == limits::feed_entries_max);
  CHECK(entries_of_feed(limits::feed_entries_max + 5, true) == limits::feed_entries_max + 5);
}

TEST_CASE("text for XML is escaped, without what XML may not hold") {
  CHECK(report::xml_text("a<b> & \"c\" 'd'") == "a&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;");
  CHECK(report::xml_text("\x01\x0b"
                         "а\tб\n\xef\xbf\xbe\xef\xbf\xbf🥕") == "а\tб\n🥕");
}
