// ask_hands_withdrawal: hands that count are called into question; another person decides.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct hands_counted_once : small_session {
  seq_t doctor = submit(anna, "Лікар щодня");
  hands_counted_once() : small_session(phase::ideas) {
    open(phase::vote);
    does(typist, ops::count_hands{doctor, 41});
  }
};

TEST_CASE("what is asked for is seen at the count, and changes no place") {
  hands_counted_once s;
  s.does(desk, ops::confirm_hands{s.doctor, 41});
  s.does(typist, ops::ask_hands_withdrawal{s.doctor});
  CHECK(s.state().hand_counts.at(s.doctor).withdrawal_asked_by == typist.is.writer);
  CHECK(s.touched().records == std::set<model::record_key>{{record::hand_count, s.doctor}});
  CHECK(model::total_of(s.state(), s.idea(s.doctor)) == 41);
}

TEST_CASE("only a confirmed count is called into question, and once") {
  hands_counted_once s;
  s.refuses(desk, ops::ask_hands_withdrawal{99}, refusal::hands_unknown);
  s.refuses(desk, ops::ask_hands_withdrawal{s.doctor}, refusal::hands_unknown);
  s.does(desk, ops::confirm_hands{s.doctor, 41});
  s.does(desk, ops::ask_hands_withdrawal{s.doctor});
  for (const auto& p : {desk, typist})
    s.refuses(p, ops::ask_hands_withdrawal{s.doctor}, refusal::second_person_needed);
}

TEST_CASE("staff ask, while people vote and until a place was revealed") {
  hands_counted_once s;
  s.does(desk, ops::confirm_hands{s.doctor, 41});
  const ops::ask_hands_withdrawal op{s.doctor};
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
