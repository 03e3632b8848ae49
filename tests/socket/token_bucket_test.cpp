// A rate with a burst, by a clock that the test moves.
#include "socket/token_bucket.hpp"

#include "limits.hpp"

#include <doctest/doctest.h>

#include <tuple>

using viche::socket::token_bucket;
namespace limits = viche::limits;

TEST_CASE("a burst is allowed at once, and not one more") {
  token_bucket b(10, 3);
  CHECK(b.take(1000));
  CHECK(b.take(1000));
  CHECK(b.take(1000));
  CHECK_FALSE(b.take(1000));
}

TEST_CASE("a token comes back after its time and not before") {
  token_bucket b(10, 1);
  CHECK(b.take(1000));
  CHECK_FALSE(b.take(1050));
  CHECK(b.take(1101));
}

TEST_CASE("a long silence fills the bucket to its burst and no further") {
  token_bucket b(10, 2);
  CHECK(b.take(1000));
  CHECK(b.is_full(100'000));
  CHECK(b.take(100'000));
  CHECK(b.take(100'000));
  CHECK_FALSE(b.take(100'000));
  CHECK(b.is_empty(100'000));
}

TEST_CASE("what was given back may be taken again, and fills no bucket over its burst") {
  token_bucket b(0.001, 2);
  CHECK(b.take(1000));
  CHECK(b.take(1000));
  b.give_back();
  CHECK(b.take(1000));
  CHECK_FALSE(b.take(1000));
  for (int i = 0; i < 5; ++i)
    b.give_back();
  CHECK(b.take(1000));
  CHECK(b.take(1000));
  CHECK_FALSE(b.take(1000));
}

TEST_CASE("each rate of the server allows its burst, and a second later its rate again") {
  const std::initializer_list<std::tuple<double, double>> rates{
      {limits::ops_per_second, limits::ops_burst},
      {limits::staff_ops_per_second, limits::staff_ops_burst},
      {limits::messages_per_second, limits::messages_burst},
      {limits::wrong_tries_per_second, limits::wrong_tries_burst}};
  for (const auto& [per_second, burst] : rates) {
    CAPTURE(per_second);
    token_bucket b(per_second, burst);
    int taken = 0;
    while (b.take(1000))
      ++taken;
    CHECK(taken == static_cast<int>(burst));
    taken = 0;
    while (b.take(2001))
      ++taken;
    CHECK(taken == static_cast<int>(per_second));
  }
}
