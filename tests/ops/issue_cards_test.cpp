// issue_cards: one-time cards, of which the log knows numbers and hashes.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Codes of the card with this number, all of them different.
model::card_codes codes(std::size_t n) {
  model::card_codes c;
  for (std::size_t i = 0; i < sizeof n; ++i) {
    c.code.bytes.at(i) = static_cast<std::uint8_t>(n >> (8 * i));
    c.digits.bytes.at(i) = c.code.bytes.at(i);
  }
  c.code.bytes.back() = 1;
  c.digits.bytes.back() = 2;
  return c;
}

ops::issue_cards cards(std::size_t first, std::size_t count) {
  ops::issue_cards op{static_cast<std::uint32_t>(first), {}};
  for (std::size_t n = first; n < first + count; ++n)
    op.cards.push_back(codes(n));
  return op;
}

TEST_CASE("cards are numbered on from those there are, each a voter of its own") {
  small_session s;
  s.does(desk, cards(1, 2));
  s.does(desk, cards(3, 1));
  REQUIRE(s.state().cards.size() == 3);
  CHECK(model::card_of_code(s.state(), codes(3).code) == 3);
  CHECK(model::card_of_code(s.state(), codes(3).digits) == 3);
  CHECK(model::card_of_code(s.state(), codes(4).code) == 0);
  CHECK(s.state().cards[0].voter != s.state().cards[1].voter);
  CHECK_FALSE(s.state().cards[0].device);
  CHECK(s.touched().records == std::set<model::record_key>{{record::cards}});
}

TEST_CASE("of two who issue cards at once the second is told where to go on") {
  small_session s;
  s.does(desk, cards(1, 2));
  s.refuses(desk, cards(1, 2), refusal::value_out_of_range, "first");
  s.refuses(desk, cards(4, 2), refusal::value_out_of_range, "first");
  CHECK(s.asks(desk, cards(1, 2))->limit == 3);
}

TEST_CASE("no two cards have a code in common") {
  small_session s;
  s.does(desk, cards(1, 2));
  s.refuses(desk, {ops::issue_cards{3, {codes(2)}}}, refusal::card_taken, "cards");
  s.refuses(desk, {ops::issue_cards{3, {codes(3), codes(3)}}}, refusal::card_taken, "cards");
  const model::card_codes one_hash{codes(3).code, codes(3).code};
  s.refuses(desk, {ops::issue_cards{3, {one_hash}}}, refusal::card_taken, "cards");
  const model::card_codes crossed{codes(2).digits, codes(3).code};
  s.refuses(desk, {ops::issue_cards{3, {crossed}}}, refusal::card_taken, "cards");
}

TEST_CASE("some cards are issued together, and not too many") {
  small_session s;
  s.refuses(desk, cards(1, 0), refusal::value_out_of_range, "cards");
  s.refuses(desk, cards(1, limits::cards_together_max + 1), refusal::value_out_of_range, "cards");
  CHECK(s.asks(desk, cards(1, 0))->limit == limits::cards_together_max);
  s.does(desk, cards(1, limits::cards_together_max));
}

TEST_CASE("a session holds a bounded number of cards, replacements among them") {
  small_session s;
  while (s.state().cards.size() < limits::cards_max) {
    const auto left = limits::cards_max - s.state().cards.size();
    s.does(desk, cards(s.state().cards.size() + 1, std::min(left, limits::cards_together_max)));
  }
  const auto one_more = cards(limits::cards_max + 1, 1);
  s.refuses(desk, one_more, refusal::value_out_of_range, "cards");
  CHECK(s.asks(desk, one_more)->limit == limits::cards_max);
  const ops::replace_card replace{1, codes(limits::cards_max + 1)};
  s.refuses(desk, replace, refusal::value_out_of_range, "by_card");
  CHECK(s.asks(desk, replace)->limit == limits::cards_max);
}

TEST_CASE("only facilitators issue cards, until the session is closed") {
  small_session s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, cards(1, 1), refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, cards(1, 1), refusal::session_closed);
}

} // namespace
} // namespace viche::support
