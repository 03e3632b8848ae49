// correct_idea: the mended text is shown, and the author's beside it.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("a correction shows the mended text and keeps the author's wording") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Відримонтувати дорогу");
  s.does(desk, ops::correct_idea{idea, {"Відремонтувати дорогу"}});
  CHECK(s.idea(idea).text.value == "Відремонтувати дорогу");
  CHECK(s.idea(idea).original->value == "Відримонтувати дорогу");
  CHECK(s.touches(record::idea, idea));
  s.does(desk, ops::correct_idea{idea, {"Відремонтувати дорогу."}});
  CHECK(s.idea(idea).original->value == "Відримонтувати дорогу");
}

TEST_CASE("corrected back to the author's wording nothing was corrected") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Дорога");
  s.does(desk, ops::correct_idea{idea, {"Дорога!"}});
  s.does(desk, ops::correct_idea{idea, {"Дорога"}});
  CHECK_FALSE(s.idea(idea).original);
}

TEST_CASE("every wording of a corrected idea dies with a redaction") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Подзвоніть 050");
  const auto correction = s.does(desk, ops::correct_idea{idea, {"Подзвоніть, 050"}});
  s.does(desk, ops::redact_idea{idea, {"Подзвоніть"}});
  CHECK(s.touched().texts_erased == std::vector<seq_t>{idea, correction});
  CHECK_FALSE(s.idea(idea).original);
}

TEST_CASE("a correction that changes nothing, or of no idea, is refused") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Дорога");
  s.refuses(desk, ops::correct_idea{idea, {"Дорога"}}, refusal::text_as_it_was, "text");
  s.refuses(desk, ops::correct_idea{999, {"Дорога"}}, refusal::idea_unknown);
  s.does(anna, ops::withdraw_idea{idea});
  s.refuses(desk, ops::correct_idea{idea, {"Шлях"}}, refusal::idea_withdrawn);
}

TEST_CASE("its author cannot change a corrected idea any more") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Дорога");
  s.does(desk, ops::correct_idea{idea, {"Дорога!"}});
  s.refuses(anna, ops::edit_idea{idea, {"Шлях"}}, refusal::idea_moderated);
}

TEST_CASE("only facilitators correct") {
  small_session s(phase::ideas);
  const auto idea = s.submit(anna, "Дорога");
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::correct_idea{idea, {"Шлях"}}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
