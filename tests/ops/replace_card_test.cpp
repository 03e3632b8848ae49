// replace_card: a lost card is void, and the new one is the same voter.
#include "ops/card_hall.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

const model::card_codes fresh{id_of(0x45), id_of(0x46)};

TEST_CASE("the old card is void, the new one has the next number, the voter and the votes") {
  voted_card_hall s;
  s.does(desk, ops::replace_card{1, fresh});
  const auto& cards = s.state().cards;
  REQUIRE(cards.size() == 3);
  CHECK(cards[0].is_void);
  CHECK(cards[0].replaced_by == 3);
  CHECK(cards[2].voter == cards[0].voter);
  CHECK(s.support(s.doctor) == 1);
  CHECK(s.touched().records == std::set<model::record_key>{{record::cards}});
  s.does(bohdan, ops::use_card{fresh.digits});
  s.refuses(bohdan, ops::cast_vote{s.doctor}, refusal::vote_stands_already);
}

TEST_CASE("the device that used the lost card votes no more, until it has the new one") {
  voted_card_hall s;
  s.does(desk, ops::replace_card{1, fresh});
  CHECK(s.touched().devices == std::set{*anna.is.voter});
  CHECK_FALSE(model::voter_of(s.state(), anna.is));
  s.refuses(anna, ops::use_card{id_of(0x41)}, refusal::card_void);
  s.does(anna, ops::use_card{fresh.code});
  s.take_off(anna, s.doctor);
}

TEST_CASE("a replacement may be lost as well, and is still the same voter") {
  voted_card_hall s;
  s.does(desk, ops::replace_card{1, fresh});
  s.does(desk, ops::replace_card{3, {id_of(0x47), id_of(0x48)}});
  CHECK(s.state().cards[3].voter == s.state().cards[0].voter);
  s.refuses(desk, ops::replace_card{1, {id_of(0x49), id_of(0x4A)}}, refusal::card_void, "card");
}

TEST_CASE("a card that nobody had used is replaced without touching anybody") {
  voted_card_hall s;
  s.does(desk, ops::replace_card{2, fresh});
  CHECK(s.touched().devices.empty());
}

TEST_CASE("a card that votes on paper is not replaced until its sheet is withdrawn") {
  voted_card_hall s;
  s.does(typist, ops::enter_sheet{2, {s.doctor}, false});
  s.refuses(desk, ops::replace_card{2, fresh}, refusal::sheet_entered_already);
  s.does(typist, ops::withdraw_sheet{2});
  s.does(desk, ops::replace_card{2, fresh});
}

TEST_CASE("the new card's codes are new") {
  voted_card_hall s;
  s.refuses(desk, ops::replace_card{1, {id_of(0x43), id_of(0x46)}}, refusal::card_taken, "by_card");
  s.refuses(desk, ops::replace_card{1, {id_of(0x45), id_of(0x41)}}, refusal::card_taken, "by_card");
  s.refuses(desk, ops::replace_card{1, {id_of(0x45), id_of(0x45)}}, refusal::card_taken, "by_card");
}

TEST_CASE("there is nothing to replace but a card") {
  voted_card_hall s;
  s.refuses(desk, ops::replace_card{0, fresh}, refusal::card_unknown, "card");
  s.refuses(desk, ops::replace_card{3, fresh}, refusal::card_unknown, "card");
}

TEST_CASE("only facilitators replace cards, until the session is closed") {
  voted_card_hall s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::replace_card{1, fresh}, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, ops::replace_card{1, fresh}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
