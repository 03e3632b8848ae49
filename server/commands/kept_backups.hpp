// The copies that a running server keeps by itself: one now and then, the newest of them kept, and
// none that still holds what was erased since.
#pragma once

#include "fault.hpp"
#include "limits.hpp"
#include "store/op_log.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>

namespace viche::commands {

struct backup_plan {
  std::filesystem::path folder; // empty: none are kept
  std::uint32_t minutes = 10;
  std::uint32_t kept = 6;
  // Bounds that a test makes small.
  std::int64_t again_ms = limits::backup_again_ms;
  std::int64_t look_ms = limits::backup_look_ms;
};

// "hall-20251122-0803.viche" for hall.viche, by the clock on the wall.
std::string kept_name(const std::filesystem::path& data_file, std::time_t at);

// What is wrong with the folder, before a server relies on it. Fault file_unwritable.
described<void> check_folder(const backup_plan& plan);

// Makes a copy at once, then every so many minutes, and, not oftener than each again_ms, when
// something was erased since the last one. Behind each, copies of this name that are too many go,
// and all that hold what the newest has erased. What does not work is told in words and tried again
// after again_ms. Never returns.
boost::asio::awaitable<void> keep_backups(store::op_log& log, std::filesystem::path data_file,
                                          backup_plan plan,
                                          std::function<void(const std::string&)> tell);

} // namespace viche::commands
