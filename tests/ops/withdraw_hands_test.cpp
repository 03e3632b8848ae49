// withdraw_hands: a count goes, and the idea is as any other again.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct withdrawing_hands : small_session {
  seq_t doctor = submit(anna, "Лікар щодня");
  seq_t road = submit(bohdan, "Дорога до школи");
  withdrawing_hands() : small_session(phase::ideas) {
    open(phase::vote);
    does(typist, ops::count_hands{doctor, 41});
  }
};

TEST_CASE("withdrawn hands rank nothing, and the idea may be merged again") {
  withdrawing_hands s;
  s.does(desk, ops::confirm_hands{s.doctor, 41});
  s.does(desk, ops::ask_hands_withdrawal{s.doctor});
  s.does(typist, ops::withdraw_hands{s.doctor});
  CHECK(model::total_of(s.state(), s.idea(s.doctor)) == 0);
  CHECK(s.state().hand_counts.empty());
  CHECK(s.touched().records ==
        std::set<model::record_key>{{record::idea, s.doctor}, {record::hand_count, s.doctor}});
  s.merge(s.road, {s.doctor});
}

TEST_CASE("a count that nobody confirmed is withdrawn as well, of a hidden idea too") {
  withdrawing_hands s;
  s.hide(s.doctor);
  s.does(desk, ops::withdraw_hands{s.doctor});
  CHECK(s.state().hand_counts.empty());
}

TEST_CASE("what two counted no one takes out alone, neither who asked nor anybody unasked") {
  withdrawing_hands s;
  s.does(desk, ops::confirm_hands{s.doctor, 41});
  for (const auto& p : {desk, typist})
    s.refuses(p, ops::withdraw_hands{s.doctor}, refusal::withdrawal_unasked);
  s.does(desk, ops::ask_hands_withdrawal{s.doctor});
  s.refuses(desk, ops::withdraw_hands{s.doctor}, refusal::second_person_needed);
  CHECK(model::total_of(s.state(), s.idea(s.doctor)) == 41); // until another person agrees
  s.does(typist, ops::withdraw_hands{s.doctor});
}

TEST_CASE("there is nothing to withdraw but what was counted") {
  withdrawing_hands s;
  s.refuses(desk, ops::withdraw_hands{s.road}, refusal::hands_unknown);
  s.refuses(desk, ops::withdraw_hands{99}, refusal::hands_unknown);
}

TEST_CASE("hands are withdrawn by staff, while people vote and until a place was revealed") {
  withdrawing_hands s;
  const ops::withdraw_hands op{s.doctor};
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
