// ask_sheet_withdrawal: a sheet that counts is called into question; another person decides.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct confirmed : small_session {
  seq_t doctor = submit(anna, "Лікар щодня");
  confirmed() : small_session(phase::ideas) {
    open(phase::vote);
    does(typist, ops::enter_sheet{17, {doctor}, false});
  }
};

TEST_CASE("what is asked for is seen at the sheet, and changes no vote") {
  confirmed s;
  s.does(desk, ops::confirm_sheet{17, {s.doctor}});
  s.does(typist, ops::ask_sheet_withdrawal{17});
  CHECK(s.state().sheets.at(17).withdrawal_asked_by == typist.is.writer);
  CHECK(s.touched().records == std::set<model::record_key>{{record::sheet, 17}});
  CHECK(s.support(s.doctor) == 1);
}

TEST_CASE("only a confirmed sheet is called into question, and once") {
  confirmed s;
  s.refuses(desk, ops::ask_sheet_withdrawal{5}, refusal::sheet_unknown);
  s.refuses(desk, ops::ask_sheet_withdrawal{17}, refusal::sheet_unknown);
  s.does(desk, ops::confirm_sheet{17, {s.doctor}});
  s.does(desk, ops::ask_sheet_withdrawal{17});
  for (const auto& p : {desk, typist})
    s.refuses(p, ops::ask_sheet_withdrawal{17}, refusal::second_person_needed);
}

TEST_CASE("a sheet entered anew is no longer in question") {
  confirmed s;
  s.does(desk, ops::confirm_sheet{17, {s.doctor}});
  s.does(desk, ops::ask_sheet_withdrawal{17});
  s.does(typist, ops::withdraw_sheet{17});
  s.does(typist, ops::enter_sheet{17, {s.doctor}, false});
  CHECK_FALSE(s.state().sheets.at(17).withdrawal_asked_by);
}

TEST_CASE("staff ask, while people vote and until a place was revealed") {
  confirmed s;
  s.does(desk, ops::confirm_sheet{17, {s.doctor}});
  const ops::ask_sheet_withdrawal op{17};
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
