// share_phones: how many people one phone may serve.
#include "limits.hpp"
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("one person uses a phone until the desk allows more") {
  small_session s;
  CHECK(s.state().people_per_phone == 1);
  s.does(desk, ops::share_phones{2});
  CHECK(s.state().people_per_phone == 2);
  CHECK(s.touches(record::session));
  s.does(desk, ops::share_phones{1});
  CHECK(s.state().people_per_phone == 1);
}

TEST_CASE("a phone serves one to eight people") {
  small_session s;
  s.refuses(desk, ops::share_phones{0}, refusal::value_out_of_range, "people");
  s.refuses(desk, ops::share_phones{limits::slots_max + 1}, refusal::value_out_of_range, "people");
  s.does(desk, ops::share_phones{limits::slots_max});
}

TEST_CASE("other settings leave it as it is") {
  small_session s;
  s.does(desk, ops::share_phones{2});
  s.does(desk, ops::configure_session{village()});
  CHECK(s.state().people_per_phone == 2);
}

TEST_CASE("only facilitators allow it, until the session is closed") {
  small_session s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::share_phones{2}, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, ops::share_phones{2}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
