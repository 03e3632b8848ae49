// What the desk's readiness check is told of the laptop before people come: the facts, and how they
// are written. What they mean for a hall, the page says. Pure but for the clock's own question.
#pragma once

#include "socket/addresses.hpp"
#include "socket/disk.hpp"
#include "socket/power.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace viche::socket {

struct readiness {
  std::int64_t now_ms = 0;
  std::optional<bool> is_clock_kept; // by somebody else's; nullopt: the kernel does not say
  std::vector<reachable_address> addresses;
  std::optional<disk_facts> disk; // nullopt: it has not answered in time
  bool keeps_copies = false;
  copy_facts copies;
  power_facts power;
  std::size_t boards = 0; // of this session, connected now
};

// What is not known is null.
std::string readiness_json(const readiness& r);

// Whether the kernel takes its clock to be in step with a time server.
std::optional<bool> is_clock_kept();

} // namespace viche::socket
