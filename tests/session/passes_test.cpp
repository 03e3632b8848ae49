// Pseudonyms: what may be told apart and what may not be joined.
#include "session/passes.hpp"

#include "limits.hpp"

#include <doctest/doctest.h>

#include <set>

namespace viche::session {

TEST_CASE("writer and voter of one pass share nothing") {
  const auto keys = random_keys();
  const auto is = identity_of_pass(keys, "a-pass", 0);
  REQUIRE(is.voter);
  CHECK(is.writer != *is.voter);
}

TEST_CASE("two slots of one device are two people") {
  const auto keys = random_keys();
  CHECK(identity_of_pass(keys, "a-pass", 0).writer != identity_of_pass(keys, "a-pass", 1).writer);
}

TEST_CASE("the same pass is somebody else in another session") {
  CHECK(identity_of_pass(random_keys(), "a-pass", 0).writer !=
        identity_of_pass(random_keys(), "a-pass", 0).writer);
}

TEST_CASE("without the vote key nobody has a voter id") {
  auto keys = random_keys();
  keys.vote.reset();
  CHECK(!identity_of_pass(keys, "a-pass", 0).voter);
}

TEST_CASE("secrets have the length their bits need, and codes six digits") {
  CHECK(random_secret(16).size() == 22);
  CHECK(random_hex(8).size() == 16);
  CHECK(random_recovery().size() == limits::recovery_characters);
  for (int i = 0; i < 100; ++i) // a tenth of them would be shorter as numbers
    CHECK(random_digits().size() == limits::card_digits);
  std::set<std::string> codes;
  for (int i = 0; i < 100; ++i) {
    const auto code = random_code();
    CHECK(code.size() == 6);
    CHECK(code.find_first_not_of("0123456789") == std::string::npos);
    codes.insert(code);
  }
  CHECK(codes.size() > 90);
}

} // namespace viche::session
