// import_proposal: a published text and the sums behind it.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// A session that was imported, of so many submitted ideas.
void import(small_session& s, std::uint32_t submitted = 9) {
  ops::import_session op;
  op.from.totals.submitted = submitted;
  op.phases = {{phase::closed, noon - 5000, 0, 0, 0, 0}};
  s.does(host, op);
}

ops::import_proposal proposal(std::uint32_t number) {
  ops::import_proposal op;
  op.number = number;
  op.submitted_at = noon - 60'000;
  op.text = {"Лікар щодня"};
  op.areas = slugs({"medicine"});
  return op;
}

TEST_CASE("an imported proposal keeps its number, time and decision") {
  small_session s;
  import(s);
  auto op = proposal(7);
  op.is_corrected = true;
  op.decision = {.outcome = model::outcome::partly, .reason = {"Кошти є на рік"}};
  op.decided_at = noon - 1000;
  const auto id = s.does(host, op);
  CHECK(s.idea(id).number == 7);
  CHECK(s.idea(id).at == noon - 60'000);
  CHECK(s.idea(id).was_corrected);
  CHECK_FALSE(s.idea(id).original);
  CHECK(model::is_published(s.idea(id)));
  CHECK(s.state().decisions.at(id).at == noon - 1000);
}

TEST_CASE("its votes, hands and supports are sums, with no voter behind them") {
  small_session s;
  import(s);
  auto op = proposal(1);
  op.support = {.online = 5, .paper = 2, .hands = 4, .supports = 9};
  const auto id = s.does(host, op);
  const auto& i = s.idea(id);
  CHECK(i.standing.empty());
  CHECK(model::support_of(s.state(), i) == 7);
  CHECK(model::paper_support_of(s.state(), i) == 2);
  CHECK(model::hands_of(s.state(), i) == 4);
  CHECK(model::total_of(s.state(), i) == 11);
  CHECK(model::supports_of(s.state(), i) == 9);
  CHECK(model::ranking_of(s.state()).size() == 1);
}

TEST_CASE("what was merged is part of its proposal and has no votes of its own") {
  small_session s;
  import(s);
  const auto main = s.does(host, proposal(1));
  auto part = proposal(2);
  part.into = main;
  part.support.online = 1;
  s.refuses(host, part, refusal::value_out_of_range, "support");
  part.support = {};
  const auto id = s.does(host, part);
  CHECK(s.idea(id).merged_into == main);
  CHECK(model::group_of(s.state(), s.idea(main)).size() == 2);
  auto third = proposal(3);
  third.into = id;
  s.refuses(host, third, refusal::idea_unknown, "into");
}

TEST_CASE("a number stands once and is one of those submitted") {
  small_session s;
  import(s);
  s.does(host, proposal(9));
  for (const auto number : {0U, 9U, 10U})
    s.refuses(host, proposal(number), refusal::value_out_of_range, "number");
}

TEST_CASE("proposals come into an imported session only, from the server alone") {
  small_session s;
  s.refuses(host, proposal(1), refusal::not_allowed);
  import(s);
  s.refuses(desk, proposal(1), refusal::not_allowed);
  auto elsewhere = proposal(1);
  elsewhere.areas = slugs({"space"});
  s.refuses(host, elsewhere, refusal::area_unknown, "areas");
}

} // namespace
} // namespace viche::support
