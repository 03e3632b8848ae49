// open_session: the first entry, and the bounds of the settings it brings.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Whether an empty session may be opened with these settings.
model::verdict opening(const model::settings& set, std::size_t links = 0) {
  return ops::open_session{set, std::vector<model::link>(links)}.check(model::state{}, {});
}

bool is_refused(const model::settings& set, refusal why, std::string_view field) {
  const auto no = opening(set);
  return no && no->why == why && no->field == field;
}

model::settings with_areas(std::size_t count) {
  auto set = village();
  set.areas.clear();
  for (std::size_t i = 0; i < count; ++i) {
    const auto n = std::to_string(i);
    set.areas.push_back({{"area-" + n}, {"Напрям " + n}, {"Напрям"}, {"Area"}});
  }
  return set;
}

TEST_CASE("the first entry opens the session in its lobby, with settings and links") {
  small_session s;
  CHECK(s.state().seq == 1);
  CHECK(model::phase_now(s.state()) == phase::lobby);
  CHECK(s.state().phases.front().opened_at == s.time());
  CHECK(s.state().set.title.value == "Стратегія громади");
  CHECK(model::role_of_link(s.state(), desk.is.writer) == role::facilitator);
  for (const auto r : {record::session, record::phase, record::spotlight, record::totals,
                       record::staff, record::warmup, record::hall}) {
    CHECK(s.touches(r));
  }
}

TEST_CASE("a session is opened once") {
  small_session s;
  s.refuses(host, ops::open_session{village(), {}}, refusal::not_allowed);
}

TEST_CASE("nobody but the host opens a session") {
  small_session s;
  for (const auto& p : {desk, typist, wall, anna}) {
    s.refuses(p, ops::open_session{village(), {}}, refusal::not_allowed);
  }
}

TEST_CASE("a session has 3 to 24 areas") {
  CHECK(is_refused(with_areas(limits::areas_min - 1), refusal::areas_malformed, "areas"));
  CHECK_FALSE(opening(with_areas(limits::areas_min)));
  CHECK_FALSE(opening(with_areas(limits::areas_max)));
  CHECK(is_refused(with_areas(limits::areas_max + 1), refusal::areas_malformed, "areas"));
}

TEST_CASE("areas differ in slug and in name") {
  auto set = village();
  set.areas[1].slug = set.areas[0].slug;
  CHECK(is_refused(set, refusal::areas_malformed, "areas"));
  set = village();
  set.areas[1].name = set.areas[0].name;
  CHECK(is_refused(set, refusal::areas_malformed, "areas"));
}

TEST_CASE("a person has at least one vote and not more than the bound") {
  auto set = village();
  set.votes_per_person = limits::votes_per_person_max;
  CHECK_FALSE(opening(set));
  set.votes_per_person = limits::votes_per_person_max + 1;
  CHECK(is_refused(set, refusal::value_out_of_range, "votes_per_person"));
  set.votes_per_person = 0;
  CHECK(is_refused(set, refusal::value_out_of_range, "votes_per_person"));
}

TEST_CASE("levels go up to what is built") {
  auto set = village();
  set.level = limits::level_max;
  CHECK_FALSE(opening(set));
  set.level = limits::level_max + 1;
  CHECK(is_refused(set, refusal::value_out_of_range, "level"));
}

TEST_CASE("tables are bounded") {
  auto set = village();
  set.tables = limits::tables_max;
  CHECK_FALSE(opening(set));
  set.tables = limits::tables_max + 1;
  CHECK(is_refused(set, refusal::value_out_of_range, "tables"));
}

TEST_CASE("settlements are bounded") {
  auto set = village();
  set.settlements.assign(limits::settlements_max, {"Село"});
  CHECK_FALSE(opening(set));
  set.settlements.push_back({"Ще одне"});
  CHECK(is_refused(set, refusal::value_out_of_range, "settlements"));
}

TEST_CASE("all texts of the settings together fit one message") {
  auto set = village();
  set.settlements.assign(limits::settlements_max, {std::string(60, 'c')});
  CHECK_FALSE(opening(set));
  set.settlements.assign(limits::settlements_max, {std::string(120, 'c')});
  CHECK(is_refused(set, refusal::value_out_of_range, "settlements"));
  std::size_t others = 0;
  for (const auto& a : set.areas)
    others += a.slug.value.size() + a.name.value.size() + a.full_name.value.size() +
              a.english.value.size();
  others += set.title.value.size() + set.community.value.size() + set.question.value.size();
  set.settlements = {{std::string(limits::settings_bytes_max - others, 'c')}};
  CHECK_FALSE(opening(set));
  set.settlements[0].value += 'c';
  CHECK(is_refused(set, refusal::value_out_of_range, "settlements"));
}

TEST_CASE("a session has one or two languages, each once") {
  using model::language;
  auto set = village();
  set.languages = {language::uk, language::en};
  CHECK(set.languages.size() == limits::languages_max);
  CHECK_FALSE(opening(set));
  set.languages = {};
  CHECK(is_refused(set, refusal::value_out_of_range, "languages"));
  set.languages = {language::uk, language::uk};
  CHECK(is_refused(set, refusal::value_out_of_range, "languages"));
  set.languages = {language::uk, language::en, language::uk};
  CHECK(is_refused(set, refusal::value_out_of_range, "languages"));
}

TEST_CASE("links are bounded") {
  CHECK_FALSE(opening(village(), limits::links_max));
  const auto no = opening(village(), limits::links_max + 1);
  REQUIRE(no);
  CHECK(no->why == refusal::value_out_of_range);
  CHECK(no->limit == limits::links_max);
}

} // namespace
} // namespace viche::support
