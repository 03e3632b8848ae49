// redact_idea: personal data goes for ever, in every version.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("what remains is shown, and every earlier version is to be erased") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар Петренко, вул. Морська 5");
  const auto edit = s.does(anna, ops::edit_idea{id, {"Лікар Петренко, вул. Морська 7"}});
  const auto redaction = s.does(desk, ops::redact_idea{id, {"Лікар […]"}});
  CHECK(s.idea(id).text.value == "Лікар […]");
  CHECK(s.idea(id).is_redacted);
  CHECK(s.idea(id).is_moderated);
  CHECK(s.touched().texts_erased == std::vector<seq_t>{id, edit});
  CHECK(s.idea(id).text_entries == std::vector<seq_t>{redaction});
  CHECK(s.touches(record::idea, id));
}

TEST_CASE("a second redaction erases what the first left, and nothing twice") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар Петренко з Курортного");
  const auto first = s.does(desk, ops::redact_idea{id, {"Лікар […] з Курортного"}});
  s.does(desk, ops::redact_idea{id, {"Лікар […]"}});
  CHECK(s.touched().texts_erased == std::vector<seq_t>{first});
}

TEST_CASE("hidden, merged and withdrawn ideas are redacted too: their text is in the file") {
  small_session s(phase::ideas);
  const auto hidden = s.submit(anna, "Схований Петренко");
  const auto main = s.submit(anna, "Головна");
  const auto merged = s.submit(anna, "Об’єднаний Петренко");
  const auto gone = s.submit(anna, "Відкликаний Петренко");
  s.hide(hidden);
  s.merge(main, {merged});
  s.does(anna, ops::withdraw_idea{gone});
  for (const auto id : {hidden, merged, gone}) {
    s.does(desk, ops::redact_idea{id, {"[вилучено]"}});
    CHECK(s.touched().texts_erased == std::vector<seq_t>{id});
  }
}

TEST_CASE("redacting leaves votes, areas and merges as they were") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар Петренко", {"medicine", "roads"});
  s.open(phase::vote);
  s.vote(bohdan, id);
  s.does(desk, ops::redact_idea{id, {"Лікар"}});
  CHECK(s.support(id) == 1);
  CHECK(s.idea(id).areas.size() == 2);
}

TEST_CASE("an idea that does not exist is not redacted") {
  small_session s(phase::ideas);
  s.refuses(desk, ops::redact_idea{99, {"Лікар"}}, refusal::idea_unknown);
}

TEST_CASE("only facilitators redact, until the session is closed") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар Петренко");
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::redact_idea{id, {"Лікар"}}, refusal::not_allowed);
  }
  s.open(phase::closed);
  s.refuses(desk, ops::redact_idea{id, {"Лікар"}}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
