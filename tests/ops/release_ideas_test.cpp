// release_ideas: a claim ends, one's own or another's.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("anybody of the facilitators lets claimed ideas go") {
  small_session s(phase::ideas);
  const auto a = s.submit(anna, "Дорога");
  s.does(desk, ops::claim_ideas{{a}});
  s.does(colleague, ops::release_ideas{{a}});
  CHECK_FALSE(s.idea(a).claimed_by);
  CHECK(s.touches(record::idea, a));
}

TEST_CASE("only ideas that are there are let go, each once") {
  small_session s(phase::ideas);
  const auto a = s.submit(anna, "Дорога");
  s.refuses(desk, ops::release_ideas{{999}}, refusal::idea_unknown);
  s.refuses(desk, ops::release_ideas{{a, a}}, refusal::ideas_malformed, "ideas");
}

TEST_CASE("only facilitators let go") {
  small_session s(phase::ideas);
  const auto a = s.submit(anna, "Дорога");
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::release_ideas{{a}}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
