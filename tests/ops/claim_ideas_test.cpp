// claim_ideas: a sign on an idea that somebody works on it.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("whoever claims an idea last has it") {
  small_session s(phase::ideas);
  const auto a = s.submit(anna, "Дорога");
  const auto b = s.submit(anna, "Лікар");
  s.does(desk, ops::claim_ideas{{a, b}});
  CHECK(s.idea(a).claimed_by == desk.is.writer);
  s.does(colleague, ops::claim_ideas{{a}});
  CHECK(s.idea(a).claimed_by == colleague.is.writer);
  CHECK(s.idea(b).claimed_by == desk.is.writer);
  CHECK(s.touches(record::idea, a));
}

TEST_CASE("a claim keeps nobody from working on the idea") {
  small_session s(phase::ideas);
  const auto a = s.submit(anna, "Дорога");
  s.does(desk, ops::claim_ideas{{a}});
  s.does(colleague, ops::hide_idea{a, hide_reason::repeat});
  CHECK(s.idea(a).hidden);
}

TEST_CASE("only ideas that are there are claimed, each once") {
  small_session s(phase::ideas);
  const auto a = s.submit(anna, "Дорога");
  s.refuses(desk, ops::claim_ideas{{999}}, refusal::idea_unknown);
  s.refuses(desk, ops::claim_ideas{{a, a}}, refusal::ideas_malformed, "ideas");
  s.refuses(desk, ops::claim_ideas{{}}, refusal::ideas_malformed, "ideas");
  s.does(anna, ops::withdraw_idea{a});
  s.refuses(desk, ops::claim_ideas{{a}}, refusal::idea_withdrawn);
}

TEST_CASE("only facilitators claim") {
  small_session s(phase::ideas);
  const auto a = s.submit(anna, "Дорога");
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::claim_ideas{{a}}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
