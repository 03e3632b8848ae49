// Who sees what together, who somebody is on a connection, and why a connection ends.
#pragma once

#include "model/ids.hpp"

#include <boost/describe.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace viche::model {

// People who see the same. Operators see what residents see, and what they enter from paper.
enum class audience : std::uint8_t { resident, operator_, board, desk };
BOOST_DESCRIBE_ENUM(audience, resident, operator_, board, desk)
inline constexpr std::size_t audience_count = 4;

constexpr audience audience_of(role r) {
  switch (r) {
  case role::facilitator: return audience::desk;
  case role::operator_: return audience::operator_;
  case role::board: return audience::board;
  default: return audience::resident;
  }
}

// Who this is, as computed from a pass or link. `voter` is nullopt for staff and once closed.
struct identity {
  role as = role::resident;
  id128 writer; // for staff: the link's hash
  std::optional<id128> voter;
};

// What a page says it holds already.
struct held {
  std::string epoch;
  seq_t seq = 0;
};

// Close codes; docs/protocol.md says when. 41xx and 1001: come back. 42xx: stay away.
enum class close_code : std::uint16_t {
  going_away = 1001,
  text_only = 1003,
  utf8 = 1007,
  too_big = 1009,
  slow = 4100,
  idle = 4102,
  malformed = 4200,
  message_unknown = 4201,
  hello_expected = 4202,
  hello_late = 4203,
  hello_refused = 4204,
  link_withdrawn = 4205,
};
BOOST_DESCRIBE_ENUM(close_code, going_away, text_only, utf8, too_big, slow, idle, malformed,
                    message_unknown, hello_expected, hello_late, hello_refused, link_withdrawn)

} // namespace viche::model
