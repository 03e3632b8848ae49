// Names of people and places in the log: 128-bit keyed hashes, roles, actors, seqs.
// Pure values; who computes the hashes is the socket room (from raw passes it never stores).
#pragma once

#include <boost/describe.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace viche::model {

// Place of an entry in its session's log, from 1. An idea's id is that of the entry that made it.
using seq_t = std::uint64_t;

// Milliseconds since 1970-01-01 UTC by the server's clock.
using time_ms_t = std::int64_t;

// 128 bits, the truncated HMAC-SHA-256 of a pass or link secret under a key of the session.
struct id128 {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const id128&) const = default;
  bool is_zero() const { return *this == id128{}; }
};

std::string to_hex(const id128& id);                       // 32 lower-case digits
std::optional<id128> id128_from_hex(std::string_view hex); // nullopt: not 32 hex digits

enum class role : std::uint8_t { host, facilitator, operator_, board, resident };
BOOST_DESCRIBE_ENUM(role, host, facilitator, operator_, board, resident)

// Who did it: for residents the writer id (ideas, join) or the voter id (votes); for staff the
// id of their link; zero for the host.
struct actor {
  role as = role::resident;
  id128 id;

  auto operator<=>(const actor&) const = default;
};

// A set of roles, written where an op says who may use it.
class role_set {
public:
  constexpr role_set(std::initializer_list<role> roles) {
    for (const auto r : roles) {
      bits_ |= 1U << static_cast<unsigned>(r);
    }
  }
  constexpr bool has(role r) const { return ((bits_ >> static_cast<unsigned>(r)) & 1U) != 0; }

private:
  unsigned bits_ = 0;
};

// Where and when an op got its place. From here a replay is exact.
struct place {
  seq_t seq = 0;
  time_ms_t time_ms = 0;
  actor by;
};

} // namespace viche::model

template <>
struct std::hash<viche::model::id128> {
  std::size_t operator()(const viche::model::id128& id) const noexcept {
    std::size_t h = 0; // the bytes are a keyed hash already
    std::memcpy(&h, id.bytes.data(), sizeof h);
    return h;
  }
};
