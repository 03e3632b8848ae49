// withdraw_support: all of a person's «+1» in the group go, for good.
#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

struct supported_hall {
  small_session s{phase::ideas};
  seq_t doctor = s.submit(anna, "Лікар щодня");
  seq_t saturday = s.submit(anna, "Лікар щосуботи");
  seq_t nurse = s.submit(anna, "Лікар і медсестра");

  void plus(const person& p, seq_t idea) { s.does(p, ops::support_idea{idea}); }
  void minus(const person& p, seq_t idea) { s.does(p, ops::withdraw_support{idea}); }
  std::size_t supports(seq_t idea) const { return supports_of(s.state(), s.idea(idea)); }
};

TEST_CASE("a support taken off is no fact any more and may be given again") {
  supported_hall h;
  h.plus(bohdan, h.doctor);
  h.minus(bohdan, h.doctor);
  CHECK(h.supports(h.doctor) == 0);
  CHECK_FALSE(h.s.state().supporters.contains(bohdan.is.writer));
  h.plus(bohdan, h.doctor);
}

TEST_CASE("other supports of the same person stand, and everybody else's") {
  supported_hall h;
  h.plus(bohdan, h.doctor);
  h.plus(bohdan, h.nurse);
  h.plus(vira, h.doctor);
  h.minus(bohdan, h.doctor);
  CHECK(h.s.state().supporters.at(bohdan.is.writer) == std::vector<seq_t>{h.nurse});
  CHECK(h.supports(h.doctor) == 1);
}

TEST_CASE("all supports of a group go at once and do not return at a split") {
  supported_hall h;
  h.plus(bohdan, h.doctor);
  h.plus(bohdan, h.saturday);
  h.s.merge(h.doctor, {h.saturday});
  h.minus(bohdan, h.doctor);
  h.s.split(h.saturday);
  CHECK(h.supports(h.doctor) == 0);
  CHECK(h.supports(h.saturday) == 0);
}

TEST_CASE("taking off touches every idea whose count changes, up to the main one") {
  supported_hall h;
  h.plus(bohdan, h.nurse);
  h.s.merge(h.saturday, {h.nurse});
  h.s.merge(h.doctor, {h.saturday});
  h.minus(bohdan, h.doctor);
  for (const auto id : {h.doctor, h.saturday, h.nurse})
    CHECK(h.s.touches(record::idea, id));
  CHECK(h.s.touched().writers == std::set{bohdan.is.writer});
}

TEST_CASE("a support of a hidden idea is not locked in") {
  supported_hall h;
  h.plus(bohdan, h.doctor);
  h.s.hide(h.doctor);
  h.minus(bohdan, h.doctor);
}

TEST_CASE("there must be a support to take off") {
  supported_hall h;
  h.plus(vira, h.doctor);
  h.s.refuses(bohdan, ops::withdraw_support{h.doctor}, refusal::support_absent);
  h.s.refuses(bohdan, ops::withdraw_support{99}, refusal::idea_unknown);
}

TEST_CASE("supports are taken off while ideas are open, unpaused, by residents only") {
  supported_hall h;
  h.plus(bohdan, h.doctor);
  for (const auto& p : {host, desk, typist, wall}) {
    h.s.refuses(p, ops::withdraw_support{h.doctor}, refusal::not_allowed);
  }
  h.s.does(desk, ops::pause{pause_reason::rest});
  h.s.refuses(bohdan, ops::withdraw_support{h.doctor}, refusal::paused);
  h.s.open(phase::sort);
  h.s.refuses(bohdan, ops::withdraw_support{h.doctor}, refusal::wrong_phase);
}

} // namespace
} // namespace viche::support
