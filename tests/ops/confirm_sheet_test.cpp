// confirm_sheet: two people read the same, and a sheet becomes votes.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Three ideas with voting open, and a sheet with marks at the first two; at level 2 Bohdan holds
// card 1.
struct box : small_session {
  seq_t doctor, road, school;
  explicit box(std::uint32_t level = 1) : small_session(phase::ideas, village(level)) {
    doctor = submit(anna, "Лікар щодня");
    road = submit(anna, "Дорога до школи");
    school = submit(anna, "Тепла школа");
    open(phase::vote);
    if (level < 2) return;
    does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}, {id_of(0x43), id_of(0x44)}}});
    does(bohdan, ops::use_card{id_of(0x41)});
  }
  void enter(std::uint32_t sheet, std::vector<seq_t> marks, bool replaces_online = false) {
    does(typist, ops::enter_sheet{sheet, std::move(marks), replaces_online});
  }
  void count(std::uint32_t sheet, const std::vector<seq_t>& marks, bool replaces_online = false) {
    enter(sheet, marks, replaces_online);
    does(desk, ops::confirm_sheet{sheet, marks});
  }
};

TEST_CASE("a sheet counts from the moment a second person read the same, in whatever order") {
  box s;
  s.enter(17, {s.doctor, s.road});
  CHECK(s.support(s.doctor) == 0);
  s.does(desk, ops::confirm_sheet{17, {s.road, s.doctor}});
  CHECK(s.state().sheets.at(17).confirmed_by == desk.is.writer);
  for (const auto idea : {s.doctor, s.road}) {
    CHECK(s.support(idea) == 1);
    CHECK(model::paper_support_of(s.state(), s.idea(idea)) == 1);
  }
  CHECK(s.support(s.school) == 0);
  CHECK(s.state().voters.size() == 1); // one person in the turnout
}

TEST_CASE("a confirmed sheet touches itself, its ideas and the totals, and no writer") {
  box s;
  s.count(17, {s.doctor});
  CHECK(s.touched().records == std::set<model::record_key>{{record::idea, s.doctor},
                                                           {record::totals},
                                                           {record::sheet, 17}});
  CHECK(s.touched().writers.empty());
}

TEST_CASE("sheets and phones are different voters of one idea") {
  box s;
  s.count(17, {s.doctor});
  s.count(18, {s.doctor});
  s.vote(bohdan, s.doctor);
  CHECK(s.support(s.doctor) == 3);
  CHECK(model::paper_support_of(s.state(), s.idea(s.doctor)) == 2);
}

TEST_CASE("a voter on paper counts once in a group, as everybody does") {
  box s;
  s.count(17, {s.doctor, s.road});
  s.merge(s.doctor, {s.road});
  CHECK(s.support(s.doctor) == 1);
  CHECK(model::paper_support_of(s.state(), s.idea(s.doctor)) == 1);
  s.split(s.road);
  CHECK(s.support(s.road) == 1);
}

TEST_CASE("nobody confirms what they entered, and nobody confirms twice") {
  box s;
  s.enter(17, {s.doctor});
  s.refuses(typist, ops::confirm_sheet{17, {s.doctor}}, refusal::second_person_needed);
  s.does(desk, ops::confirm_sheet{17, {s.doctor}});
  s.refuses(desk, ops::confirm_sheet{17, {s.doctor}}, refusal::sheet_confirmed_already);
  s.refuses(desk, ops::confirm_sheet{18, {s.doctor}}, refusal::sheet_unknown);
}

TEST_CASE("who read other marks is told, and the sheet goes on waiting") {
  box s;
  s.enter(17, {s.doctor, s.road});
  for (const auto& marks : {std::vector{s.doctor}, std::vector{s.doctor, s.school},
                            std::vector{s.doctor, s.road, s.school}}) {
    s.refuses(desk, ops::confirm_sheet{17, marks}, refusal::sheet_differs, "ideas");
  }
  s.does(desk, ops::confirm_sheet{17, {s.doctor, s.road}});
}

TEST_CASE("the same marks written twice are not the same sheet") {
  box s;
  s.enter(17, {s.doctor, s.road});
  s.refuses(desk, ops::confirm_sheet{17, {s.doctor, s.road, s.road}}, refusal::marks_malformed,
            "ideas");
}

TEST_CASE("an idea that was hidden or merged meanwhile refuses its sheet") {
  box s;
  s.enter(17, {s.doctor});
  s.enter(18, {s.road});
  s.hide(s.doctor);
  s.merge(s.school, {s.road});
  s.refuses(desk, ops::confirm_sheet{17, {s.doctor}}, refusal::idea_hidden);
  s.refuses(desk, ops::confirm_sheet{18, {s.road}}, refusal::idea_merged);
  s.does(desk, ops::restore_idea{s.doctor});
  s.does(desk, ops::confirm_sheet{17, {s.doctor}});
}

TEST_CASE("so do votes per person that became fewer") {
  box s;
  s.enter(17, {s.doctor, s.road});
  auto set = village();
  set.votes_per_person = 1;
  s.does(desk, ops::configure_session{set});
  s.refuses(desk, ops::confirm_sheet{17, {s.doctor, s.road}}, refusal::marks_too_many, "ideas");
}

TEST_CASE("with cards a sheet is the card's voter: online votes are replaced as a whole") {
  box s(2);
  s.vote(bohdan, s.doctor);
  s.vote(bohdan, s.road);
  s.count(1, {s.school}, true);
  CHECK(s.support(s.doctor) == 0);
  CHECK(s.support(s.road) == 0);
  CHECK(s.support(s.school) == 1);
  CHECK(s.state().voters.size() == 1);
  CHECK(s.touched().voters == std::set{s.state().cards.at(0).voter});
  CHECK(s.touches(record::idea, s.doctor));
}

TEST_CASE("afterwards that card votes online no more, and takes nothing back") {
  box s(2);
  s.count(1, {s.school});
  s.refuses(bohdan, ops::cast_vote{s.doctor}, refusal::voted_on_paper);
  s.refuses(bohdan, ops::withdraw_vote{s.school}, refusal::voted_on_paper);
  s.does(vira, ops::use_card{id_of(0x43)});
  s.vote(vira, s.doctor); // another card does
}

TEST_CASE("votes that came online after the sheet was entered are not replaced unsaid") {
  box s(2);
  s.enter(1, {s.school});
  s.vote(bohdan, s.doctor);
  s.refuses(desk, ops::confirm_sheet{1, {s.school}}, refusal::card_voted_online, "replaces_online");
  CHECK(s.asks(desk, ops::confirm_sheet{1, {s.school}})->limit == 1);
}

TEST_CASE("a card is not replaced under its sheet") {
  box s(2);
  s.enter(2, {s.school});
  s.refuses(desk, ops::replace_card{2, {id_of(0x45), id_of(0x46)}}, refusal::sheet_entered_already);
  s.does(desk, ops::confirm_sheet{2, {s.school}});
}

TEST_CASE("sheets are confirmed by staff, while people vote and until a place was revealed") {
  box s;
  s.enter(17, {s.doctor});
  const ops::confirm_sheet op{17, {s.doctor}};
  for (const auto& p : {host, wall, anna})
    s.refuses(p, op, refusal::not_allowed);
  s.open(phase::sort);
  s.refuses(desk, op, refusal::wrong_phase);
  s.open(phase::results);
  s.does(desk, ops::reveal_place{10});
  s.refuses(desk, op, refusal::results_were_shown);
}

} // namespace
} // namespace viche::support
