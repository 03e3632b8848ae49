// use_card: a device votes with a card; the log names the device by its vote pseudonym.
#include "ops/card_hall.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

const ops::use_card first{id_of(0x41)};

TEST_CASE("without a card nobody votes; with one they vote as the card") {
  card_hall s;
  CHECK_FALSE(model::voter_of(s.state(), anna.is));
  s.does(anna, first);
  CHECK(model::voter_of(s.state(), anna.is) == s.state().cards[0].voter);
  s.vote(anna, s.doctor);
  CHECK(s.idea(s.doctor).standing == std::set{s.state().cards[0].voter});
  CHECK(s.rows().back().by.id == s.state().cards[0].voter);
}

TEST_CASE("using a card touches the device and the cards, and no writer") {
  card_hall s;
  s.does(anna, first);
  CHECK(s.touched().records == std::set<model::record_key>{{record::cards}});
  CHECK(s.touched().devices == std::set{*anna.is.voter});
  CHECK(s.touched().writers.empty());
  CHECK(s.rows().back().by.id == *anna.is.voter);
}

TEST_CASE("the QR and the eight digits open the same card") {
  card_hall s;
  s.does(anna, ops::use_card{id_of(0x42)});
  CHECK(s.state().card_of_device.at(*anna.is.voter) == 1);
  s.does(anna, first); // again, by the other code: nothing changes
  CHECK(s.state().card_of_device.at(*anna.is.voter) == 1);
}

TEST_CASE("a card admits one device, and a device holds one card") {
  card_hall s;
  s.does(anna, first);
  s.refuses(bohdan, first, refusal::card_taken);
  s.refuses(anna, ops::use_card{id_of(0x43)}, refusal::card_held_already);
  s.does(bohdan, ops::use_card{id_of(0x43)});
}

TEST_CASE("a code that was never printed opens nothing, nor does a void card") {
  card_hall s;
  s.refuses(anna, ops::use_card{id_of(0x77)}, refusal::card_unknown);
  s.does(desk, ops::replace_card{1, {id_of(0x45), id_of(0x46)}});
  s.refuses(anna, first, refusal::card_void);
  s.refuses(anna, ops::use_card{id_of(0x42)}, refusal::card_void);
  s.does(anna, ops::use_card{id_of(0x45)});
}

TEST_CASE("below level 2 a card changes nobody's votes") {
  small_session s;
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}}});
  s.does(anna, first);
  CHECK(model::voter_of(s.state(), anna.is) == anna.is.voter);
}

TEST_CASE("residents use cards until voting is over, also while it is paused") {
  card_hall s;
  for (const auto& p : {host, desk, typist, wall})
    s.refuses(p, first, refusal::not_allowed);
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.does(anna, first);
  s.open(phase::results);
  s.refuses(bohdan, ops::use_card{id_of(0x43)}, refusal::wrong_phase);
  s.open(phase::closed);
  s.refuses(bohdan, ops::use_card{id_of(0x43)}, refusal::session_closed);
}

TEST_CASE("a card may be used from the lobby on") {
  small_session s(phase::lobby, village(2));
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}}});
  s.does(anna, first);
}

} // namespace
} // namespace viche::support
