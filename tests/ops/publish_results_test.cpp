// publish_results: the results page is for everybody from now on.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("results are published once there are results, and after the session") {
  small_session s(phase::vote);
  s.refuses(desk, ops::publish_results{}, refusal::wrong_phase);
  s.open(phase::results);
  s.does(desk, ops::publish_results{});
  CHECK(s.state().publication.is_published);
  CHECK(s.state().publication.since != 0);
  CHECK(s.touched().records == std::set<model::record_key>{{record::publication}});
  s.open(phase::closed);
  s.does(desk, ops::publish_results{});
  CHECK(s.state().publication.is_published);
}

TEST_CASE("facilitators alone publish") {
  small_session s(phase::results);
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::publish_results{}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
