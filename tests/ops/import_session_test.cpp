// import_session: a session that was held elsewhere, as its report says it.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

ops::import_session reported() {
  ops::import_session op;
  op.from.code = {"482913"};
  op.from.reported_at = noon - 1000;
  op.from.people.joined = 40;
  op.from.people.guests = 3;
  op.from.totals.submitted = 5;
  op.from.has_votes = true;
  op.from.voting = {.voters_online = 30, .voters_paper = 8, .votes_given = 100};
  op.phases = {{phase::lobby, noon - 9000, noon - 8000, 0, 0, 0},
               {phase::ideas, noon - 8000, noon - 5000, 2700, 60, 1000},
               {phase::closed, noon - 5000, 0, 0, 0, 0}};
  op.pauses = {{pause_reason::air_raid, phase::ideas, noon - 7000, noon - 6000}};
  op.programme = {{phase::ideas, 45}};
  op.sentences = {{2, {"Щоб молодь лишалася"}}};
  op.is_revealed = true;
  op.premoderation = true;
  op.details.authority = {"Криничненська сільська рада"};
  op.is_published = true;
  op.published_since = noon - 4000;
  return op;
}

TEST_CASE("an imported session is what its report says, without a single person in it") {
  small_session s;
  s.does(host, reported());
  const auto& state = s.state();
  CHECK(model::phase_now(state) == phase::closed);
  CHECK(state.phases[1].paused_ms == 1000);
  CHECK(state.pauses.front().reason == pause_reason::air_raid);
  CHECK_FALSE(state.is_paused);
  CHECK(state.planned.at(phase::ideas) == 45);
  CHECK(state.sentences.at(2).text.value == "Щоб молодь лишалася");
  CHECK(state.revealed_place == 1);
  CHECK(state.had_premoderation);
  CHECK(state.publication.since == noon - 4000);
  CHECK(state.people.empty());
  CHECK(state.voters.empty());
  CHECK(model::people_of(state) == 43);
  CHECK(model::voters_of(state) == 38);
}

TEST_CASE("only the council works on, even where the session was still open") {
  small_session s;
  auto open = reported();
  open.phases.pop_back();
  open.phases.back().closed_at = 0;
  s.does(host, open);
  CHECK(model::phase_now(s.state()) == phase::ideas);
  s.refuses(desk, ops::open_phase{phase::vote}, refusal::session_closed);
  s.refuses(anna, ops::submit_idea{{"Водогін"}, slugs({"medicine"})}, refusal::session_closed);
  s.does(desk, ops::set_report_details{{.authority = {"Рада"}}});
  s.does(desk, ops::withdraw_results{});
}

TEST_CASE("a session is imported right behind its opening, once, and by the server alone") {
  small_session s;
  s.refuses(desk, reported(), refusal::not_allowed);
  s.does(host, reported());
  s.refuses(host, reported(), refusal::not_allowed);
  small_session begun(phase::ideas);
  begun.refuses(host, reported(), refusal::not_allowed);
}

TEST_CASE("phases and pauses follow one another, and are not without number") {
  small_session s;
  auto none = reported();
  none.phases.clear();
  s.refuses(host, none, refusal::value_out_of_range, "phases");
  auto open_twice = reported();
  open_twice.phases.front().closed_at = 0;
  s.refuses(host, open_twice, refusal::value_out_of_range, "phases");
  auto overlapping = reported();
  overlapping.phases[1].opened_at = overlapping.phases[0].closed_at - 1;
  s.refuses(host, overlapping, refusal::value_out_of_range, "phases");
  auto backwards = reported();
  backwards.pauses.front().until = backwards.pauses.front().since - 1;
  s.refuses(host, backwards, refusal::value_out_of_range, "pauses");
  auto many = reported();
  many.pauses.assign(limits::import_spans_max + 1, many.pauses.front());
  s.refuses(host, many, refusal::value_out_of_range, "pauses");
  many.pauses.pop_back();
  CHECK_FALSE(s.asks(host, many));
}

TEST_CASE("a sentence is of a table that the session has") {
  small_session s;
  auto op = reported();
  op.sentences.front().table = 6;
  s.refuses(host, op, refusal::value_out_of_range, "sentences");
}

} // namespace
} // namespace viche::support
