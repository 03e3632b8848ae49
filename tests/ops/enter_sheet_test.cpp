// enter_sheet: what one person read from a paper sheet; it counts for nothing yet.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Eleven ideas of one author, with voting open and ten votes for everybody.
struct ballot_box : small_session {
  std::vector<seq_t> ideas;
  explicit ballot_box(std::uint32_t level = 1) : small_session(phase::ideas, ten(level)) {
    for (int n = 1; n <= 11; ++n)
      ideas.push_back(submit(anna, "Ідея номер " + std::to_string(n)));
    open(phase::vote);
  }
  static model::settings ten(std::uint32_t level) {
    auto set = village();
    set.votes_per_person = 10;
    set.level = level;
    return set;
  }
  std::vector<seq_t> first(std::size_t n) const {
    return {ideas.begin(), ideas.begin() + static_cast<long>(n)};
  }
};

TEST_CASE("a sheet that was entered is kept, and is no vote") {
  ballot_box s;
  s.does(typist, ops::enter_sheet{17, s.first(2), false});
  const auto& sheet = s.state().sheets.at(17);
  CHECK(sheet.ideas == s.first(2));
  CHECK(sheet.entered_by == typist.is.writer);
  CHECK_FALSE(sheet.confirmed_by);
  CHECK(s.support(s.ideas[0]) == 0);
  CHECK(s.state().voters.empty());
  CHECK(s.touched().records == std::set<model::record_key>{{record::sheet, 17}});
  CHECK(s.touched().voters.empty());
}

TEST_CASE("eleven marks of ten are refused: nobody chooses which ten were meant") {
  ballot_box s;
  const ops::enter_sheet eleven{17, s.ideas, false};
  s.refuses(typist, eleven, refusal::marks_too_many, "ideas");
  CHECK(s.asks(typist, eleven)->limit == 10);
  s.does(typist, ops::enter_sheet{17, s.first(10), false});
}

TEST_CASE("an empty sheet is none, and an idea is marked once") {
  ballot_box s;
  s.refuses(typist, ops::enter_sheet{17, {}, false}, refusal::marks_malformed, "ideas");
  s.refuses(typist, ops::enter_sheet{17, {s.ideas[0], s.ideas[0]}, false}, refusal::marks_malformed,
            "ideas");
}

TEST_CASE("only what is on the screens can be marked") {
  ballot_box s;
  s.hide(s.ideas[0]);
  s.merge(s.ideas[1], {s.ideas[2]});
  const auto mark = [](seq_t id) { return ops::enter_sheet{17, {id}, false}; };
  s.refuses(typist, mark(s.ideas[0]), refusal::idea_hidden);
  s.refuses(typist, mark(s.ideas[2]), refusal::idea_merged);
  s.refuses(typist, mark(99), refusal::idea_unknown);
  s.does(typist, mark(s.ideas[1]));
}

TEST_CASE("a sheet has a number from 1 on, and is entered once") {
  ballot_box s;
  const auto numbered = [&](std::uint32_t n) { return ops::enter_sheet{n, s.first(1), false}; };
  s.refuses(typist, numbered(0), refusal::value_out_of_range, "sheet");
  s.refuses(typist, numbered(limits::sheets_max + 1), refusal::value_out_of_range, "sheet");
  CHECK(s.asks(typist, numbered(0))->limit == limits::sheets_max);
  s.does(typist, numbered(limits::sheets_max));
  s.does(typist, numbered(1));
  s.refuses(desk, numbered(1), refusal::sheet_entered_already);
}

TEST_CASE("where cards are needed a sheet is a card's, and not a void one's") {
  ballot_box s(2);
  const auto numbered = [&](std::uint32_t n) { return ops::enter_sheet{n, s.first(1), false}; };
  s.refuses(typist, numbered(1), refusal::card_unknown, "sheet");
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}}});
  s.refuses(typist, numbered(0), refusal::card_unknown, "sheet");
  s.refuses(typist, numbered(2), refusal::card_unknown, "sheet");
  s.does(desk, ops::replace_card{1, {id_of(0x43), id_of(0x44)}});
  s.refuses(typist, numbered(1), refusal::card_void, "sheet");
  CHECK(s.asks(typist, numbered(1))->limit == 2); // what replaced it
  s.does(typist, numbered(2));
}

TEST_CASE("a card that voted online goes to paper only when that is said") {
  ballot_box s(2);
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}}});
  s.does(bohdan, ops::use_card{id_of(0x41)});
  s.does(bohdan, ops::cast_vote{s.ideas[0]});
  s.does(bohdan, ops::cast_vote{s.ideas[1]});
  s.refuses(typist, ops::enter_sheet{1, {s.ideas[2]}, false}, refusal::card_voted_online,
            "replaces_online");
  CHECK(s.asks(typist, ops::enter_sheet{1, {s.ideas[2]}, false})->limit == 2);
  s.does(typist, ops::enter_sheet{1, {s.ideas[2]}, true});
  CHECK(s.support(s.ideas[0]) == 1); // until a second person has confirmed it
}

TEST_CASE("while a sheet that replaces online votes waits, they stay as they are") {
  ballot_box s(2);
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}, {id_of(0x43), id_of(0x44)}}});
  s.does(bohdan, ops::use_card{id_of(0x41)});
  s.does(vira, ops::use_card{id_of(0x43)});
  s.does(bohdan, ops::cast_vote{s.ideas[0]});
  s.does(typist, ops::enter_sheet{1, {s.ideas[2]}, true});
  s.refuses(bohdan, ops::cast_vote{s.ideas[1]}, refusal::sheet_under_check);
  s.refuses(bohdan, ops::withdraw_vote{s.ideas[0]}, refusal::sheet_under_check);
  s.does(vira, ops::cast_vote{s.ideas[1]}); // nobody else's are touched
  s.does(typist, ops::withdraw_sheet{1});
  s.does(bohdan, ops::cast_vote{s.ideas[1]});
  s.does(typist, ops::enter_sheet{1, {s.ideas[2]}, true});
  s.does(desk, ops::confirm_sheet{1, {s.ideas[2]}});
  s.refuses(bohdan, ops::cast_vote{s.ideas[1]}, refusal::voted_on_paper);
}

TEST_CASE("a sheet replaces online votes only where there are some") {
  ballot_box s(2);
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}}});
  s.refuses(typist, ops::enter_sheet{1, {s.ideas[2]}, true}, refusal::online_votes_absent,
            "replaces_online");
}

TEST_CASE("sheets are entered while people vote and until a place was revealed") {
  ballot_box s;
  const ops::enter_sheet op{17, s.first(1), false};
  for (const auto p : {phase::ideas, phase::sort}) {
    s.open(p);
    s.refuses(typist, op, refusal::wrong_phase);
  }
  s.open(phase::results);
  CHECK_FALSE(s.asks(typist, op));
  s.does(desk, ops::reveal_place{10});
  s.refuses(typist, op, refusal::results_were_shown);
}

TEST_CASE("facilitators and operators enter sheets, also in a pause") {
  ballot_box s;
  const ops::enter_sheet op{17, s.first(1), false};
  for (const auto& p : {host, wall, anna})
    s.refuses(p, op, refusal::not_allowed);
  s.does(desk, ops::pause{pause_reason::no_power});
  s.does(typist, op);
}

} // namespace
} // namespace viche::support
