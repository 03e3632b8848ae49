// count_warmup: hands of people without phones, beside the taps.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using counts = std::vector<std::uint32_t>;

TEST_CASE("hands are added to the taps, those of each link to those of the others") {
  small_session s(phase::warmup);
  s.does(anna, ops::answer_warmup{0});
  s.does(typist, ops::count_warmup{0, 12});
  s.does(desk, ops::count_warmup{0, 5});
  s.does(typist, ops::count_warmup{1, 2});
  CHECK(model::warmup_counts(s.state()) == counts{18, 2});
  CHECK(s.touched().records == std::set<model::record_key>{{record::warmup}});
}

TEST_CASE("said again it replaces what the same link had said, and none takes it away") {
  small_session s(phase::warmup);
  s.does(typist, ops::count_warmup{0, 12});
  s.does(desk, ops::count_warmup{0, 5});
  s.does(typist, ops::count_warmup{0, 10});
  CHECK(model::warmup_counts(s.state()) == counts{15, 0});
  s.does(typist, ops::count_warmup{0, 0});
  CHECK(model::warmup_counts(s.state()) == counts{5, 0});
}

TEST_CASE("hands are nobody in particular: they make no people of the session") {
  small_session s(phase::warmup);
  s.does(typist, ops::count_warmup{0, 12});
  CHECK(model::people_of(s.state()) == 0);
}

TEST_CASE("one counts an answer that is there, and no more people than a hall holds") {
  small_session s(phase::warmup);
  s.refuses(typist, ops::count_warmup{2, 1}, refusal::value_out_of_range, "option");
  CHECK(s.asks(typist, ops::count_warmup{2, 1})->limit == 2);
  s.does(typist, ops::count_warmup{1, limits::guests_max});
  s.refuses(typist, ops::count_warmup{1, limits::guests_max + 1}, refusal::value_out_of_range,
            "people");
  CHECK(s.asks(typist, ops::count_warmup{1, limits::guests_max + 1})->limit == limits::guests_max);
}

TEST_CASE("facilitators and operators count, in the warm-up, paused or not") {
  small_session s(phase::warmup);
  for (const auto& p : {host, wall, anna})
    s.refuses(p, ops::count_warmup{0, 1}, refusal::not_allowed);
  s.does(desk, ops::pause{pause_reason::rest});
  s.does(typist, ops::count_warmup{0, 1});
  s.open(phase::talk);
  s.refuses(typist, ops::count_warmup{0, 1}, refusal::wrong_phase);
}

} // namespace
} // namespace viche::support
