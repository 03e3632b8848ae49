// confirm_hands: two people counted the same; hands rank with votes and are no voters.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct confirming_hands : small_session {
  seq_t doctor = submit(anna, "Лікар щодня");
  seq_t road = submit(bohdan, "Дорога до школи");
  confirming_hands() : small_session(phase::ideas) { open(phase::vote); }
  void count(seq_t idea, std::uint32_t n) {
    does(typist, ops::count_hands{idea, n});
    does(desk, ops::confirm_hands{idea, n});
  }
  std::size_t total(seq_t id) const { return model::total_of(state(), idea(id)); }
};

TEST_CASE("confirmed hands rank together with votes, and are no voters") {
  confirming_hands s;
  s.vote(anna, s.doctor);
  s.vote(bohdan, s.road);
  s.vote(vira, s.road);
  s.count(s.doctor, 41);
  CHECK(s.total(s.doctor) == 42);
  CHECK(s.support(s.doctor) == 1);
  CHECK(s.total(s.road) == 2);
  CHECK(s.state().voters.size() == 3);
  const auto ranking = model::ranking_of(s.state());
  REQUIRE(ranking.size() == 2);
  CHECK(ranking[0].which->id == s.doctor);
  CHECK(ranking[0].total == 42);
}

TEST_CASE("an idea with hands alone is ranked") {
  confirming_hands s;
  s.count(s.road, 5);
  const auto ranking = model::ranking_of(s.state());
  REQUIRE(ranking.size() == 1);
  CHECK(ranking[0].place == 1);
}

TEST_CASE("confirming touches the count and its idea, and nobody's own things") {
  confirming_hands s;
  s.vote(vira, s.doctor);
  s.count(s.doctor, 41);
  CHECK(s.state().hand_counts.at(s.doctor).confirmed_by == desk.is.writer);
  CHECK(s.touched().records ==
        std::set<model::record_key>{{record::idea, s.doctor}, {record::hand_count, s.doctor}});
  CHECK(s.touched().writers.empty());
  CHECK(s.touched().voters.empty());
}

TEST_CASE("nobody confirms what they counted, nor what nobody counted, nor twice") {
  confirming_hands s;
  s.refuses(desk, ops::confirm_hands{s.doctor, 41}, refusal::hands_unknown);
  s.does(typist, ops::count_hands{s.doctor, 41});
  s.refuses(typist, ops::confirm_hands{s.doctor, 41}, refusal::second_person_needed);
  s.does(desk, ops::confirm_hands{s.doctor, 41});
  s.refuses(desk, ops::confirm_hands{s.doctor, 41}, refusal::hands_counted_already);
}

TEST_CASE("who counted another number is told which it was") {
  confirming_hands s;
  s.does(typist, ops::count_hands{s.doctor, 41});
  s.refuses(desk, ops::confirm_hands{s.doctor, 40}, refusal::hands_differ, "hands");
  CHECK(s.asks(desk, ops::confirm_hands{s.doctor, 40})->limit == 41);
}

TEST_CASE("an idea that was hidden meanwhile waits with its hands until it is restored") {
  confirming_hands s;
  s.does(typist, ops::count_hands{s.doctor, 41});
  s.hide(s.doctor);
  s.refuses(desk, ops::confirm_hands{s.doctor, 41}, refusal::idea_hidden);
  s.does(desk, ops::restore_idea{s.doctor});
  s.does(desk, ops::confirm_hands{s.doctor, 41});
}

TEST_CASE("a merge that was made before is not taken back under counted hands") {
  confirming_hands s;
  const auto merge = s.does(desk, ops::merge_ideas{s.doctor, {s.road}});
  s.count(s.doctor, 41);
  s.refuses(desk, ops::undo_entry{merge}, refusal::idea_hands_counted);
  s.does(typist, ops::ask_hands_withdrawal{s.doctor});
  s.does(desk, ops::withdraw_hands{s.doctor});
  s.does(desk, ops::undo_entry{merge});
  CHECK(s.idea(s.road).merged_into == 0);
}

TEST_CASE("nor is a split") {
  confirming_hands s;
  s.merge(s.doctor, {s.road});
  const auto split = s.does(desk, ops::split_idea{s.road});
  s.count(s.road, 7);
  s.refuses(desk, ops::undo_entry{split}, refusal::idea_hands_counted);
}

TEST_CASE("hands are confirmed by staff, while people vote and until a place was revealed") {
  confirming_hands s;
  s.does(typist, ops::count_hands{s.doctor, 41});
  const ops::confirm_hands op{s.doctor, 41};
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
