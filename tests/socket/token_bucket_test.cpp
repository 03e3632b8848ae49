// A rate with a burst, by a clock that the test moves.
#include "socket/token_bucket.hpp"

#include <doctest/doctest.h>

using viche::socket::token_bucket;

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
