// configure_session: settings are replaced whole, but never under what stands on them.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace viche::support {
namespace {

ops::configure_session with(const model::settings& set) {
  return {set};
}

TEST_CASE("the settings are replaced as a whole") {
  small_session s;
  auto set = village();
  set.title = {"Інша назва"};
  set.tables = 2;
  s.does(desk, with(set));
  CHECK(s.state().set.title.value == "Інша назва");
  CHECK(s.state().set.tables == 2);
  CHECK(s.touched().records ==
        std::set<model::record_key>{{record::session}, {record::warmup}, {record::hall}});
}

TEST_CASE("a board that showed one area shows all when that area is gone") {
  small_session s;
  s.does(desk, ops::show_board{model::board_mode::wall, slugs({"roads"})});
  s.does(desk, with(village()));
  CHECK(s.state().board.area.value == "roads");
  CHECK_FALSE(s.touches(record::board));
  auto set = village();
  set.areas[1].slug = {"streets"};
  s.does(desk, with(set));
  CHECK(s.state().board.area.value.empty());
  CHECK(s.state().board.mode == model::board_mode::wall);
  CHECK(s.touches(record::board));
}

TEST_CASE("links and phase stay as they were") {
  small_session s(phase::talk);
  s.does(desk, with(village()));
  CHECK(s.state().links.size() == 3);
  CHECK(model::phase_now(s.state()) == phase::talk);
}

TEST_CASE("only facilitators configure a session") {
  small_session s;
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, with(village()), refusal::not_allowed);
  }
}

TEST_CASE("an area with ideas cannot be removed") {
  small_session s(phase::ideas);
  s.submit(anna, "Лікар щодня", {"medicine"});
  auto set = village();
  set.areas[0].slug = {"health"};
  s.refuses(desk, with(set), refusal::area_in_use, "areas");
  CHECK(s.asks(desk, with(set))->limit == 1); // which of the session's
  std::ranges::rotate(set.areas, set.areas.begin() + 1);
  CHECK(s.asks(desk, with(set))->limit == 1);
  set = village();
  set.areas[1].slug = {"streets"};
  s.does(desk, with(set));
}

TEST_CASE("votes per person do not change once somebody has voted") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Лікар щодня");
  s.open(phase::vote);
  s.vote(bohdan, idea);
  auto set = village();
  set.votes_per_person = 4;
  s.refuses(desk, with(set), refusal::votes_cast_already, "votes_per_person");
  s.take_off(bohdan, idea);
  s.does(desk, with(set));
  CHECK(s.state().set.votes_per_person == 4);
}

TEST_CASE("nor does the level: it says who counts as a voter") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Лікар щодня");
  s.open(phase::vote);
  s.vote(bohdan, idea);
  auto set = village();
  set.level = 2;
  s.refuses(desk, with(set), refusal::votes_cast_already, "level");
  s.take_off(bohdan, idea);
  s.does(desk, with(set));
  CHECK(s.state().set.level == 2);
}

TEST_CASE("nor while a sheet waits, whose number would be another voter's") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Лікар щодня");
  s.open(phase::vote);
  s.does(typist, ops::enter_sheet{17, {idea}, false});
  auto set = village();
  set.level = 2;
  s.refuses(desk, with(set), refusal::votes_cast_already, "level");
  s.does(typist, ops::withdraw_sheet{17});
  s.does(desk, with(set));
}

TEST_CASE("other settings may change after the first vote") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Лікар щодня");
  s.open(phase::vote);
  s.vote(bohdan, idea);
  auto set = village();
  set.question = {"Що далі?"};
  s.does(desk, with(set));
  CHECK(s.state().set.question.value == "Що далі?");
}

TEST_CASE("settlements that somebody named in the warm-up keep their places; more may come") {
  small_session s(phase::warmup);
  s.does(anna, ops::answer_warmup{1});
  auto set = village();
  set.settlements = {{"Курортне"}, {"Сергіївка"}};
  s.refuses(desk, with(set), refusal::warmup_answered, "settlements");
  set.settlements = {{"Сергіївка"}};
  s.refuses(desk, with(set), refusal::warmup_answered, "settlements");
  set.settlements = {{"Сергіївка"}, {"Курортне"}, {"Попаздра"}};
  s.does(desk, with(set));
  CHECK(model::warmup_counts(s.state()) == std::vector<std::uint32_t>{0, 1, 0});
}

TEST_CASE("raised hands keep them too, and a question of its own leaves them free") {
  auto set = village();
  set.settlements = {};
  small_session raised(phase::warmup);
  raised.does(typist, ops::count_warmup{0, 5});
  raised.refuses(desk, with(set), refusal::warmup_answered, "settlements");
  small_session own;
  own.does(desk, ops::set_warmup{{"Як справи?"}, {{"Добре"}, {"Краще"}}});
  own.open(phase::warmup);
  own.does(anna, ops::answer_warmup{1});
  own.does(desk, with(set));
}

TEST_CASE("the bounds of the settings hold here too") {
  small_session s;
  auto set = village();
  set.areas.pop_back();
  s.refuses(desk, with(set), refusal::areas_malformed, "areas");
}

} // namespace
} // namespace viche::support
