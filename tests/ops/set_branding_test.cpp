// set_branding: partners and a picture that is small enough for every page.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

const model::picture png{"iVBORw0KGgoAAAANSUhEUg"};

TEST_CASE("partners and picture are set together, and taken away") {
  small_session s;
  s.does(desk, ops::set_branding{{"За підтримки партнерів"}, png});
  CHECK(s.state().branding.partners.value == "За підтримки партнерів");
  CHECK(s.state().branding.logo == png);
  CHECK(s.touched().records == std::set<model::record_key>{{record::branding}});
  s.does(desk, ops::set_branding{{}, {}});
  CHECK(s.state().branding.partners.value.empty());
  CHECK(s.state().branding.logo.base64.empty());
}

TEST_CASE("a picture is small: every screen that comes in is sent it") {
  small_session s;
  const auto of_size = [](std::size_t n) {
    return ops::set_branding{{}, {png.base64 + std::string(n - png.base64.size(), 'A')}};
  };
  s.does(desk, of_size(limits::picture_bytes_max));
  const auto larger = of_size(limits::picture_bytes_max + 1);
  s.refuses(desk, larger, refusal::value_out_of_range, "logo");
  CHECK(s.asks(desk, larger)->limit == limits::picture_bytes_max);
}

TEST_CASE("only facilitators set it, until the session is closed") {
  small_session s;
  const ops::set_branding op{{"Партнери"}, {}};
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, op, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, op, refusal::session_closed);
}

} // namespace
} // namespace viche::support
