// decline_late_idea: the desk does not take it; its text goes, its author learns.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct one_late : small_session {
  seq_t late = does(anna, ops::submit_late_idea{{"Лікар щодня"}, slugs({"medicine"}), 0});
  one_late() : small_session(phase::sort) {}
};

TEST_CASE("the text is erased, and what is left says that it was declined") {
  one_late s;
  s.does(desk, ops::decline_late_idea{s.late});
  CHECK(s.touched().texts_erased == std::vector{s.late});
  CHECK(s.touched().records == std::set<model::record_key>{{record::late_idea, s.late}});
  CHECK(s.touched().writers == std::set{anna.is.writer});
  const auto& l = s.state().late_ideas.at(s.late);
  CHECK(l.text.value.empty());
  CHECK(l.fate == model::late_fate::declined);
  CHECK(s.state().ideas.empty());
}

TEST_CASE("what does not wait is not declined") {
  one_late s;
  s.refuses(desk, ops::decline_late_idea{99}, refusal::late_unknown);
  s.does(desk, ops::decline_late_idea{s.late});
  s.refuses(desk, ops::decline_late_idea{s.late}, refusal::late_unknown);
  const auto taken = s.does(bohdan, ops::submit_late_idea{{"Міст"}, slugs({"roads"}), 0});
  s.does(desk, ops::accept_late_idea{taken});
  s.refuses(desk, ops::decline_late_idea{taken}, refusal::late_unknown);
}

TEST_CASE("it can be declined after the results were shown, until the session is closed") {
  one_late s;
  s.open(phase::results);
  s.does(desk, ops::reveal_place{1});
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::decline_late_idea{s.late}, refusal::not_allowed);
  const auto other = s.does(anna, ops::submit_late_idea{{"Міст"}, slugs({"roads"}), 0});
  s.does(desk, ops::decline_late_idea{s.late});
  s.open(phase::closed);
  s.refuses(desk, ops::decline_late_idea{other}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
