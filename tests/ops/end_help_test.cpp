// end_help: somebody went to the table, and all of its requests are answered.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct asked : small_session {
  asked() : small_session(phase::ideas) {
    does(anna, ops::join{3, {}, model::channel::phone});
    does(bohdan, ops::join{3, {}, model::channel::phone});
    for (const auto& p : {anna, bohdan, vira})
      does(p, ops::ask_help{});
  }
};

TEST_CASE("every request of the table ends, and nobody else's") {
  asked s;
  s.does(desk, ops::end_help{3});
  CHECK(s.state().asking.size() == 1);
  CHECK(s.state().asking.contains(vira.is.writer));
  CHECK(s.touches(record::help));
  CHECK(s.touched().writers == std::set{anna.is.writer, bohdan.is.writer});
}

TEST_CASE("table 0 is those who sit at none") {
  asked s;
  s.does(typist, ops::end_help{0});
  CHECK_FALSE(s.state().asking.contains(vira.is.writer));
  CHECK(s.state().asking.size() == 2);
}

TEST_CASE("who was helped may ask again") {
  asked s;
  s.does(desk, ops::end_help{3});
  s.does(anna, ops::ask_help{});
  CHECK(s.state().asking.size() == 2);
}

TEST_CASE("where nobody asked there is nothing to end") {
  asked s;
  s.refuses(desk, ops::end_help{1}, refusal::help_absent, "table");
  s.does(desk, ops::end_help{3});
  s.refuses(desk, ops::end_help{3}, refusal::help_absent, "table");
}

TEST_CASE("facilitators and operators end requests, until the session is closed") {
  asked s;
  for (const auto& p : {host, wall, anna})
    s.refuses(p, ops::end_help{3}, refusal::not_allowed);
  s.open(phase::closed);
  s.refuses(desk, ops::end_help{3}, refusal::session_closed);
}

} // namespace
} // namespace viche::support
