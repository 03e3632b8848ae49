// add_link: one more way in for staff.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("an added link opens the session in its role") {
  small_session s;
  s.does(desk, ops::add_link{role::operator_, id_of(0x55), {"Оксана, стіл 8"}});
  CHECK(model::role_of_link(s.state(), id_of(0x55)) == role::operator_);
  CHECK(s.state().links.back().name == "Оксана, стіл 8");
  CHECK(s.touches(record::staff));
}

TEST_CASE("a link is added once, and only for staff") {
  small_session s;
  s.does(desk, ops::add_link{role::board, id_of(0x55), {}});
  s.refuses(desk, ops::add_link{role::board, id_of(0x55), {}}, refusal::not_allowed, "hash");
  for (const auto as : {role::host, role::resident}) {
    s.refuses(desk, ops::add_link{as, id_of(0x56), {}}, refusal::value_out_of_range, "role");
  }
}

TEST_CASE("a session holds a bounded number of links") {
  small_session s;
  for (std::uint8_t n = 1; s.state().links.size() < limits::links_max; ++n)
    s.does(desk, ops::add_link{role::operator_, id_of(n), {}});
  s.refuses(desk, ops::add_link{role::operator_, id_of(0xEE), {}}, refusal::value_out_of_range,
            "links");
}

TEST_CASE("whoever holds the data file adds a link as well, and in a closed session too") {
  small_session s(phase::results);
  s.open(phase::closed);
  s.does(host, ops::add_link{role::facilitator, id_of(0x55), {}});
  CHECK(model::role_of_link(s.state(), id_of(0x55)) == role::facilitator);
  s.does(desk, ops::withdraw_link{id_of(0x55)});
  CHECK_FALSE(model::role_of_link(s.state(), id_of(0x55)));
}

TEST_CASE("of those who come by a link or a pass only facilitators add links") {
  small_session s;
  for (const auto& p : {typist, wall, anna})
    s.refuses(p, ops::add_link{role::board, id_of(0x55), {}}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
