// Tickets: once, the newest, not for ever, not too many.
#include "socket/tickets.hpp"

#include "limits.hpp"

#include <doctest/doctest.h>

namespace viche::socket {

TEST_CASE("a ticket gives back its pass, in its session alone") {
  tickets all;
  const auto one = all.issue("482913", "olena", 0);
  const auto other = all.issue("482913", "petro", 0);
  CHECK(one != other);
  CHECK_FALSE(all.take("000000", one, 1));
  CHECK(all.take("482913", one, 1) == "olena");
  CHECK(all.take("482913", other, 1) == "petro");
}

TEST_CASE("a ticket works again for a moment, as its answer may have been lost, and then no more") {
  tickets all;
  const auto one = all.issue("482913", "olena", 0);
  CHECK(all.take("482913", one, 1) == "olena");
  CHECK(all.take("482913", one, limits::ticket_again_ms) == "olena");
  CHECK_FALSE(all.take("482913", one, limits::ticket_again_ms + 1));
}

TEST_CASE("of one person's tickets the newest counts") {
  tickets all;
  const auto old = all.issue("482913", "olena", 0);
  const auto elsewhere = all.issue("111111", "olena", 0);
  const auto newest = all.issue("482913", "olena", 1);
  CHECK_FALSE(all.take("482913", old, 2));
  CHECK(all.take("482913", newest, 2));
  CHECK(all.take("111111", elsewhere, 2)); // somebody else in another session
}

TEST_CASE("a ticket ends after its time, and then takes no place") {
  tickets all;
  const auto one = all.issue("482913", "olena", 0);
  CHECK_FALSE(all.take("482913", one, limits::ticket_ms));
  const auto late = all.issue("482913", "petro", limits::ticket_ms);
  CHECK(all.size() == 1);
  CHECK(all.take("482913", late, 2 * limits::ticket_ms - 1) == "petro");
}

TEST_CASE("when there are too many the oldest goes") {
  tickets all;
  const auto first = all.issue("482913", "first", 0);
  const auto second = all.issue("482913", "second", 0);
  for (std::size_t i = 2; i <= limits::tickets_max; ++i)
    all.issue("482913", std::to_string(i), 0);
  CHECK(all.size() == limits::tickets_max);
  CHECK_FALSE(all.take("482913", first, 1));
  CHECK(all.take("482913", second, 1) == "second");
}

} // namespace viche::socket
