// undo_entry: fifty steps back, by the link that took them, and only where nothing came after.
#include "support/small_session.hpp"

#include "ops/votes.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// What is true apart from the log's length, its answers, the steps and the erasable versions.
std::string what_is(const small_session& s) {
  auto state = s.state();
  state.seq = 0;
  state.answered.clear();
  state.undo_steps.clear();
  for (auto& [id, i] : state.ideas)
    i.text_entries.clear();
  return printed(state);
}

// Two ideas, one of them merged with a third; four votes around.
struct village_square {
  small_session s{phase::ideas};
  seq_t road = s.submit(anna, "Відремонтувати дорогу до школи");
  seq_t doctor = s.submit(bohdan, "Лікар в амбулаторії щодня");
  seq_t nurse = s.submit(vira, "Ще одна медсестра", {"medicine"});

  seq_t undone(const person& by, const ops::any_op& op) {
    const auto before = what_is(s);
    const auto entry = s.does(by, op);
    CHECK(what_is(s) != before);
    s.does(by, ops::undo_entry{entry});
    CHECK(what_is(s) == before);
    return entry;
  }
};

TEST_CASE("every step of moderation can be taken back to exactly what was") {
  village_square v;
  v.undone(desk, ops::hide_idea{v.road, hide_reason::insult});
  v.undone(desk, ops::tag_idea{v.road, slugs({"roads"})});
  v.undone(desk, ops::correct_idea{v.road, {"Полагодити дорогу до школи"}});
  v.undone(desk, ops::merge_ideas{v.doctor, {v.nurse, v.road}});
  v.undone(desk, ops::spotlight_idea{v.road});
  v.s.does(desk, ops::spotlight_idea{v.doctor});
  v.undone(desk, ops::clear_spotlight{});
  v.s.merge(v.doctor, {v.nurse});
  v.undone(desk, ops::split_idea{v.nurse});
  v.s.hide(v.road);
  v.undone(desk, ops::restore_idea{v.road});
}

TEST_CASE("phases, pauses and the clock can be taken back as well") {
  small_session s(phase::lobby);
  const auto undone = [&](const ops::any_op& op) {
    const auto before = what_is(s);
    const auto entry = s.does(desk, op);
    s.does(desk, ops::undo_entry{entry});
    CHECK(what_is(s) == before);
  };
  undone(ops::open_phase{phase::ideas, 45});
  s.open(phase::ideas, 45);
  undone(ops::extend_phase{5});
  undone(ops::pause{pause_reason::air_raid});
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.wait(60'000);
  undone(ops::resume{});
  undone(ops::open_phase{phase::vote, 12}); // which had ended the pause
  CHECK(s.state().is_paused);
}

TEST_CASE("an idea that waited waits again when its approval is taken back") {
  small_session s(phase::ideas);
  s.does(desk, ops::set_premoderation{true});
  const auto idea = s.submit(anna, "Сонячні панелі на школі");
  const auto approval = s.does(desk, ops::approve_ideas{{idea}});
  CHECK(model::is_published(s.idea(idea)));
  s.does(desk, ops::undo_entry{approval});
  CHECK_FALSE(model::is_published(s.idea(idea)));
}

TEST_CASE("a hundred steps can be taken back one after another, the last first") {
  village_square v;
  const auto before = what_is(v.s);
  std::vector<seq_t> entries;
  for (std::size_t i = 0; i < limits::undo_steps_max / 2; ++i) {
    entries.push_back(v.s.does(desk, ops::hide_idea{v.road, hide_reason::test}));
    entries.push_back(v.s.does(desk, ops::restore_idea{v.road}));
  }
  REQUIRE(entries.size() == limits::undo_steps_max);
  for (auto at = entries.rbegin(); at != entries.rend(); ++at)
    v.s.does(desk, ops::undo_entry{*at});
  CHECK(what_is(v.s) == before);
}

TEST_CASE("what is further back than a link's steps reach is gone") {
  village_square v;
  const auto first = v.s.does(desk, ops::spotlight_idea{v.road});
  for (std::size_t i = 0; i < limits::undo_steps_max; ++i) {
    v.s.does(desk, ops::spotlight_idea{i % 2 == 0 ? v.doctor : v.road});
  }
  v.s.refuses(desk, ops::undo_entry{first}, refusal::undo_unknown);
}

TEST_CASE("nobody takes back another link's step, nor a step twice, nor what was no step") {
  village_square v;
  const auto entry = v.s.does(desk, ops::hide_idea{v.road, hide_reason::insult});
  v.s.refuses(colleague, ops::undo_entry{entry}, refusal::undo_unknown);
  v.s.does(desk, ops::undo_entry{entry});
  v.s.refuses(desk, ops::undo_entry{entry}, refusal::undo_unknown);
  v.s.refuses(desk, ops::undo_entry{v.road}, refusal::undo_unknown);
  v.s.refuses(desk, ops::undo_entry{0}, refusal::undo_unknown);
}

TEST_CASE("a step that somebody has worked on since stays, and the idea is named") {
  village_square v;
  const auto merge = v.s.does(desk, ops::merge_ideas{v.doctor, {v.nurse}});
  v.s.does(colleague, ops::tag_idea{v.doctor, slugs({"roads"})});
  v.s.refuses(desk, ops::undo_entry{merge}, refusal::undo_overtaken);
  CHECK(v.s.asks(desk, ops::undo_entry{merge})->limit == v.s.idea(v.doctor).number);
}

TEST_CASE("once the other moderator takes their step back, the first can be taken back again") {
  village_square v;
  const auto hide = v.s.does(desk, ops::hide_idea{v.road, hide_reason::repeat});
  const auto restore = v.s.does(colleague, ops::restore_idea{v.road});
  v.s.refuses(desk, ops::undo_entry{hide}, refusal::undo_overtaken);
  v.s.does(colleague, ops::undo_entry{restore});
  v.s.does(desk, ops::undo_entry{hide});
  CHECK(model::is_published(v.s.idea(v.road)));
}

// The road is part of the nurse, who is part of the doctor; then it is split off.
struct nested : village_square {
  seq_t split = 0;
  nested() {
    s.merge(nurse, {road});
    s.merge(doctor, {nurse});
    split = s.does(desk, ops::split_idea{road});
  }
};

TEST_CASE("an idea does not go back into a group that hands were raised for since") {
  nested v;
  v.s.open(phase::vote);
  v.s.does(typist, ops::count_hands{v.doctor, 7});
  v.s.refuses(desk, ops::undo_entry{v.split}, refusal::idea_hands_counted);
  v.s.does(typist, ops::withdraw_hands{v.doctor});
  v.s.does(desk, ops::undo_entry{v.split});
  CHECK(model::root_of(v.s.state(), v.s.idea(v.road)).id == v.doctor);
}

TEST_CASE("nor into a group that somebody has changed since, however far above it stands") {
  nested v;
  const auto hide = v.s.does(colleague, ops::hide_idea{v.doctor, hide_reason::test});
  v.s.refuses(desk, ops::undo_entry{v.split}, refusal::undo_overtaken);
  CHECK(v.s.asks(desk, ops::undo_entry{v.split})->limit == v.s.idea(v.doctor).number);
  v.s.does(colleague, ops::undo_entry{hide});
  v.s.does(desk, ops::undo_entry{v.split});
  CHECK(v.s.idea(v.road).merged_into == v.nurse);
}

TEST_CASE("votes given meanwhile stay where they were given") {
  village_square v;
  v.s.open(phase::vote);
  const auto merge = v.s.does(desk, ops::merge_ideas{v.doctor, {v.nurse}});
  v.s.vote(anna, v.doctor);
  v.s.does(desk, ops::undo_entry{merge});
  CHECK(v.s.support(v.doctor) == 1);
  CHECK(v.s.support(v.nurse) == 0);
  CHECK(v.s.spent(anna) == 1);
}

TEST_CASE("redacted words never come back, whatever was done before") {
  village_square v;
  const auto correct = v.s.does(desk, ops::correct_idea{v.road, {"Дорога, телефон 050 123"}});
  v.s.does(desk, ops::redact_idea{v.road, {"Дорога"}});
  v.s.refuses(desk, ops::undo_entry{correct}, refusal::undo_overtaken);
  CHECK(printed(v.s.state()).find("050 123") == std::string::npos);
  CHECK(printed(v.s.state()).find("Відремонтувати") == std::string::npos);
}

TEST_CASE("what the hall was shown is not taken back") {
  village_square v;
  const auto merge = v.s.does(desk, ops::merge_ideas{v.doctor, {v.nurse}});
  const auto hide = v.s.does(desk, ops::hide_idea{v.road, hide_reason::insult});
  const auto results = v.s.does(desk, ops::open_phase{phase::results, 0});
  v.s.does(desk, ops::reveal_place{10});
  v.s.refuses(desk, ops::undo_entry{merge}, refusal::results_were_shown);
  v.s.refuses(desk, ops::undo_entry{results}, refusal::results_were_shown);
  v.s.does(desk, ops::undo_entry{hide}); // as restoring would
  CHECK(model::is_published(v.s.idea(v.road)));
}

TEST_CASE("nor does an idea with votes come back or go, once the hall saw places") {
  village_square v;
  v.s.open(phase::vote);
  v.s.vote(anna, v.road);
  const auto hidden = v.s.does(desk, ops::hide_idea{v.road, hide_reason::off_topic});
  const auto unvoted = v.s.does(desk, ops::hide_idea{v.nurse, hide_reason::off_topic});
  v.s.open(phase::results);
  v.s.does(desk, ops::reveal_place{10});
  v.s.refuses(desk, ops::undo_entry{hidden}, refusal::results_were_shown);
  v.s.does(desk, ops::undo_entry{unvoted});
}

TEST_CASE("an area that is gone is not brought back with an idea") {
  village_square v;
  const auto tag = v.s.does(desk, ops::tag_idea{v.road, slugs({"roads"})});
  v.s.does(desk, ops::tag_idea{v.doctor, slugs({"roads"})});
  v.s.does(desk, ops::tag_idea{v.nurse, slugs({"roads"})});
  auto set = village();
  std::erase_if(set.areas, [](const auto& a) { return a.slug.value == "medicine"; });
  set.areas.push_back({{"youth"}, {"Молодь"}, {"Молодь і спорт"}, {"Youth"}});
  v.s.does(desk, ops::configure_session{set});
  v.s.refuses(desk, ops::undo_entry{tag}, refusal::area_unknown);
}

TEST_CASE("nothing is taken back after the close") {
  village_square v;
  const auto hide = v.s.does(desk, ops::hide_idea{v.road, hide_reason::insult});
  v.s.open(phase::closed);
  v.s.refuses(desk, ops::undo_entry{hide}, refusal::session_closed);
}

TEST_CASE("residents, operators and the board take nothing back") {
  village_square v;
  for (const auto& p : {host, typist, wall, anna})
    v.s.refuses(p, ops::undo_entry{1}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
