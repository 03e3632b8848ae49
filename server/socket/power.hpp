// Whether the laptop runs on mains and how long its battery lasts, as the kernel shows it in
// /sys/class/power_supply (Documentation/ABI/testing/sysfs-class-power of Linux).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace viche::socket {

struct power_facts {
  std::optional<bool> is_on_mains; // nullopt: nothing says so; a desktop has neither
  std::optional<int> battery_percent; // of all batteries together; nullopt: there is none
  std::optional<std::int64_t> minutes_left; // while it runs on the battery, at today's pace
};

// Reads every supply below `root`. What cannot be read counts as not there.
power_facts read_power(const std::filesystem::path& root);

} // namespace viche::socket
