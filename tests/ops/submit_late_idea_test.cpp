// submit_late_idea: what missed its phase goes to the desk, and to nobody else.
#include "limits.hpp"
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

ops::submit_late_idea late(std::uint32_t table = 0) {
  return {{"Лікар щодня"}, slugs({"medicine"}), table};
}

TEST_CASE("a late idea waits, with what an idea carries, and is none yet") {
  small_session s(phase::sort);
  s.does(anna, ops::join{4, {"Курортне"}, model::channel::phone});
  const auto id = s.does(anna, late());
  const auto& l = s.state().late_ideas.at(id);
  CHECK(l.text.value == "Лікар щодня");
  CHECK(l.areas == slugs({"medicine"}));
  CHECK(l.at == s.time());
  CHECK(l.table == 4);
  CHECK(l.settlement == "Курортне");
  CHECK(l.fate == model::late_fate::waiting);
  CHECK(s.state().ideas.empty());
}

TEST_CASE("it touches itself and its author, no totals and no idea") {
  small_session s(phase::vote);
  const auto id = s.does(anna, late());
  CHECK(s.touched().records == std::set<model::record_key>{{record::late_idea, id}});
  CHECK(s.touched().writers == std::set{anna.is.writer});
}

TEST_CASE("it is late while ideas are sorted, voted on and shown, and never else") {
  small_session s;
  for (const auto p : {phase::warmup, phase::talk, phase::ideas}) {
    s.open(p);
    s.refuses(anna, late(), refusal::wrong_phase);
  }
  for (const auto p : {phase::sort, phase::vote, phase::results}) {
    s.open(p);
    s.does(anna, late());
  }
  s.does(desk, ops::reveal_place{1});
  s.does(anna, late()); // the desk can still read it
  s.open(phase::closed);
  s.refuses(anna, late(), refusal::session_closed);
}

TEST_CASE("its areas and table are the session's") {
  small_session s(phase::sort);
  s.refuses(anna, ops::submit_late_idea{{"Лікар"}, slugs({"space"}), 0}, refusal::area_unknown);
  s.refuses(anna, ops::submit_late_idea{{"Лікар"}, {}, 0}, refusal::area_count, "areas");
  s.refuses(anna, late(6), refusal::value_out_of_range, "table");
  s.does(anna, late(5));
}

TEST_CASE("ideas and late ones of a person are counted together, an accepted one once") {
  small_session s(phase::ideas);
  for (std::size_t i = 2; i < limits::ideas_per_person_max; ++i)
    s.submit(anna, "Лікар щодня");
  s.open(phase::sort);
  const auto id = s.does(anna, late());
  s.does(desk, ops::accept_late_idea{id});
  s.does(anna, late());
  s.refuses(anna, late(), refusal::own_ideas_full);
  s.does(bohdan, late());
}

TEST_CASE("in a pause it waits on the phone") {
  small_session s(phase::vote);
  s.does(desk, ops::pause{pause_reason::no_power});
  s.refuses(anna, late(), refusal::paused);
}

TEST_CASE("staff submit ideas of their own otherwise, and no late ones") {
  small_session s(phase::sort);
  for (const auto& p : {host, desk, typist, wall})
    s.refuses(p, late(), refusal::not_allowed);
}

} // namespace
} // namespace viche::support
