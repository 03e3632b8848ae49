// free_card: a card goes to another device and stays the voter it was.
#include "ops/card_hall.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("a freed card keeps its voter and votes, and goes to another device") {
  voted_card_hall s;
  s.does(desk, ops::free_card{1});
  CHECK(s.touched().devices == std::set{*anna.is.voter});
  CHECK(s.touched().records == std::set<model::record_key>{{record::cards}});
  CHECK(s.support(s.doctor) == 1);
  CHECK_FALSE(model::voter_of(s.state(), anna.is));
  s.does(bohdan, ops::use_card{id_of(0x41)});
  s.refuses(bohdan, ops::cast_vote{s.doctor}, refusal::vote_stands_already);
  s.take_off(bohdan, s.doctor);
  CHECK(s.support(s.doctor) == 0);
}

TEST_CASE("the device that had it may use another") {
  voted_card_hall s;
  s.does(desk, ops::free_card{1});
  s.does(anna, ops::use_card{id_of(0x43)});
  s.vote(anna, s.doctor);
  CHECK(s.support(s.doctor) == 2);
}

TEST_CASE("only a card that is held is freed") {
  voted_card_hall s;
  s.refuses(desk, ops::free_card{2}, refusal::card_unused);
  s.refuses(desk, ops::free_card{0}, refusal::card_unknown, "card");
  s.refuses(desk, ops::free_card{3}, refusal::card_unknown, "card");
  s.does(desk, ops::replace_card{1, {id_of(0x45), id_of(0x46)}});
  s.refuses(desk, ops::free_card{1}, refusal::card_void, "card");
  CHECK(s.asks(desk, ops::free_card{1})->limit == s.state().cards.size()); // what replaced it
}

TEST_CASE("only facilitators free cards, until the session is closed") {
  voted_card_hall s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::free_card{1}, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, ops::free_card{1}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
