// A folder for each supply, a file for each fact. Batteries tell their energy (µWh, µW) or, others,
// their charge (µAh, µA).
#include "socket/power.hpp"

#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace viche::socket {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

std::optional<std::int64_t> number_of(const fs::path& file) {
  std::ifstream in(file);
  std::int64_t n = 0;
  if (in >> n) return n;
  return std::nullopt;
}

struct batteries {
  std::int64_t count = 0;
  std::int64_t percents = 0;
  std::int64_t left = 0;
  std::int64_t pace = 0;
  bool is_discharging = false;
  bool is_charged = false; // or being charged

  void add(const fs::path& at) {
    const auto percent = number_of(at / "capacity");
    if (!percent) return;
    ++count;
    percents += *percent;
    const auto status = text_of(at / "status");
    is_discharging |= status == "Discharging";
    is_charged |= status == "Charging" || status == "Full";
    for (const auto& [what, how_fast] :
         {std::pair{"energy_now", "power_now"}, std::pair{"charge_now", "current_now"}}) {
      const auto has = number_of(at / what);
      const auto takes = number_of(at / how_fast);
      if (!has || !takes) continue;
      left += *has;
      pace += *takes < 0 ? -*takes : *takes; // some drivers count what flows out as negative
      break;
    }
  }
};

} // namespace

power_facts read_power(const fs::path& root) {
  batteries all;
  std::optional<bool> is_plugged;
  std::error_code absent;
  for (fs::directory_iterator at(root, absent), end; !absent && at != end; at.increment(absent)) {
    const auto type = text_of(at->path() / "type");
    const bool is_of_a_mouse = text_of(at->path() / "scope") == "Device";
    if (type == "Battery" && !is_of_a_mouse) all.add(at->path());
    if (type != "Mains" && !type.starts_with("USB")) continue;
    const auto online = number_of(at->path() / "online");
    if (online) is_plugged = is_plugged.value_or(false) || *online != 0;
  }
  power_facts f;
  f.is_on_mains = is_plugged;
  if (all.count == 0) return f;
  f.battery_percent = static_cast<int>(all.percents / all.count);
  // A port without a charger in it says nothing of a battery that is being charged otherwise.
  if (all.is_discharging) f.is_on_mains = false;
  if (all.is_charged && !all.is_discharging) f.is_on_mains = true;
  constexpr std::int64_t minutes_an_hour = 60;
  if (all.is_discharging && all.pace > 0) f.minutes_left = all.left * minutes_an_hour / all.pace;
  return f;
}

} // namespace viche::socket
