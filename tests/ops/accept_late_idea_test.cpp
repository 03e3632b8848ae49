// accept_late_idea: a late idea becomes one like the others.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct one_in_time_one_late : small_session {
  seq_t first = submit(bohdan, "Дорога до школи", {"roads"});
  seq_t late = hand_in();
  model::time_ms_t handed_in = time();

  one_in_time_one_late() : small_session(phase::ideas) { wait(60'000); }

  seq_t hand_in() {
    does(anna, ops::join{4, {"Курортне"}, model::channel::phone});
    open(phase::vote);
    return does(anna, ops::submit_late_idea{{"Лікар щодня"}, slugs({"medicine"}), 0});
  }
};

TEST_CASE("it becomes an idea by its author, of the time it was handed in, with the next number") {
  one_in_time_one_late s;
  const auto id = s.does(desk, ops::accept_late_idea{s.late});
  const auto& i = s.idea(id);
  CHECK(i.number == 2);
  CHECK(i.author == model::actor{role::resident, anna.is.writer});
  CHECK(i.at == s.handed_in);
  CHECK(i.text.value == "Лікар щодня");
  CHECK(i.areas == slugs({"medicine"}));
  CHECK(i.table == 4);
  CHECK(i.settlement == "Курортне");
  CHECK(i.channel == model::channel::phone);
  CHECK(model::is_published(i));
  const auto& l = s.state().late_ideas.at(s.late);
  CHECK(l.fate == model::late_fate::accepted);
  CHECK(l.idea == id);
}

TEST_CASE("the idea, the late one, the totals and their author are touched") {
  one_in_time_one_late s;
  const auto id = s.does(desk, ops::accept_late_idea{s.late});
  CHECK(s.touches(record::idea, id));
  CHECK(s.touches(record::late_idea, s.late));
  CHECK(s.touches(record::totals));
  CHECK(s.touched().writers == std::set{anna.is.writer});
  CHECK(s.touched().texts_erased.empty());
}

TEST_CASE("it is voted on, merged and hidden like the others") {
  one_in_time_one_late s;
  const auto id = s.does(desk, ops::accept_late_idea{s.late});
  s.vote(vira, id);
  s.merge(s.first, {id});
  CHECK(s.support(s.first) == 1);
  s.split(id);
  s.hide(id);
}

TEST_CASE("a redaction erases what was handed in") {
  one_in_time_one_late s;
  const auto id = s.does(desk, ops::accept_late_idea{s.late});
  const auto redaction = s.does(desk, ops::redact_idea{id, {"Лікар"}});
  CHECK(s.touched().texts_erased == std::vector{s.late});
  CHECK(s.idea(id).text_entries == std::vector{redaction});
  CHECK(s.state().late_ideas.at(s.late).text.value.empty());
}

TEST_CASE("its author does not change it any more: a facilitator took it as it is") {
  one_in_time_one_late s;
  const auto id = s.does(desk, ops::accept_late_idea{s.late});
  s.open(phase::ideas);
  s.refuses(anna, ops::edit_idea{id, {"Інше"}}, refusal::idea_moderated);
}

TEST_CASE("a late idea is accepted once, and not after it was declined") {
  one_in_time_one_late s;
  const auto other = s.does(bohdan, ops::submit_late_idea{{"Міст"}, slugs({"roads"}), 0});
  s.does(desk, ops::accept_late_idea{s.late});
  s.refuses(desk, ops::accept_late_idea{s.late}, refusal::late_unknown);
  s.does(desk, ops::decline_late_idea{other});
  s.refuses(desk, ops::accept_late_idea{other}, refusal::late_unknown);
  s.refuses(desk, ops::accept_late_idea{s.first}, refusal::late_unknown);
}

TEST_CASE("once a place was shown nothing new comes in") {
  one_in_time_one_late s;
  s.vote(vira, s.first);
  s.open(phase::results);
  s.does(desk, ops::reveal_place{10});
  s.refuses(desk, ops::accept_late_idea{s.late}, refusal::results_were_shown);
}

TEST_CASE("only facilitators accept") {
  one_in_time_one_late s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::accept_late_idea{s.late}, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, ops::accept_late_idea{s.late}, refusal::session_closed);
}

TEST_CASE("an area that a waiting idea has does not go") {
  one_in_time_one_late s;
  auto without = village();
  without.areas.erase(without.areas.begin());
  without.areas.push_back({{"sport"}, {"Спорт"}, {"Спорт"}, {"Sport"}});
  s.refuses(desk, ops::configure_session{without}, refusal::area_in_use, "areas");
  s.does(desk, ops::decline_late_idea{s.late});
  s.does(desk, ops::configure_session{without});
}

} // namespace
} // namespace viche::support
