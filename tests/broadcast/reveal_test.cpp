// What the hall sees of the ranking: only what was revealed, place by place.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

#include <map>

namespace viche::support {
namespace {

using model::audience;

// Idea n of `count` has count − n votes: the first place is the first idea, the last has none.
struct ranking {
  small_hall h;
  std::vector<seq_t> ideas;

  explicit ranking(std::size_t count) {
    auto set = village();
    set.votes_per_person = limits::votes_per_person_max;
    h.does(desk, ops::configure_session{set});
    for (std::size_t i = 0; i < count; ++i) {
      ideas.push_back(h.submit(anna, "Ідея номер " + std::to_string(i + 1)));
    }
    h.open(phase::vote);
    for (std::size_t voter = 1; voter < count; ++voter) {
      for (std::size_t i = 0; i < voter; ++i) {
        h.vote(resident(static_cast<std::uint8_t>(voter)), ideas[i]);
      }
    }
    h.open(phase::results);
  }

  // idea's number → place, for those of which the hall sees the support; 0: support, no place.
  std::map<std::uint64_t, std::uint64_t> shown(audience by = audience::board) const {
    std::map<std::uint64_t, std::uint64_t> out;
    for (const auto id : ideas) {
      const auto seen = h.seen(record::idea, id, by);
      if (seen.is_null() || !seen.as_object().contains("support")) continue;
      const auto* place = seen.as_object().if_contains("place");
      out[seen.at("number").to_number<std::uint64_t>()] =
          place == nullptr ? 0 : place->to_number<std::uint64_t>();
    }
    return out;
  }
};

TEST_CASE("opening results reveals nothing") {
  const ranking r(4);
  CHECK(r.shown().empty());
  CHECK(r.shown(audience::resident).empty());
  CHECK(r.shown(audience::desk).size() == 4);
}

TEST_CASE("a revealed place shows this place and those behind it, to residents and board alike") {
  ranking r(5); // places 1 to 4, and one idea without votes
  r.h.does(desk, ops::reveal_place{3});
  CHECK(r.shown() == std::map<std::uint64_t, std::uint64_t>{{3, 3}, {4, 4}});
  CHECK(r.shown(audience::resident) == r.shown());
  r.h.does(desk, ops::reveal_place{2});
  CHECK(r.shown() == std::map<std::uint64_t, std::uint64_t>{{2, 2}, {3, 3}, {4, 4}});
}

TEST_CASE("the first place shows everything, ideas without votes too") {
  ranking r(4);
  r.h.does(desk, ops::reveal_place{1});
  CHECK(r.shown() == std::map<std::uint64_t, std::uint64_t>{{1, 1}, {2, 2}, {3, 3}, {4, 0}});
}

TEST_CASE("what stands behind the tenth place is shown only with everything") {
  ranking r(13);
  r.h.does(desk, ops::reveal_place{10});
  CHECK(r.shown() == std::map<std::uint64_t, std::uint64_t>{{10, 10}});
  r.h.does(desk, ops::reveal_place{1});
  CHECK(r.shown().size() == 13);
}

TEST_CASE("a reveal tells the hall only of the ideas it shows") {
  ranking r(4);
  const auto board = r.h.present(wall);
  r.h.does(desk, ops::reveal_place{3});
  const auto delta = board->last("delta");
  const auto ideas = puts_of(delta, "idea");
  REQUIRE(ideas.size() == 1);
  CHECK(ideas[0].at("id") == r.ideas[2]);
}

TEST_CASE("ideas that tie are shown together") {
  small_hall h;
  const auto a = h.submit(anna, "Лікар щодня");
  const auto b = h.submit(anna, "Дорога");
  h.open(phase::vote);
  h.vote(bohdan, a);
  h.vote(vira, b);
  h.open(phase::results);
  h.does(desk, ops::reveal_place{2});
  CHECK_FALSE(h.seen(record::idea, a, audience::board).as_object().contains("place"));
  h.does(desk, ops::reveal_place{1});
  CHECK(h.seen(record::idea, a, audience::board).at("place") == 1);
  CHECK(h.seen(record::idea, b, audience::board).at("place") == 1);
}

TEST_CASE("a closed session whose places were never revealed keeps them to the desk") {
  ranking r(4);
  r.h.open(phase::closed);
  CHECK(r.shown().empty());
}

TEST_CASE("an idea without votes that is hidden after the reveal leaves, and no place moves") {
  ranking r(4);
  r.h.does(desk, ops::reveal_place{1});
  const auto board = r.h.present(wall);
  r.h.hide(r.ideas[3]);
  CHECK(r.shown() == std::map<std::uint64_t, std::uint64_t>{{1, 1}, {2, 2}, {3, 3}});
  const auto delta = board->last("delta");
  CHECK(delta.at("drops").as_array().size() == 1);
  CHECK(puts_of(delta, "idea").empty());
}

} // namespace
} // namespace viche::support
