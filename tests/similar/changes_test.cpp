// What the index is told: visible ideas come in, everything else goes out.
#include "similar/changes.hpp"

#include "support/small_session.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using similar::changes;

struct hall {
  small_session s{phase::ideas};
  seq_t doctor = s.submit(anna, "Лікар щодня");
  seq_t road = s.submit(bohdan, "Дорога");

  changes told() const { return similar::changes_of(s.state(), s.touched()); }
  std::optional<std::string> text(seq_t idea) const { return told().at(idea); }
};

TEST_CASE("a new idea comes in with its text, an edited one with its new text") {
  hall h;
  CHECK(h.text(h.road) == "Дорога");
  h.s.does(anna, ops::edit_idea{h.doctor, {"Лікар двічі на тиждень"}});
  CHECK(h.text(h.doctor) == "Лікар двічі на тиждень");
}

TEST_CASE("hidden and withdrawn ideas go out, a restored one comes back") {
  hall h;
  h.s.hide(h.doctor);
  CHECK_FALSE(h.text(h.doctor));
  h.s.does(desk, ops::restore_idea{h.doctor});
  CHECK(h.text(h.doctor) == "Лікар щодня");
  h.s.does(bohdan, ops::withdraw_idea{h.road});
  CHECK_FALSE(h.text(h.road));
}

TEST_CASE("a merged idea goes out, a split one comes back") {
  hall h;
  h.s.merge(h.doctor, {h.road});
  CHECK(h.text(h.doctor) == "Лікар щодня");
  CHECK_FALSE(h.text(h.road));
  h.s.split(h.road);
  CHECK(h.text(h.road) == "Дорога");
}

TEST_CASE("a redacted idea comes in with what remains") {
  hall h;
  h.s.does(desk, ops::redact_idea{h.doctor, {"Лікар ▮▮▮"}});
  CHECK(h.text(h.doctor) == "Лікар ▮▮▮");
}

TEST_CASE("what is about no idea tells the index nothing") {
  hall h;
  h.s.does(desk, ops::pause{pause_reason::rest});
  CHECK(h.told().empty());
}

TEST_CASE("a new index is told of every idea, of the hidden ones that they are not there") {
  hall h;
  h.s.hide(h.road);
  const auto all = similar::all_of(h.s.state());
  CHECK(all == changes{{h.doctor, "Лікар щодня"}, {h.road, std::nullopt}});
}

} // namespace
} // namespace viche::support
