// submit_idea: who brings an idea in, when, and what it carries.
#include "limits.hpp"
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

ops::submit_idea an_idea(std::uint32_t table = 0, model::channel c = model::channel::phone) {
  return {{"Лікар щодня"}, slugs({"medicine"}), table, c};
}

TEST_CASE("an idea's id is the seq of its entry, its number the order of submission") {
  small_session s(phase::ideas);
  const auto first = s.submit(anna, "Лікар щодня", {"medicine", "schools"});
  const auto second = s.submit(bohdan, "Дорога до школи", {"roads"});
  CHECK(first == 3);
  CHECK(second == 4);
  CHECK(s.idea(first).number == 1);
  CHECK(s.idea(second).number == 2);
  CHECK(s.idea(first).text.value == "Лікар щодня");
  CHECK(s.idea(first).areas == slugs({"medicine", "schools"}));
  CHECK(s.idea(second).at == s.time());
  CHECK(s.idea(second).author == model::actor{role::resident, bohdan.is.writer});
  CHECK(s.idea(second).text_entries == std::vector<seq_t>{second});
}

TEST_CASE("an idea touches itself, the totals, the hall and its author") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  CHECK(s.touched().records ==
        std::set<model::record_key>{{record::idea, id}, {record::totals}, {record::hall}});
  CHECK(s.touched().writers == std::set{anna.is.writer});
}

TEST_CASE("an idea carries its author's table and settlement as joined") {
  small_session s(phase::ideas);
  s.does(anna, ops::join{4, {"Курортне"}, model::channel::phone});
  const auto id = s.does(anna, an_idea());
  CHECK(s.idea(id).table == 4);
  CHECK(s.idea(id).settlement == "Курортне");
}

TEST_CASE("a table that is said goes before the one joined at") {
  small_session s(phase::ideas);
  s.does(anna, ops::join{4, {}, model::channel::phone});
  const auto id = s.does(anna, an_idea(2));
  CHECK(s.idea(id).table == 2);
  CHECK(model::tables_of(s.state()) == std::set<std::uint32_t>{2, 4});
}

TEST_CASE("a resident submits while ideas are open, and then only") {
  small_session s;
  for (const auto p : {phase::warmup, phase::talk, phase::sort, phase::vote, phase::results}) {
    s.open(p);
    s.refuses(anna, an_idea(), refusal::wrong_phase);
  }
  s.open(phase::ideas);
  s.does(anna, an_idea());
}

TEST_CASE("staff submit also while ideas are sorted") {
  small_session s(phase::sort);
  s.does(typist, an_idea(0, model::channel::paper));
  s.does(desk, an_idea(0, model::channel::oral));
  s.open(phase::vote);
  s.refuses(typist, an_idea(), refusal::wrong_phase);
  s.refuses(desk, an_idea(), refusal::wrong_phase);
}

TEST_CASE("a phone cannot say that its idea came on paper or by voice") {
  small_session s(phase::ideas);
  for (const auto c : {model::channel::oral, model::channel::paper}) {
    s.refuses(anna, an_idea(0, c), refusal::not_allowed, "channel");
  }
}

TEST_CASE("an idea has one or two areas, each once") {
  small_session s(phase::ideas);
  for (const auto& areas : std::vector<std::vector<std::string>>{
           {}, {"roads", "roads"}, {"roads", "medicine", "schools"}}) {
    const ops::submit_idea op{{"Лікар щодня"}, slugs(areas), 0, model::channel::phone};
    s.refuses(anna, op, refusal::area_count, "areas");
  }
  CHECK(limits::idea_areas_max == 2);
}

TEST_CASE("an idea's areas must be the session's") {
  small_session s(phase::ideas);
  const ops::submit_idea op{{"Лікар"}, slugs({"space"}), 0, model::channel::phone};
  s.refuses(anna, op, refusal::area_unknown, "areas");
}

TEST_CASE("an idea's table must be one of the session's") {
  small_session s(phase::ideas);
  s.refuses(anna, an_idea(6), refusal::value_out_of_range, "table");
  s.does(anna, an_idea(5));
}

TEST_CASE("residents do not submit while paused, staff do") {
  small_session s(phase::ideas);
  s.does(desk, ops::pause{pause_reason::no_power});
  s.refuses(anna, an_idea(), refusal::paused);
  s.does(typist, an_idea(0, model::channel::paper));
}

TEST_CASE("host and board submit nothing") {
  small_session s(phase::ideas);
  s.refuses(host, an_idea(), refusal::not_allowed);
  s.refuses(wall, an_idea(), refusal::not_allowed);
}

TEST_CASE("a person hands in so many ideas and no more, whatever became of them") {
  small_session s(phase::ideas);
  const auto first = s.submit(anna, "Лікар щодня");
  for (std::size_t i = 1; i < limits::ideas_per_person_max; ++i)
    s.submit(anna, "Лікар щодня");
  s.hide(first);
  s.refuses(anna, an_idea(), refusal::own_ideas_full);
  CHECK(s.asks(anna, an_idea())->limit == limits::ideas_per_person_max);
  s.does(bohdan, an_idea());
  for (std::size_t i = 0; i <= limits::ideas_per_person_max; ++i) // for a whole hall
    s.submit(typist, "Дорога до школи");
}

TEST_CASE("a session holds so many ideas and no more, also from the desk") {
  small_session s(phase::ideas);
  auto full = s.state();
  for (seq_t id = 10; full.ideas.size() + full.late_ideas.size() < limits::ideas_per_session_max;
       ++id) {
    if (id % 2 == 0)
      full.ideas[id].id = id;
    else
      full.late_ideas[id].id = id;
  }
  const auto refused = [&](const person& p) {
    const auto no = an_idea().check(full, {p.is.as, p.is.writer});
    return no ? std::optional(no->why) : std::nullopt;
  };
  CHECK(refused(anna) == refusal::ideas_full);
  CHECK(refused(desk) == refusal::ideas_full);
  full.ideas.erase(full.ideas.begin());
  CHECK(refused(anna) == std::nullopt);
  CHECK(refused(desk) == std::nullopt);
}

} // namespace
} // namespace viche::support
