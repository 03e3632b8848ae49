// Ids: their hexadecimal, sets of roles, and who sees what together.
#include "model/audience.hpp"
#include "model/ids.hpp"

#include <doctest/doctest.h>

namespace viche::model {
namespace {

TEST_CASE("an id written in hexadecimal is read back as itself") {
  id128 id;
  for (std::size_t i = 0; i < id.bytes.size(); ++i)
    id.bytes[i] = static_cast<std::uint8_t>(i * 17);
  CHECK(to_hex(id) == "00112233445566778899aabbccddeeff");
  CHECK(id128_from_hex(to_hex(id)) == id);
}

TEST_CASE("what is not 32 lower-case hexadecimal digits is no id") {
  const std::string right(32, 'a');
  CHECK(id128_from_hex(right));
  CHECK_FALSE(id128_from_hex(""));
  CHECK_FALSE(id128_from_hex(right + "a"));
  CHECK_FALSE(id128_from_hex(right.substr(1)));
  CHECK_FALSE(id128_from_hex(std::string(32, 'A')));
  CHECK_FALSE(id128_from_hex(std::string(31, 'a') + "g"));
  CHECK_FALSE(id128_from_hex(std::string(31, 'a') + " "));
}

TEST_CASE("only the empty id is zero") {
  id128 id;
  CHECK(id.is_zero());
  id.bytes[15] = 1;
  CHECK_FALSE(id.is_zero());
}

TEST_CASE("a set of roles holds exactly those it was made of") {
  constexpr role_set some{role::host, role::resident};
  CHECK(some.has(role::host));
  CHECK(some.has(role::resident));
  CHECK_FALSE(some.has(role::facilitator));
  CHECK_FALSE(some.has(role::operator_));
  CHECK_FALSE(some.has(role::board));
}

TEST_CASE("operators see with operators, and only facilitators see the desk's things") {
  CHECK(audience_of(role::resident) == audience::resident);
  CHECK(audience_of(role::operator_) == audience::operator_);
  CHECK(audience_of(role::host) == audience::resident);
  CHECK(audience_of(role::board) == audience::board);
  CHECK(audience_of(role::facilitator) == audience::desk);
}

} // namespace
} // namespace viche::model
