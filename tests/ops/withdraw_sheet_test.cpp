// withdraw_sheet: a sheet goes with its votes; what it replaced does not return.
#include "decode/row.hpp"
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct counted_box : small_session {
  seq_t doctor, road;
  explicit counted_box(std::uint32_t level = 1) : small_session(phase::ideas, village(level)) {
    doctor = submit(anna, "Лікар щодня");
    road = submit(anna, "Дорога до школи");
    open(phase::vote);
  }
  void count(std::uint32_t sheet, const std::vector<seq_t>& marks, bool replaces_online = false) {
    does(typist, ops::enter_sheet{sheet, marks, replaces_online});
    does(desk, ops::confirm_sheet{sheet, marks});
  }
  void takes_out(std::uint32_t sheet) {
    does(desk, ops::ask_sheet_withdrawal{sheet});
    does(typist, ops::withdraw_sheet{sheet});
  }
};

TEST_CASE("a withdrawn sheet frees its votes and its number") {
  counted_box s;
  s.count(17, {s.doctor, s.road});
  s.takes_out(17);
  CHECK(s.support(s.doctor) == 0);
  CHECK(model::paper_support_of(s.state(), s.idea(s.doctor)) == 0);
  CHECK(s.state().voters.empty());
  CHECK(s.state().paper_voters.empty());
  CHECK(s.touches(record::sheet, 17));
  CHECK(s.touches(record::idea, s.doctor));
  CHECK(s.touches(record::totals));
  s.count(17, {s.road});
  CHECK(s.support(s.road) == 1);
}

TEST_CASE("one that was never confirmed had nothing to free") {
  counted_box s;
  s.does(typist, ops::enter_sheet{17, {s.doctor}, false});
  s.does(desk, ops::withdraw_sheet{17});
  CHECK(s.touched().records == std::set<model::record_key>{{record::sheet, 17}});
  CHECK(s.state().sheets.empty());
}

TEST_CASE("its card votes online again, with all its votes, and those replaced are gone") {
  counted_box s(2);
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}}});
  s.does(bohdan, ops::use_card{id_of(0x41)});
  s.vote(bohdan, s.doctor);
  s.count(1, {s.road}, true);
  s.takes_out(1);
  CHECK(s.touched().voters == std::set{s.state().cards.at(0).voter});
  CHECK(s.support(s.doctor) == 0);
  s.vote(bohdan, s.doctor);
  s.vote(bohdan, s.road);
}

TEST_CASE("a sheet with marks that were merged or hidden since goes as well") {
  counted_box s;
  s.count(17, {s.doctor, s.road});
  s.merge(s.doctor, {s.road});
  s.hide(s.doctor);
  s.takes_out(17);
  CHECK(s.state().voters.empty());
  CHECK(s.idea(s.road).standing.empty());
}

TEST_CASE("what two confirmed no one takes out alone, neither who asked nor anybody unasked") {
  counted_box s;
  s.count(17, {s.doctor});
  for (const auto& p : {desk, typist})
    s.refuses(p, ops::withdraw_sheet{17}, refusal::withdrawal_unasked);
  s.does(typist, ops::ask_sheet_withdrawal{17});
  s.refuses(typist, ops::withdraw_sheet{17}, refusal::second_person_needed);
  CHECK(s.support(s.doctor) == 1); // until another person agrees
  s.does(desk, ops::withdraw_sheet{17});
  CHECK(s.support(s.doctor) == 0);
}

TEST_CASE("an old log in which one person did is read as it was written") {
  counted_box s;
  s.count(17, {s.doctor});
  auto rows = s.rows();
  const model::place next{rows.size() + 1, s.time() + 1000, {role::operator_, typist.is.writer}};
  rows.push_back(decode::encode_row({next, "op-of-an-old-log", ops::withdraw_sheet{17}}));
  const auto then = replayed(rows);
  CHECK(then.sheets.empty());
  CHECK(then.voters.empty());
}

TEST_CASE("there is nothing to withdraw but what was entered") {
  counted_box s;
  s.refuses(desk, ops::withdraw_sheet{17}, refusal::sheet_unknown);
}

TEST_CASE("sheets are withdrawn by staff, while people vote and until a place was revealed") {
  counted_box s;
  s.count(17, {s.doctor});
  const ops::withdraw_sheet op{17};
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
