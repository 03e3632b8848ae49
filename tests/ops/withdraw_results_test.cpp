// withdraw_results: the results page is for nobody any more, until it is published again.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("what was published can be withdrawn, after the session too, and published again") {
  small_session s(phase::results);
  s.does(desk, ops::publish_results{});
  s.open(phase::closed);
  s.does(desk, ops::withdraw_results{});
  CHECK_FALSE(s.state().publication.is_published);
  CHECK(s.touches(record::publication));
  s.does(desk, ops::publish_results{});
  CHECK(s.state().publication.is_published);
}

TEST_CASE("facilitators alone withdraw") {
  small_session s(phase::results);
  s.does(desk, ops::publish_results{});
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::withdraw_results{}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
