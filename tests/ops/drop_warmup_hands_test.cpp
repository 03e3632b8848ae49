// drop_warmup_hands: a withdrawn link's raised hands can be taken out of the warm-up.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using counts = std::vector<std::uint32_t>;

// Anna answers, a helper counts 12 hands and the desk 5; then the helper's link is withdrawn.
struct without_the_helper : small_session {
  without_the_helper() : small_session(phase::warmup) {
    const auto helper = staff(role::operator_, 0x55);
    does(desk, ops::add_link{role::operator_, helper.is.writer, {}});
    does(anna, ops::answer_warmup{0});
    does(helper, ops::count_warmup{0, 12});
    does(desk, ops::count_warmup{0, 5});
    does(desk, ops::withdraw_link{helper.is.writer});
  }
};

TEST_CASE("hands of a withdrawn link count until they are dropped, and no others go") {
  without_the_helper s;
  CHECK(s.touches(record::warmup));
  CHECK(model::warmup_hands_left(s.state()) == 12);
  CHECK(model::warmup_counts(s.state()) == counts{18, 0});
  s.does(desk, ops::drop_warmup_hands{});
  CHECK(s.touched().records == std::set<model::record_key>{{record::warmup}});
  CHECK(model::warmup_counts(s.state()) == counts{6, 0});
}

TEST_CASE("where no such hands are left there is nothing to drop") {
  without_the_helper s;
  s.open(phase::talk);
  s.does(desk, ops::drop_warmup_hands{});
  s.refuses(desk, ops::drop_warmup_hands{}, refusal::hands_unknown);
}

TEST_CASE("facilitators alone drop them") {
  without_the_helper s;
  for (const auto& p : {host, typist, wall, anna})
    s.refuses(p, ops::drop_warmup_hands{}, refusal::not_allowed);
}

} // namespace
} // namespace viche::support
