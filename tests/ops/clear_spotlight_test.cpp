// clear_spotlight: the board goes back to its phase.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("nothing is in the spotlight afterwards, and only its record is touched") {
  small_session s(phase::ideas);
  s.does(desk, ops::spotlight_idea{s.submit(anna, "Лікар щодня")});
  s.does(desk, ops::clear_spotlight{});
  CHECK(s.state().spotlight == 0);
  CHECK(s.touches(record::spotlight));
  CHECK(s.touched().records.size() == 1);
}

TEST_CASE("there must be something in the spotlight") {
  small_session s(phase::ideas);
  s.refuses(desk, ops::clear_spotlight{}, refusal::spotlight_empty);
}

TEST_CASE("a hidden idea in the spotlight is cleared too") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  s.does(desk, ops::spotlight_idea{id});
  s.hide(id);
  s.does(desk, ops::clear_spotlight{});
}

TEST_CASE("only facilitators clear the spotlight") {
  small_session s(phase::ideas);
  s.does(desk, ops::spotlight_idea{s.submit(anna, "Лікар щодня")});
  for (const auto& p : {host, typist, wall, anna}) {
    s.refuses(p, ops::clear_spotlight{}, refusal::not_allowed);
  }
}

} // namespace
} // namespace viche::support
