// erase_sentence: a table's sentence goes for good.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("an erased sentence goes with every wording it had") {
  small_session s(phase::talk);
  const auto first = s.does(desk, ops::say_for_table{2, {"Петренко винен"}, 0});
  const auto second = s.does(desk, ops::say_for_table{2, {"Петренко не винен"}, first});
  s.does(desk, ops::erase_sentence{2});
  CHECK(s.state().sentences.empty());
  CHECK(s.touched().texts_erased == std::vector{first, second});
  CHECK(s.touched().records == std::set<model::record_key>{{record::sentence, 2}});
  CHECK(printed(s.state()).find("Петренко") == std::string::npos);
}

TEST_CASE("another table's sentence stays, and the table may say a new one, which is the first") {
  small_session s(phase::talk);
  s.does(desk, ops::say_for_table{2, {"Петренко винен"}, 0});
  s.does(desk, ops::say_for_table{3, {"Нам бракує води"}, 0});
  s.does(desk, ops::erase_sentence{2});
  CHECK(s.state().sentences.size() == 1);
  const auto again = s.does(desk, ops::say_for_table{2, {"Нам бракує лікаря"}, 0});
  CHECK(s.state().sentences.at(2).text_entries == std::vector{again});
}

TEST_CASE("where nothing was said there is nothing to erase") {
  small_session s(phase::talk);
  s.refuses(desk, ops::erase_sentence{2}, refusal::sentence_absent, "table");
  s.does(desk, ops::say_for_table{2, {"Нам бракує води"}, 0});
  s.does(desk, ops::erase_sentence{2});
  s.refuses(desk, ops::erase_sentence{2}, refusal::sentence_absent, "table");
}

TEST_CASE("only facilitators erase, in any phase until the session is closed") {
  small_session s(phase::talk);
  s.does(desk, ops::say_for_table{2, {"Нам бракує води"}, 0});
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::erase_sentence{2}, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, ops::erase_sentence{2}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
