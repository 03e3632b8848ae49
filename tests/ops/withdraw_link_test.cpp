// withdraw_link: a way in is closed, for good and at once.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

TEST_CASE("a withdrawn link opens nothing any more, and its pages are to be closed") {
  small_session s;
  s.does(desk, ops::add_link{role::facilitator, id_of(0x55), {}});
  s.does(desk, ops::withdraw_link{id_of(0x55)});
  CHECK_FALSE(model::role_of_link(s.state(), id_of(0x55)));
  CHECK(s.touched().links_withdrawn == std::set{id_of(0x55)});
  CHECK(s.touches(record::staff));
  s.refuses(desk, ops::withdraw_link{id_of(0x55)}, refusal::link_unknown);
}

TEST_CASE("its steps can be taken back by nobody any more") {
  small_session s(phase::ideas);
  const auto helper = staff(role::facilitator, 0x55);
  const auto idea = s.submit(anna, "Дорога");
  s.does(desk, ops::add_link{role::facilitator, helper.is.writer, {}});
  const auto step = s.does(helper, ops::hide_idea{idea, hide_reason::test});
  s.does(desk, ops::withdraw_link{helper.is.writer});
  s.refuses(helper, ops::undo_entry{step}, refusal::undo_unknown);
}

TEST_CASE("nobody withdraws the link they came by") {
  small_session s;
  s.refuses(desk, ops::withdraw_link{desk.is.writer}, refusal::link_own);
}

TEST_CASE("only facilitators withdraw links") {
  small_session s;
  s.does(desk, ops::add_link{role::board, id_of(0x55), {}});
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::withdraw_link{id_of(0x55)}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
