// count_hands: hands one person counted; they count for nothing yet.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct counting_hands : small_session {
  seq_t doctor = submit(anna, "Лікар щодня");
  seq_t nurse = submit(anna, "Ще одна медсестра");
  counting_hands() : small_session(phase::ideas) { open(phase::vote); }
};

TEST_CASE("hands that were counted once are kept, and count for nothing") {
  counting_hands s;
  s.does(typist, ops::count_hands{s.doctor, 41});
  const auto& counted = s.state().hand_counts.at(s.doctor);
  CHECK(counted.hands == 41);
  CHECK(counted.counted_by == typist.is.writer);
  CHECK_FALSE(counted.confirmed_by);
  CHECK(model::hands_of(s.state(), s.idea(s.doctor)) == 0);
  CHECK(s.touched().records == std::set<model::record_key>{{record::hand_count, s.doctor}});
}

TEST_CASE("they may be counted anew until they are confirmed, by whomever") {
  counting_hands s;
  s.does(typist, ops::count_hands{s.doctor, 41});
  s.does(desk, ops::count_hands{s.doctor, 43});
  CHECK(s.state().hand_counts.at(s.doctor).hands == 43);
  s.does(typist, ops::confirm_hands{s.doctor, 43});
  s.refuses(desk, ops::count_hands{s.doctor, 44}, refusal::hands_counted_already);
}

TEST_CASE("there is a hand at least, and no more than a hall holds") {
  counting_hands s;
  s.refuses(desk, ops::count_hands{s.doctor, 0}, refusal::value_out_of_range, "hands");
  s.refuses(desk, ops::count_hands{s.doctor, limits::hands_max + 1}, refusal::value_out_of_range,
            "hands");
  CHECK(s.asks(desk, ops::count_hands{s.doctor, 0})->limit == limits::hands_max);
  s.does(desk, ops::count_hands{s.doctor, limits::hands_max});
}

TEST_CASE("hands are raised for what is on the screens") {
  counting_hands s;
  s.hide(s.doctor);
  s.refuses(desk, ops::count_hands{s.doctor, 4}, refusal::idea_hidden);
  s.does(desk, ops::restore_idea{s.doctor});
  s.merge(s.doctor, {s.nurse});
  s.refuses(desk, ops::count_hands{s.nurse, 4}, refusal::idea_merged);
  s.refuses(desk, ops::count_hands{99, 4}, refusal::idea_unknown);
}

TEST_CASE("an idea whose hands were counted is neither merged nor split, on neither side") {
  counting_hands s;
  s.does(typist, ops::count_hands{s.doctor, 41});
  s.refuses(desk, ops::merge_ideas{s.doctor, {s.nurse}}, refusal::idea_hands_counted);
  s.refuses(desk, ops::merge_ideas{s.nurse, {s.doctor}}, refusal::idea_hands_counted);
  CHECK(s.asks(desk, ops::merge_ideas{s.nurse, {s.doctor}})->limit == s.idea(s.doctor).number);
  s.does(desk, ops::withdraw_hands{s.doctor});
  s.merge(s.doctor, {s.nurse});
  s.does(typist, ops::count_hands{s.doctor, 41});
  s.refuses(desk, ops::split_idea{s.nurse}, refusal::idea_hands_counted);
}

TEST_CASE("hands are counted while people vote and until a place was revealed") {
  counting_hands s;
  const ops::count_hands op{s.doctor, 41};
  for (const auto p : {phase::ideas, phase::sort}) {
    s.open(p);
    s.refuses(desk, op, refusal::wrong_phase);
  }
  s.open(phase::results);
  CHECK_FALSE(s.asks(desk, op));
  s.does(desk, ops::reveal_place{10});
  s.refuses(desk, op, refusal::results_were_shown);
}

TEST_CASE("facilitators and operators count hands, also in a pause") {
  counting_hands s;
  const ops::count_hands op{s.doctor, 41};
  for (const auto& p : {host, wall, anna})
    s.refuses(p, op, refusal::not_allowed);
  s.does(desk, ops::pause{pause_reason::no_power});
  s.does(typist, op);
}

} // namespace
} // namespace viche::support
