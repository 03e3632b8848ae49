// ask_help: one request of each person, heard in a pause too.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("who asks for help is known to the desk and told so") {
  small_session s(phase::vote);
  s.does(anna, ops::ask_help{});
  CHECK(s.state().asking.at(anna.is.writer) == s.time());
  CHECK(s.touches(record::help));
  CHECK(s.touched().writers == std::set{anna.is.writer});
}

TEST_CASE("a second request of the same person says nothing new") {
  small_session s(phase::ideas);
  s.does(anna, ops::ask_help{});
  s.refuses(anna, ops::ask_help{}, refusal::help_asked_already);
  s.does(bohdan, ops::ask_help{});
  CHECK(s.state().asking.size() == 2);
}

TEST_CASE("help is asked for in every phase and in a pause, until the session is closed") {
  small_session s;
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.does(anna, ops::ask_help{});
  s.open(phase::results);
  s.does(bohdan, ops::ask_help{});
  s.open(phase::closed);
  s.refuses(vira, ops::ask_help{}, refusal::session_closed);
}

TEST_CASE("who sits down elsewhere is looked for there") {
  small_session s;
  s.does(anna, ops::join{2, {}, model::channel::phone});
  s.does(anna, ops::ask_help{});
  CHECK(model::table_of(s.state(), anna.is.writer) == 2);
  s.does(anna, ops::join{4, {}, model::channel::phone});
  CHECK(s.touches(record::help));
  s.refuses(desk, ops::end_help{2}, refusal::help_absent);
  s.does(desk, ops::end_help{4});
}

TEST_CASE("staff and board ask nobody for help") {
  small_session s;
  for (const auto& p : {host, desk, typist, wall})
    s.refuses(p, ops::ask_help{}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
