// One phone for several people: which person slots open, and when.
#include "limits.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

namespace t = viche::test;
namespace limits = viche::limits;

namespace {

t::wire_client in_slot(const t::live_server& s, int slot) {
  t::wire_client c(s.port(), {.code = s.code});
  c.send(t::hello("phone",
                  R"(,"pass":")" + t::pass_of("olena") + R"(","slot":)" + std::to_string(slot)));
  return c;
}

bool opens(const t::live_server& s, int slot) {
  auto c = in_slot(s, slot);
  const auto first = c.receive();
  if (first.starts_with(R"({"type":"welcome")")) return true;
  CHECK(first == R"({"type":"refusal","id":null,"refusal":"slot_refused","kind":"final"})");
  CHECK(c.closed_with() == 4204);
  return false;
}

void share(const t::live_server& s, int people) {
  auto desk = s.desk();
  const auto n = std::to_string(people);
  desk.send(t::op("share-of-a-test-00" + n, R"("kind":"share_phones","people":)" + n));
  desk.receive_with(R"("type":"ack")");
}

} // namespace

TEST_CASE("a phone has one person until the desk allows more") {
  const t::live_server s;
  CHECK(opens(s, 0));
  CHECK_FALSE(opens(s, 1));
  share(s, 2);
  CHECK(opens(s, 1));
  CHECK_FALSE(opens(s, 2));
}

TEST_CASE("who joined in a slot keeps it when fewer are allowed") {
  const t::live_server s;
  share(s, 3);
  auto second = in_slot(s, 1);
  second.receive_with(R"("type":"welcome")");
  second.send(
      t::op("join-of-a-test-0001", R"("kind":"join","table":0,"settlement":"","channel":"phone")"));
  second.receive_with(R"("type":"ack")");
  share(s, 1);
  CHECK(opens(s, 1));
  CHECK_FALSE(opens(s, 2)); // nobody joined there
}

TEST_CASE("a slot that no phone can have is no hello") {
  const t::live_server s;
  auto c = in_slot(s, static_cast<int>(limits::slots_max));
  CHECK(c.closed_with() == 4200);
}
