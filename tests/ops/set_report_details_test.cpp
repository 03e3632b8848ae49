// set_report_details: what the council says of itself, also once the hall is empty.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

const ops::set_report_details some_details{
    {.authority = {"Криничненська сільська рада"}, .authority_id = {"04382843"}}};

TEST_CASE("details are set all at once, and what is left out is empty") {
  small_session s;
  s.does(desk, some_details);
  CHECK(s.state().details == some_details.details);
  CHECK(s.touched().records == std::set<model::record_key>{{record::council}});
  s.does(desk, ops::set_report_details{});
  CHECK(s.state().details == model::report_details{});
}

TEST_CASE("a new contact of the council is news for everybody") {
  small_session s;
  s.does(desk, ops::set_report_details{{.contact = {"0382 12-34-56"}}});
  CHECK(s.touched().records == std::set<model::record_key>{{record::session}, {record::council}});
}

TEST_CASE("facilitators alone set them, in a closed session too") {
  small_session s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, some_details, refusal::not_allowed);
  s.open(phase::closed);
  s.does(desk, some_details);
  CHECK(s.state().details.authority_id.value == "04382843");
}

} // namespace
} // namespace viche::support
