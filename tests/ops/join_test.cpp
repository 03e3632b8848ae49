// join: somebody takes part, and says what the report may count.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

ops::join from(std::uint32_t table, std::string settlement) {
  return {table, {std::move(settlement)}, model::channel::phone};
}

TEST_CASE("whoever joins is counted, with table and settlement") {
  small_session s;
  s.does(anna, from(2, "Курортне"));
  REQUIRE(s.state().people.contains(anna.is.writer));
  const auto& p = s.state().people.at(anna.is.writer);
  CHECK(p.table == 2);
  CHECK(p.settlement == "Курортне");
  CHECK(model::tables_of(s.state()).contains(2));
}

TEST_CASE("a table that was corrected is not counted any more") {
  small_session s;
  s.does(anna, from(2, ""));
  s.does(anna, from(3, ""));
  CHECK(model::tables_of(s.state()) == std::set<std::uint32_t>{3});
}

TEST_CASE("joining again replaces what was said and counts nobody twice") {
  small_session s;
  s.does(anna, from(2, "Курортне"));
  s.does(anna, from(0, ""));
  CHECK(s.state().people.size() == 1);
  CHECK(s.state().people.at(anna.is.writer).table == 0);
  CHECK(s.state().people.at(anna.is.writer).settlement.empty());
}

TEST_CASE("joining belongs to the writer; the voter does not appear") {
  small_session s;
  s.does(anna, from(1, ""));
  CHECK(s.state().people.contains(anna.is.writer));
  CHECK_FALSE(s.state().people.contains(*anna.is.voter));
  CHECK(s.touched().writers == std::set{anna.is.writer});
  CHECK(s.touched().voters.empty());
  CHECK(s.touches(record::totals));
}

TEST_CASE("a table must be one of the session's") {
  small_session s;
  s.refuses(anna, from(6, ""), refusal::value_out_of_range, "table");
  s.does(anna, from(5, ""));
}

TEST_CASE("a settlement must be on the council's list, or not be said") {
  small_session s;
  s.refuses(anna, from(0, "Київ, вул. Хрещатик 1"), refusal::value_out_of_range, "settlement");
  s.does(anna, from(0, "Сергіївка"));
}

TEST_CASE("a phone cannot say that it joins on paper or by voice") {
  small_session s;
  for (const auto c : {model::channel::oral, model::channel::paper}) {
    s.refuses(anna, ops::join{0, {}, c}, refusal::not_allowed, "channel");
  }
}

TEST_CASE("one joins in every phase until the session is closed") {
  small_session s;
  for (const auto p : {phase::talk, phase::vote, phase::results}) {
    s.open(p);
    s.does(bohdan, from(0, ""));
  }
  s.open(phase::closed);
  s.refuses(bohdan, from(0, ""), refusal::session_closed);
}

TEST_CASE("only residents join") {
  small_session s;
  for (const auto& p : {host, desk, typist, wall}) {
    s.refuses(p, from(0, ""), refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
