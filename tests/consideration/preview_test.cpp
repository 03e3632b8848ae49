// An edited table against a session: what changes, what is wrong, and that nothing is half applied.
#include "consideration/preview.hpp"

#include "consideration/preview_json.hpp"
#include "limits.hpp"
#include "support/state_builder.hpp"

#include <boost/json.hpp>

#include <algorithm>

using namespace viche;
using namespace viche::consideration;
using namespace viche::test;

namespace {

using line = std::vector<edited_cell>;

model::settings some_settings() {
  model::settings set;
  set.title = {"Стратегія"};
  set.community = {"Громада"};
  set.areas = {{{"roads"}, {"Дороги"}, {"Дороги"}, {"Roads"}},
               {{"school"}, {"Школа"}, {"Школа"}, {"School"}},
               {{"health"}, {"Лікарня"}, {"Лікарня"}, {"Health"}}};
  set.languages = {model::language::uk};
  return set;
}

// Four ideas: 3 became part of 1, 4 is hidden, and 1 is decided already.
state_builder decided_session() {
  state_builder b(some_settings());
  b.join(0);
  b.open(model::phase::ideas);
  const auto road = b.idea(0, "Полагодити дорогу", {"roads"});
  b.idea(0, "=2+2 класи", {"school"});
  const auto road_too = b.idea(0, "Дорога до школи", {"roads"});
  const auto hidden = b.idea(0, "Не за темою зовсім", {"school"});
  b.apply(ops::merge_ideas{road, {road_too}}, facilitator());
  b.apply(ops::hide_idea{hidden, model::hide_reason::off_topic}, facilitator());
  const model::decision partly{model::outcome::partly, {"є кошти"}, {}, {}, {"2027"}};
  b.apply(ops::decide_proposals{{{road, partly}}}, facilitator());
  return b;
}

edited_table table_of(const std::vector<line>& lines) {
  edited_table out;
  for (std::uint32_t n = 0; n < lines.size(); ++n)
    out.push_back({n + 1, lines[n]});
  return out;
}

const line titles{"№", "Зміст пропозиції", "Результат розгляду", "Обґрунтування", "Строк"};

preview of_lines(std::vector<line> lines) {
  lines.insert(lines.begin(), titles);
  return preview_of(table_of(lines), decided_session().state());
}

std::vector<wrong> kinds(const std::vector<finding>& all) {
  std::vector<wrong> out;
  for (const auto& f : all)
    out.push_back(f.what);
  return out;
}

// The only thing that is wrong with this row.
wrong wrong_with(line row) {
  const auto p = of_lines({std::move(row)});
  CHECK(p.op.lines.empty());
  REQUIRE(p.problems.size() == 1);
  CHECK(p.problems.front().row == 2);
  return p.problems.front().what;
}

} // namespace

TEST_CASE("a table as it was exported changes nothing") {
  const auto p = of_lines({{"1", "Полагодити дорогу", "враховано частково", "є кошти", "2027"},
                           {"3", "Дорога до школи"},
                           {"2", "=2+2 класи"}});
  CHECK(p.changes.empty());
  CHECK(p.problems.empty());
  CHECK(p.warnings.empty());
  CHECK(p.unchanged == 2);
  CHECK(p.missing.empty());
  CHECK(p.op.lines.empty());
}

TEST_CASE("what was filled in is one op, and each cell of it is told") {
  const auto p = of_lines({{"1", "Полагодити дорогу", "Враховано ", "", "2027"},
                           {"2", "=2+2 класи", "не враховано", "  немає місця "}});
  REQUIRE(p.problems.empty());
  REQUIRE(p.changes.size() == 4);
  CHECK(p.changes[0].number == 1);
  CHECK(p.changes[0].field == field::outcome);
  CHECK(p.changes[0].before == "partly");
  CHECK(p.changes[0].after == "accepted");
  CHECK(p.changes[1].field == field::reason);
  CHECK(p.changes[1].before == "є кошти");
  CHECK(p.changes[1].after.empty());
  CHECK(p.changes[3].after == "немає місця");
  REQUIRE(p.op.lines.size() == 2);
  CHECK(p.op.lines[1].decision.reason.value == "немає місця");
  CHECK(p.op.lines[1].decision.outcome == model::outcome::declined);
}

TEST_CASE("what a preview would replace is part of its fingerprint") {
  auto session = decided_session();
  const auto fingerprint = [&](const std::string& reason) {
    return preview_of(table_of({{"№", "Обґрунтування"}, {"1", reason}}), session.state()).as_of;
  };
  const auto shown = fingerprint("немає коштів");
  CHECK(shown.size() == 64);
  CHECK(fingerprint("немає коштів") == shown);
  CHECK(fingerprint("немає") != shown);
  CHECK(fingerprint("є кошти").empty()); // as it stands
  const auto road = session.state().decisions.begin()->first;
  const model::decision mended{model::outcome::partly, {"кошти є"}, {}, {}, {"2027"}};
  session.apply(ops::decide_proposals{{{road, mended}}}, facilitator());
  CHECK(fingerprint("немає коштів") != shown);
}

TEST_CASE("a column that the table does not have is left as it is") {
  const auto p = preview_of(table_of({{"№", "Результат розгляду"}, {"1", "враховано"}}),
                            decided_session().state());
  REQUIRE(p.op.lines.size() == 1);
  CHECK(p.op.lines[0].decision.reason.value == "є кошти");
  CHECK(p.missing == std::vector<std::uint32_t>{2});
}

TEST_CASE("columns are known by their titles, in either language and wherever they were moved to") {
  const auto p = preview_of(table_of({{"Вербівська рада"},
                                      {"Deadline", "Added by us", "OUTCOME", "  No. "},
                                      {"2028", "x", "Accepted  IN part", "2"}}),
                            decided_session().state());
  REQUIRE(p.problems.empty());
  REQUIRE(p.op.lines.size() == 1);
  CHECK(p.op.lines[0].decision.outcome == model::outcome::partly);
  CHECK(p.op.lines[0].decision.deadline.value == "2028");
}

TEST_CASE("letterheads reach down to a row, and no further") {
  edited_table far{{limits::table_titles_row_max + 1, {"№", "Строк"}},
                   {limits::table_titles_row_max + 2, {"1", "2028"}}};
  CHECK(kinds(preview_of(far, decided_session().state()).problems) ==
        std::vector{wrong::not_our_table});
  far[0].row = limits::table_titles_row_max;
  CHECK(preview_of(far, decided_session().state()).problems.empty());
}

TEST_CASE("a foreign table is told as such") {
  for (const auto& row : {line{"Прізвище", "Сума"}, line{"№", "Зміст пропозиції"}, line{}}) {
    const auto p = preview_of(table_of({row, {"1", "враховано"}}), decided_session().state());
    CHECK(kinds(p.problems) == std::vector{wrong::not_our_table});
    CHECK(p.op.lines.empty());
  }
  const auto twice = preview_of(table_of({{"№", "Строк", "строк"}}), decided_session().state());
  CHECK(kinds(twice.problems) == std::vector{wrong::column_twice});
}

TEST_CASE("a file that could not be read is told by why") {
  for (const auto why :
       {table_refusal::package_missing, table_refusal::not_a_workbook, table_refusal::encrypted,
        table_refusal::too_large, table_refusal::unreadable}) {
    const auto p = preview_of(why, decided_session().state());
    REQUIRE(p.problems.size() == 1);
    CHECK(boost::describe::enum_to_string(p.problems[0].what, "") ==
          std::string_view(boost::describe::enum_to_string(why, "?")));
  }
  const auto said = words_of({0, "", wrong::package_missing, 0}, model::language::uk);
  CHECK(said.find("потрібен пакет python3-openpyxl") != std::string::npos);
}

TEST_CASE("each row is checked, and each thing that is wrong has its name") {
  CHECK(wrong_with({"", "Полагодити дорогу", "враховано"}) == wrong::number_missing);
  CHECK(wrong_with({"перша", "", "враховано"}) == wrong::number_malformed);
  CHECK(wrong_with({"77", "", "враховано"}) == wrong::number_unknown);
  CHECK(wrong_with({"3", "", "враховано"}) == wrong::number_merged);
  CHECK(wrong_with({"4", "", "враховано"}) == wrong::number_unpublished);
  CHECK(wrong_with({"1", "Полагодити дорогу", "так"}) == wrong::outcome_unknown);
  CHECK(wrong_with({"1", "Полагодити дорогу", "", std::nullopt}) == wrong::formula_uncounted);
  CHECK(wrong_with({"1", "Полагодити дорогу", "", "\u202eпастка"}) == wrong::text_invalid);
}

TEST_CASE("a text is as long as its field may be, and no longer") {
  const auto of_length = [](std::size_t n) {
    std::string text;
    for (std::size_t i = 0; i < n; ++i)
      text += "ї";
    return of_lines({{"2", "=2+2 класи", "", text}});
  };
  CHECK(of_length(limits::note_graphemes_max).problems.empty());
  const auto over = of_length(limits::note_graphemes_max + 1);
  REQUIRE(kinds(over.problems) == std::vector{wrong::text_too_long});
  CHECK(over.problems[0].column == "Обґрунтування");
  CHECK(words_of(over.problems[0], model::language::uk) ==
        "Текст задовгий: щонайбільше 1\u00a0000 знаків.");
}

TEST_CASE("with anything wrong nothing of the table counts") {
  const auto p = of_lines(
      {{"1", "Полагодити дорогу", "враховано"}, {"1", "Полагодити дорогу", "не враховано"}});
  CHECK(kinds(p.problems) == std::vector{wrong::number_twice});
  CHECK(p.op.lines.empty());
}

TEST_CASE("a changed text is a warning only: here it stays as it was") {
  const auto p = of_lines({{"1", "Полагодити мій тин", "враховано"}, {"2", "'=2+2  класи"}});
  CHECK(kinds(p.warnings) == std::vector{wrong::text_changed});
  CHECK(p.op.lines.size() == 1);
}

TEST_CASE("rows without numbers that decide nothing, and remarks, are passed over") {
  const auto p = of_lines({{""}, {"Усього: 2"}, {"", "", "", ""}, {"4", "Не за темою зовсім"}});
  CHECK(p.problems.empty());
  CHECK(p.unchanged == 0);
  CHECK(p.missing == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("more changes than one op takes are refused as a whole") {
  state_builder b(some_settings());
  b.open(model::phase::ideas);
  std::vector<line> lines{titles};
  for (unsigned n = 0; n <= limits::decisions_together_max; ++n) {
    if (n % 100 == 0) b.join(n / 100);
    b.idea(n / 100, "Пропозиція", {"roads"});
    lines.push_back({std::to_string(n + 1), "Пропозиція", "враховано"});
  }
  const auto over = preview_of(table_of(lines), b.state());
  CHECK(kinds(over.problems) == std::vector{wrong::too_many_changes});
  CHECK(over.op.lines.empty());
  lines.pop_back();
  const auto p = preview_of(table_of(lines), b.state());
  CHECK(p.op.lines.size() == limits::decisions_together_max);
  CHECK(!p.op.check(b.state(), facilitator()));
}

TEST_CASE("a preview is told as JSON, with words for people") {
  const auto p = of_lines({{"1", "Полагодити дорогу", "так"}});
  const auto said = boost::json::parse(preview_json(p, false, model::language::en)).as_object();
  CHECK(said.at("applied") == false);
  CHECK(said.at("unchanged") == 0);
  CHECK(said.at("missing") == boost::json::parse("[2]"));
  const auto& problem = said.at("problems").at(0);
  CHECK(problem.at("row") == 2);
  CHECK(problem.at("column") == "Результат розгляду");
  CHECK(problem.at("what") == "outcome_unknown");
  CHECK(problem.at("words").as_string().starts_with("There is no such outcome"));
}

TEST_CASE("what the reader said is taken for a table or for why there is none") {
  const auto read = decode_table(R"({"sheet":"П","rows":[[1,["№","Строк"]],[3,["7",false]]]})");
  const auto& table = std::get<edited_table>(read);
  REQUIRE(table.size() == 2);
  CHECK(table[1].row == 3);
  CHECK(table[1].cells == line{"7", std::nullopt});
  CHECK(std::get<table_refusal>(decode_table(R"({"refusal":"encrypted"})")) ==
        table_refusal::encrypted);
  for (const auto* broken : {"", "[]", R"({"rows":[[1]]})", R"({"refusal":"no such"})", "{}"}) {
    CHECK(std::get<table_refusal>(decode_table(broken)) == table_refusal::unreadable);
  }
}
