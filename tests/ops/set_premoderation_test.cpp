// set_premoderation: new ideas wait to be looked at, or do not.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("with premoderation on new ideas wait, those before it do not") {
  small_session s(phase::ideas);
  const auto before = s.submit(anna, "Дорога");
  s.does(desk, ops::set_premoderation{true});
  CHECK(s.touches(record::session));
  const auto after = s.submit(anna, "Лікар");
  CHECK(model::is_published(s.idea(before)));
  CHECK(s.idea(after).is_pending);
  CHECK_FALSE(model::is_published(s.idea(after)));
}

TEST_CASE("switched off, what waits goes on waiting") {
  small_session s(phase::ideas);
  s.does(desk, ops::set_premoderation{true});
  const auto waits = s.submit(anna, "Дорога");
  s.does(desk, ops::set_premoderation{false});
  CHECK(s.idea(waits).is_pending);
  CHECK_FALSE(s.idea(s.submit(anna, "Лікар")).is_pending);
}

TEST_CASE("an author still mends and takes back what waits") {
  small_session s(phase::ideas);
  s.does(desk, ops::set_premoderation{true});
  const auto idea = s.submit(anna, "Дорога");
  s.does(anna, ops::edit_idea{idea, {"Дорога до школи"}});
  s.does(anna, ops::withdraw_idea{idea});
  CHECK(s.idea(idea).is_withdrawn);
}

TEST_CASE("only facilitators decide on premoderation") {
  small_session s(phase::ideas);
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::set_premoderation{true}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
