// What the data file knows of a session beside its log: its code, epoch and keys.
#pragma once

#include "model/ids.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace viche::model {

using secret_key = std::array<std::uint8_t, 32>;

// Keys of the pseudonyms. Random per session, never shown, never in the log. The vote key is
// overwritten when the session is closed: from then on nobody can tie a pass to its votes.
struct session_keys {
  secret_key writer{};
  std::optional<secret_key> vote; // nullopt: the session is closed
  secret_key link{};
};

struct session_record {
  std::int64_t id = 0; // of this data file; 0: not stored yet
  std::string code;    // six digits
  std::string epoch;   // 16 hex digits; another one when a log is replaced
  session_keys keys;
};

} // namespace viche::model
