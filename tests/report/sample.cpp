// Sessions the report's tests are about.
#include "report/sample.hpp"

#include "support/read_csv.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace viche::test {
namespace {

using model::phase;

std::string file_text(const std::string& path) {
  std::ifstream file(VICHE_SOURCE_DIR "/tests/data/" + path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

model::title_text title(std::string value) {
  return {std::move(value)};
}

std::vector<model::area> the_twelve() {
  std::vector<model::area> areas;
  for (const auto& row : read_csv(file_text("tags-12.csv"), ',', "\n")) {
    areas.push_back({{row.at("slug")},
                     title(row.at("uk_short")),
                     title(row.at("uk_full")),
                     title(row.at("en"))});
  }
  return areas;
}

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> out{""};
  for (const char c : list) {
    if (c == ';') {
      out.emplace_back();
    } else {
      out.back().push_back(c);
    }
  }
  return out;
}

} // namespace

model::settings sample_settings() {
  model::settings set;
  set.title = title("Стратегія розвитку громади до 2034 року");
  set.community = title("Вербівська сільська рада");
  set.question = {"Що варто змінити в громаді до 2034 року?"};
  set.areas = the_twelve();
  set.areas.resize(4);
  set.languages = {model::language::uk};
  set.tables = 8;
  set.settlements = {title("Ясне"), title("Ґрунтове"), title("Гай"), title("Її хутір"),
                     title("Зелене")};
  return set;
}

report::report_facts sample_facts(report::edition edition, model::language language) {
  report::report_facts facts;
  facts.code = "482913";
  facts.head = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  facts.edition = edition;
  facts.generated_at_ms = session_begins + 200 * 60'000;
  facts.language = language;
  facts.version = "0.1.0";
  return facts;
}

state_builder empty_session() {
  return state_builder(sample_settings());
}

state_builder ideas_session() {
  auto b = empty_session();
  b.wait_minutes(10).open(phase::ideas, 45);
  return b;
}

state_builder small_session() {
  auto b = empty_session();
  for (unsigned n = 0; n < 12; ++n)
    b.join(n, n < 6 ? 1 : n < 11 ? 2 : 3, n < 7 ? "Гай" : "Ясне");
  b.wait_minutes(10).open(phase::ideas, 45);
  const auto water = b.idea(0, "+ за водопровід", {"infrastructure"});
  const auto doctor = b.idea(1, "Лікар щодня, а не «два рази на тиждень»", {"medicine"});
  const auto hidden = b.idea(2, hidden_text, {"culture"});
  b.idea(3, "=1+1; \"лапки\", кома; і\nдругий рядок\n-третій", {"business", "culture"});
  const auto doctor_too = b.idea(1, "Щоб лікар <3 приймав & щодня {{text}}", {"medicine"});
  b.wait_minutes(3);
  b.apply(ops::pause{model::pause_reason::air_raid}, facilitator());
  b.wait_minutes(7).apply(ops::resume{}, facilitator());
  const auto withdrawn = b.idea(4, withdrawn_text, {"culture"});
  b.apply(ops::withdraw_idea{withdrawn}, resident(4));
  const auto redacted = b.idea(5, erased_text, {"medicine", "business"});
  b.apply(ops::redact_idea{redacted, {"Ліки вдома, дзвоніть ▮▮▮"}}, facilitator());
  b.idea(6, "@ярмарок щосуботи 🥕🎪", {"business"});
  b.apply(ops::submit_idea{{"Бібліотека з теплом узимку"}, {{"culture"}}, 3, model::channel::paper},
          an_operator());
  const auto spare = b.idea(7, "Аптека в селі", {"medicine"});
  b.apply(ops::support_idea{water}, resident(3));
  b.apply(ops::support_idea{doctor}, resident(8));
  b.apply(ops::support_idea{spare}, resident(8)); // merged below: the same person counts once
  b.apply(ops::support_idea{spare}, resident(9));
  b.apply(ops::hide_idea{hidden, model::hide_reason::insult}, facilitator());
  b.wait_minutes(20).open(phase::sort);
  b.apply(ops::merge_ideas{doctor, {doctor_too, spare}}, facilitator());
  b.wait_minutes(5).open(phase::vote, 10);
  const auto& ideas = b.state().ideas;
  const auto by_number = [&](std::uint32_t number) {
    return std::ranges::find_if(ideas, [&](const auto& i) { return i.second.number == number; })
        ->first;
  };
  b.votes(doctor, 0, 3);
  b.votes(by_number(1), 0, 2);
  b.votes(by_number(4), 1, 2);
  b.votes(by_number(8), 4, 1);
  b.wait_minutes(10).reveal();
  b.wait_minutes(5).open(phase::closed);
  return b;
}

state_builder session_of_109() {
  auto set = sample_settings();
  set.areas = the_twelve();
  state_builder b(set);
  for (unsigned n = 0; n < 40; ++n)
    b.join(n, 1 + n % 8);
  b.wait_minutes(10).open(phase::ideas, 45);
  std::map<int, model::seq_t> ids;
  std::map<int, unsigned> votes;
  std::int64_t minute = 0;
  for (const auto& row : read_csv(file_text("serhiivka-109-illustrative.csv"), ',', "\n")) {
    const int number = std::stoi(row.at("id"));
    b.wait_minutes(std::stoi(row.at("minute")) - minute);
    minute = std::stoi(row.at("minute"));
    ids[number] = b.idea(static_cast<unsigned>(number) % 40, row.at("text"), split(row.at("tags")));
    votes[number] = static_cast<unsigned>(std::stoi(row.at("votes")));
  }
  b.open(phase::sort);
  for (const int n : {38, 70, 90}) {
    b.apply(ops::hide_idea{ids[n], model::hide_reason::off_topic}, facilitator());
  }
  b.apply(ops::redact_idea{ids[56], {"Персональні дані вилучено ▮▮▮"}}, facilitator());
  const std::map<int, int> merges{{25, 4},  {34, 3},  {40, 7},  {45, 12}, {47, 8}, {51, 10},
                                  {53, 15}, {55, 17}, {62, 21}, {71, 9},  {98, 8}};
  for (const auto& [from, into] : merges) {
    b.apply(ops::merge_ideas{ids[into], {ids[from]}}, facilitator());
    votes[into] += std::exchange(votes[from], 0U);
  }
  b.open(phase::vote, 12);
  unsigned voter = 0;
  for (const auto& [number, count] : votes) {
    for (unsigned n = 0; n < count; ++n)
      b.votes(ids[number], voter++ % 38, 1);
  }
  b.reveal();
  b.open(phase::closed);
  return b;
}

std::string longest_text() {
  std::string out;
  for (std::size_t n = 0; n < limits::idea_graphemes_max; ++n)
    out += "👨‍👩‍👧‍👦";
  return out;
}

bool prints_proposals(const report::format& f) {
  return !f.content_type.starts_with("text/plain");
}

} // namespace viche::test
