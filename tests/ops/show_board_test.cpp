// show_board: what the board shows, and of which area.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::board_mode;

TEST_CASE("the board follows the phase until a facilitator chooses otherwise") {
  small_session s(phase::ideas);
  CHECK(s.state().board.mode == board_mode::follow);
  s.does(desk, ops::show_board{board_mode::wall, {}});
  CHECK(s.state().board.mode == board_mode::wall);
  CHECK(s.touched().records == std::set<model::record_key>{{record::board}});
  s.open(phase::vote); // a choice outlives the phase
  CHECK(s.state().board.mode == board_mode::wall);
  s.does(desk, ops::show_board{board_mode::follow, {}});
  CHECK(s.state().board.mode == board_mode::follow);
}

TEST_CASE("an area narrows what is shown, and none widens it again") {
  small_session s(phase::ideas);
  s.does(desk, ops::show_board{board_mode::newest, slugs({"roads"})});
  CHECK(s.state().board.area.value == "roads");
  s.does(desk, ops::show_board{board_mode::newest, {}});
  CHECK(s.state().board.area.value.empty());
}

TEST_CASE("it is one area at most, and one of the session's") {
  small_session s;
  s.refuses(desk, ops::show_board{board_mode::wall, slugs({"roads", "schools"})},
            refusal::value_out_of_range, "areas");
  CHECK(s.asks(desk, ops::show_board{board_mode::wall, slugs({"roads", "schools"})})->limit == 1);
  s.refuses(desk, ops::show_board{board_mode::wall, slugs({"fishing"})}, refusal::area_unknown,
            "areas");
}

TEST_CASE("only facilitators choose, also in a pause, until the session is closed") {
  small_session s(phase::ideas);
  const ops::show_board op{board_mode::thanks, {}};
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, op, refusal::not_allowed);
  s.does(desk, ops::pause{pause_reason::rest});
  s.does(desk, op);
  s.open(phase::closed);
  s.refuses(desk, op, refusal::session_closed);
}

} // namespace
} // namespace viche::support
