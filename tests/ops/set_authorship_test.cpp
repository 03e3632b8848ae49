// set_authorship: whether ideas may be signed; a fact, and no name.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::authorship;

TEST_CASE("ideas are unsigned until a facilitator says otherwise, and may be again") {
  small_session s;
  CHECK(s.state().authors == authorship::unnamed);
  s.does(desk, ops::set_authorship{authorship::named});
  CHECK(s.state().authors == authorship::named);
  CHECK(s.touched().records == std::set<model::record_key>{{record::session}});
  s.does(desk, ops::set_authorship{authorship::unnamed});
  CHECK(s.state().authors == authorship::unnamed);
}

TEST_CASE("only facilitators say so, until the session is closed") {
  small_session s;
  const ops::set_authorship op{authorship::named};
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, op, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, op, refusal::session_closed);
}

} // namespace
} // namespace viche::support
