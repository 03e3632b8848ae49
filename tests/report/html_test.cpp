// HTML, read back by a strict reader of its own.
#include "report/html.hpp"

#include "report/html_template.hpp"
#include "report/sample.hpp"
#include "report/words.hpp"
#include "report/writers.hpp"
#include "support/has.hpp"
#include "support/read_html.hpp"

#include <algorithm>

using namespace viche;
using namespace viche::test;
using report::edition;
using report::make_report;

namespace {

std::unique_ptr<element> page_of(const state_builder& b, edition e = edition::public_) {
  return read_html(report::write_html(make_report(b.state(), sample_facts(e))));
}

std::string section_said(const element& page, std::string_view heading_id) {
  const auto* heading = page.by_id(heading_id);
  REQUIRE(heading != nullptr);
  return heading->parent->said();
}

} // namespace

TEST_CASE("the six headings of the council stand word for word and in order") {
  const auto page = page_of(small_session());
  std::vector<std::string> said;
  for (const auto* h : page->all("h2"))
    said.push_back(h->said());
  const std::vector<std::string> official{
      "1. Найменування органу, який проводив обговорення",
      "2. Питання або назва проєкту акта, винесеного на обговорення",
      "4. Інформація про осіб, що взяли участь в обговоренні",
      "5. Інформація про пропозиції, що надійшли за результатами обговорення",
      "7. Інформація про врахування пропозицій та зауважень громадськості",
      "8. Інформація про рішення, прийняті за результатами обговорення"};
  auto at = said.begin();
  for (const auto& heading : official) {
    at = std::find(at, said.end(), heading);
    CHECK_MESSAGE(at != said.end(), heading);
  }
}

TEST_CASE("every table has a numbered caption and headings with a scope") {
  const auto page = page_of(small_session());
  std::size_t n = 0;
  for (const auto* table : page->all("table")) {
    const auto captions = table->all("caption");
    REQUIRE(captions.size() == 1);
    CHECK(captions[0]->said().starts_with("Таблиця " + std::to_string(++n) + ". "));
    const auto headings = table->all("th");
    CHECK(!headings.empty());
    for (const auto* th : headings) {
      CHECK(th->attributes.contains("scope"));
    }
  }
  CHECK(n > 8);
}

TEST_CASE("the rows of every table have as many cells as its head") {
  const auto page = page_of(small_session());
  for (const auto* table : page->all("table")) {
    const auto rows = table->rows();
    for (const auto& row : rows) {
      CHECK(row.size() == rows.front().size());
    }
  }
}

TEST_CASE("what is empty is said in a sentence") {
  const auto page = page_of(empty_session());
  CHECK(has(section_said(*page, "s5"), "Пропозицій не надходило."));
  CHECK(has(section_said(*page, "s7"), "Пропозицій не надходило."));
  CHECK(has(section_said(*page, "a1"), "Пропозицій не надходило."));
  CHECK(has(section_said(*page, "s3"), "Перерв не було."));
  CHECK(has(section_said(*page, "s4"), "Учасників не зареєстровано."));
  CHECK(has(section_said(*page, "s6"), "Результати голосування ще не оприлюднено."));
  const auto working = page_of(empty_session(), edition::working);
  CHECK(has(section_said(*working, "s6"), "Голосів не подано."));
}

TEST_CASE("texts of residents are escaped and stay texts") {
  for (const std::string text : {"<script>alert(1)</script>", "лікар <3 & \"ліки\" 'тут'",
                                 "{{title}} {{{head}}} {{#proposals}}", "&lt; уже", "]]> -->"}) {
    auto b = ideas_session();
    b.idea(1, text, {"medicine"});
    const auto page = page_of(b);
    CHECK(page->all("script").size() == 1); // the page's own
    const auto rows = page->by_id("a1")->parent->all("table")[0]->rows();
    CHECK(rows.at(1).at(2) == text);
  }
}

TEST_CASE("the page loads nothing, leads nowhere else and sends nothing") {
  const auto page = page_of(small_session());
  for (const auto* tag : {"link", "img", "iframe", "object"}) {
    CHECK(page->all(tag).empty());
  }
  for (const auto* a : page->all("a"))
    CHECK(page->by_id(a->attributes.at("href").substr(1)) != nullptr);
  for (const auto* form : page->all("form"))
    CHECK(!form->attributes.contains("action"));
  const auto html = report::write_html(make_report(small_session().state(), sample_facts()));
  for (const auto* part : {"http:", "https:", "url(", "@import", " onclick", " style="}) {
    CHECK_MESSAGE(!has(html, part), part);
  }
  CHECK(page->all("html")[0]->attributes.at("lang") == "uk");
}

TEST_CASE("no script runs but the page's own, which its policy names by its digest") {
  const auto page = page_of(small_session());
  const auto scripts = page->all("script");
  REQUIRE(scripts.size() == 1);
  CHECK(scripts[0]->said() == report::html_script);
  const auto* allowed = "script-src 'sha256-"; // the browser test sees it run under this policy
  CHECK(has(report::html_page_policy(), allowed));
  CHECK(has(report::html_security_policy(), report::html_page_policy()));
  CHECK(!has(report::html_page_policy(), "unsafe-eval"));
}

TEST_CASE("what the council said of itself stands where a blank line was") {
  auto b = ideas_session();
  b.apply(ops::set_report_details{{.authority = {"Вербівська сільська рада"},
                                   .authority_id = {"04382843"},
                                   .ground = {"Розпорядження № 12 <від> 03.11.2026"},
                                   .aim = {"Визначити пріоритети"},
                                   .term = {"2027–2034"},
                                   .place = {"с. Вербівка, будинок культури"},
                                   .contact_person = {"Олена Коваль"},
                                   .email = {"rada@example.org"},
                                   .next_steps = {"Робоча група розгляне пропозиції."}}},
          facilitator());
  const auto page = page_of(b);
  CHECK(has(section_said(*page, "s1"), "Вербівська сільська рада (код ЄДРПОУ 04382843)"));
  CHECK(has(section_said(*page, "s1"), "Розпорядження № 12 <від> 03.11.2026"));
  CHECK(has(section_said(*page, "s1"), "Контакт: Олена Коваль, rada@example.org"));
  CHECK(has(section_said(*page, "s2"), "Мета: Визначити пріоритети"));
  CHECK(has(section_said(*page, "s2"), "Строк дії стратегії: 2027–2034"));
  CHECK(has(section_said(*page, "s8"), "Робоча група розгляне пропозиції."));
  CHECK(!has(section_said(*page, "s8"), "заповнює рада"));
  CHECK(has(page->all("header")[0]->said(), "с. Вербівка, будинок культури"));
}

TEST_CASE("the fate of a proposal stands in its row, and can be searched for") {
  auto b = ideas_session();
  const auto road = b.idea(1, "Дорога до школи", {"infrastructure"});
  b.idea(2, "Лікар щодня", {"medicine"});
  b.apply(ops::decide_proposals{{{road,
                                  {.outcome = model::outcome::partly,
                                   .reason = {"Кошти на 2027 рік"},
                                   .goal = {"1.2"},
                                   .responsible = {"Відділ ЖКГ"},
                                   .deadline = {"до 01.09.2027"}}}}},
          facilitator());
  const auto page = page_of(b);
  const auto* row = page->by_id("p1");
  REQUIRE(row != nullptr);
  for (const auto* said :
       {"враховано частково", "Кошти на 2027 рік", "1.2", "Відділ ЖКГ", "до 01.09.2027"}) {
    CHECK_MESSAGE(has(row->said(), said), said);
  }
  CHECK(row->attributes.at("data-outcome") == "partly");
  CHECK(page->by_id("p2")->attributes.at("data-outcome") == "open");
  std::vector<std::string> choices;
  for (const auto* option : page->all("option"))
    choices.push_back(option->said());
  CHECK(std::ranges::count(choices, "враховано частково") == 1);
  CHECK(std::ranges::count(choices, "не враховано") == 0); // nobody would find anything
}

TEST_CASE("moderation is listed by number, its reason in words") {
  const auto page = page_of(small_session());
  const auto annex = section_said(*page, "a3");
  CHECK(has(annex, "приховано"));
  CHECK(has(annex, "образа"));
  CHECK(has(annex, "До № основної"));
  CHECK(!has(annex, hidden_text));
}

TEST_CASE("five hundred proposals are a page that can be mailed") {
  auto b = ideas_session();
  const auto longer = std::string(" і ще кілька слів про те, де саме це потрібно людям");
  for (unsigned n = 1; n <= 500; ++n) {
    auto text = "Пропозиція номер " + std::to_string(n) + longer + (n % 3 == 0 ? longer : "");
    b.idea(n % 120 + 1, std::move(text), {n % 2 == 0 ? "medicine" : "infrastructure"});
  }
  CHECK(report::write_html(make_report(b.state(), sample_facts())).size() <= 500 * 1024);
}

TEST_CASE("partners and their sign stand in the report, inside the page itself") {
  auto b = ideas_session();
  b.apply(ops::set_branding{{"За підтримки <партнерів>"}, {"iVBORw0KGgo+/="}}, facilitator());
  const auto page = page_of(b);
  CHECK(has(section_said(*page, "s1"), "Партнери: За підтримки <партнерів>"));
  const auto pictures = page->all("img");
  REQUIRE(pictures.size() == 1);
  CHECK(pictures[0]->attributes.at("src") == "data:image/png;base64,iVBORw0KGgo+/=");
  CHECK(pictures[0]->attributes.at("alt") == "Знак організаторів");
  const auto* policy = "img-src data:"; // of the page, and of the server that sends it
  CHECK(has(report::write_html(make_report(b.state(), sample_facts())), policy));
  CHECK(has(report::html_security_policy(), policy));
}

TEST_CASE("votes are absent from a page that may not show them") {
  auto b = ideas_session();
  const auto one = b.idea(1, "Лікар щодня", {"medicine"});
  b.open(model::phase::vote);
  b.votes(one, 0, 3);
  const auto page = page_of(b);
  for (const auto* table : page->all("table")) {
    const auto head = table->rows().front();
    CHECK(std::ranges::find(head, "Голоси") == head.end());
  }
  CHECK(has(section_said(*page, "s6"), "ще не оприлюднено"));
  const auto working = page_of(b, edition::working);
  CHECK(has(working->said(), "Робочий примірник"));
  CHECK(has(section_said(*working, "s6"), "Проголосували: 3."));
}

TEST_CASE("supports stand beside the votes, with the words that they are none") {
  const auto page = page_of(small_session());
  const auto annex = section_said(*page, "a1");
  CHECK(has(annex, "Це не голоси"));
  const auto rows = page->by_id("a1")->parent->all("table")[0]->rows();
  CHECK(rows[0][5] == "Голоси");
  CHECK(rows[0][6] == "Підтримок");
  CHECK(rows[1][6] == "1");
  CHECK(rows[2][6] == "2");
}

TEST_CASE("supports are no secret before the results") {
  auto b = ideas_session();
  const auto one = b.idea(1, "Лікар щодня", {"medicine"});
  b.apply(ops::support_idea{one}, resident(2));
  const auto page = page_of(b);
  const auto rows = page->by_id("a1")->parent->all("table")[0]->rows();
  CHECK(rows[0][5] == "Підтримок");
  CHECK(rows[1][5] == "1");
}

TEST_CASE("a tie is named, a small group is not counted out") {
  const auto page = page_of(small_session());
  const auto voting = section_said(*page, "s6");
  const auto first = voting.find("рівна кількість голосів");
  CHECK(first != std::string::npos);
  CHECK(voting.find("рівна кількість голосів", first + 1) != std::string::npos);
  const auto people = section_said(*page, "s4");
  CHECK(has(people, "не наводиться"));
  CHECK(!has(people, "менше 5")); // of 12 people 6 are told: 1 and 5 would be left
}

TEST_CASE("the protection level and authorship are said") {
  auto set = sample_settings();
  set.level = 0;
  CHECK(has(section_said(*page_of(state_builder(set)), "s3"),
            "без захисту від повторного голосування"));
  const auto page = page_of(small_session());
  CHECK(has(section_said(*page, "s3"), "Рівень захисту голосування: за пристроєм."));
  CHECK(has(section_said(*page, "s3"), "без зазначення автора"));
}

TEST_CASE("annex 6 leads to the journal where everybody may have it and the address is known") {
  auto b = small_session();
  const auto links = [&](const report::report_facts& facts) {
    std::vector<std::string> out;
    const auto page = read_html(report::write_html(make_report(b.state(), facts)));
    for (const auto* link : page->by_id("a6")->parent->all("a"))
      out.push_back(link->attributes.at("href"));
    return out;
  };
  auto served = sample_facts();
  served.is_served = true;
  CHECK(links(served).empty()); // not published
  b.apply(ops::publish_results{}, facilitator());
  const auto file = "/r/" + served.code + "/journal.jsonl";
  const auto check = "/r/" + served.code + "/check?language=uk#" + served.head;
  CHECK(links(served) == std::vector<std::string>{check, file});
  CHECK(links(sample_facts()).empty()); // a file, and nobody knows of which server
  auto kept = sample_facts();
  kept.address = "https://viche.example/r/" + kept.code;
  CHECK(links(kept) == std::vector<std::string>{kept.address, "https://viche.example" + check,
                                                "https://viche.example" + file});
}

TEST_CASE("the longest ideas and many of them still make a page") {
  auto b = ideas_session();
  for (unsigned n = 0; n < 300; ++n)
    b.idea(n, longest_text(), {"medicine", "culture"});
  CHECK(page_of(b)->by_id("a1")->parent->all("tr").size() == 301);
}

TEST_CASE("the English frame translates headings and leaves texts alone") {
  const auto html = report::write_html(
      make_report(small_session().state(), sample_facts(edition::public_, model::language::en)));
  const auto page = read_html(html);
  CHECK(page->all("html")[0]->attributes.at("lang") == "en");
  CHECK(page->by_id("s5")->said() == "5. Proposals received in the discussion");
  CHECK(has(html, "Лікар щодня"));
  CHECK(has(html, "Health care"));
}
