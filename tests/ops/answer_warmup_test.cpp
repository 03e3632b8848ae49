// answer_warmup: one tap each; the last one counts.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using counts = std::vector<std::uint32_t>;

counts counted(const small_session& s) {
  return model::warmup_counts(s.state());
}

TEST_CASE("everybody counts once, with what they chose last") {
  small_session s(phase::warmup);
  s.does(anna, ops::answer_warmup{0});
  s.does(bohdan, ops::answer_warmup{1});
  CHECK(counted(s) == counts{1, 1});
  s.does(anna, ops::answer_warmup{1});
  CHECK(counted(s) == counts{0, 2});
}

TEST_CASE("an answer touches the bars and who gave it") {
  small_session s(phase::warmup);
  s.does(anna, ops::answer_warmup{0});
  CHECK(s.touched().records == std::set<model::record_key>{{record::warmup}});
  CHECK(s.touched().writers == std::set{anna.is.writer});
  CHECK(s.touched().voters.empty());
}

TEST_CASE("who names their settlement has said where they come from") {
  small_session s(phase::warmup);
  s.does(anna, ops::join{2, {}, model::channel::phone});
  s.does(anna, ops::answer_warmup{1});
  CHECK(s.state().people.at(anna.is.writer).settlement == "Курортне");
  CHECK(s.state().people.at(anna.is.writer).table == 2);
  CHECK(s.touches(record::hall));
}

TEST_CASE("an answer to a question of its own says nothing of where one comes from") {
  small_session s(phase::lobby);
  s.does(desk, ops::set_warmup{{}, {{"Пішки"}, {"Автобусом"}}});
  s.open(phase::warmup);
  s.does(anna, ops::join{2, {"Сергіївка"}, model::channel::phone});
  s.does(anna, ops::answer_warmup{1});
  CHECK(s.state().people.at(anna.is.writer).settlement == "Сергіївка");
  CHECK_FALSE(s.touches(record::hall));
}

TEST_CASE("one chooses an answer that is there") {
  small_session s(phase::warmup);
  s.refuses(anna, ops::answer_warmup{2}, refusal::value_out_of_range, "option");
  CHECK(s.asks(anna, ops::answer_warmup{2})->limit == 2);
}

TEST_CASE("residents answer in the warm-up only, and not while it is paused") {
  small_session s(phase::warmup);
  for (const auto& p : {host, desk, typist, wall})
    s.refuses(p, ops::answer_warmup{0}, refusal::not_allowed);
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.refuses(anna, ops::answer_warmup{0}, refusal::paused);
  s.open(phase::talk);
  s.refuses(anna, ops::answer_warmup{0}, refusal::wrong_phase);
}

} // namespace
} // namespace viche::support
