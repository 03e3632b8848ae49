// say_for_table: one sentence of each table, and nobody writes over another unseen.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Anna and Bohdan sit at table 2, Vira at table 3.
struct tables : small_session {
  explicit tables(phase in = phase::talk) : small_session(in) {
    does(anna, ops::join{2, {}, model::channel::phone});
    does(bohdan, ops::join{2, {}, model::channel::phone});
    does(vira, ops::join{3, {}, model::channel::phone});
  }
};

ops::say_for_table say(std::uint32_t table, std::string text, seq_t after = 0) {
  return {table, {std::move(text)}, after};
}

TEST_CASE("a table's sentence is kept with when it was said, and touches nothing else") {
  tables s;
  const auto seq = s.does(anna, say(2, "Нам бракує води"));
  const auto& said = s.state().sentences.at(2);
  CHECK(said.text.value == "Нам бракує води");
  CHECK(said.at == s.time());
  CHECK(said.seq == seq);
  CHECK(s.touched().records == std::set<model::record_key>{{record::sentence, 2}});
  CHECK(s.touched().writers.empty());
}

TEST_CASE("two tables say their sentences apart") {
  tables s;
  s.does(anna, say(2, "Нам бракує води"));
  s.does(vira, say(3, "Нам бракує лікаря"));
  CHECK(s.state().sentences.at(2).text.value == "Нам бракує води");
  CHECK(s.state().sentences.at(3).text.value == "Нам бракує лікаря");
}

TEST_CASE("who says it again after what they saw replaces it; its former wording is known") {
  tables s;
  const auto first = s.does(anna, say(2, "Нам бракує води"));
  const auto second = s.does(bohdan, say(2, "Нам бракує питної води", first));
  CHECK(s.state().sentences.at(2).text.value == "Нам бракує питної води");
  CHECK(s.state().sentences.at(2).text_entries == std::vector{first, second});
}

TEST_CASE("of two who write for one table at once the second is told") {
  tables s;
  const auto first = s.does(anna, say(2, "Нам бракує води"));
  s.refuses(bohdan, say(2, "Нам бракує лікаря"), refusal::sentence_changed, "after");
  s.does(bohdan, say(2, "Нам бракує води й лікаря", first));
  s.refuses(anna, say(2, "Нам бракує води влітку", first), refusal::sentence_changed, "after");
  s.refuses(vira, say(3, "Нам бракує лікаря", first), refusal::sentence_changed, "after");
}

TEST_CASE("residents say it for the table they sit at") {
  tables s;
  s.refuses(anna, say(3, "За сусідів"), refusal::not_your_table, "table");
  s.refuses(resident(9), say(2, "Я ніде не сиджу"), refusal::not_your_table, "table");
  s.does(typist, say(3, "Записано зі слів столу"));
}

TEST_CASE("there is no sentence of no table, nor of one that is not there") {
  tables s;
  s.refuses(desk, say(0, "Нічий стіл"), refusal::value_out_of_range, "table");
  s.refuses(desk, say(6, "Шостий стіл"), refusal::value_out_of_range, "table");
  CHECK(s.asks(desk, say(6, "Шостий стіл"))->limit == 5);
  s.does(desk, say(5, "П’ятий стіл"));
}

TEST_CASE("residents speak while they talk; staff still type while ideas come") {
  tables s(phase::ideas);
  s.refuses(anna, say(2, "Запізно"), refusal::wrong_phase);
  s.does(desk, say(2, "З аркуша столу"));
  s.does(typist, say(3, "З аркуша столу"));
  for (const auto p : {phase::lobby, phase::warmup, phase::sort, phase::vote, phase::results}) {
    s.open(p);
    s.refuses(desk, say(4, "Не тепер"), refusal::wrong_phase);
  }
}

TEST_CASE("a pause stops residents, not staff; host and board say nothing") {
  tables s;
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.refuses(anna, say(2, "У сховищі"), refusal::paused);
  s.does(typist, say(2, "Перед тривогою"));
  for (const auto& p : {host, wall})
    s.refuses(p, say(2, "Ні"), refusal::not_allowed);
}

} // namespace
} // namespace viche::support
