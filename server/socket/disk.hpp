// What the disk of the data file has to offer: room, and how long it takes to keep a page for good.
// The data file itself is not touched: closing any descriptor of it drops SQLite's locks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace viche::socket {

struct disk_facts {
  std::optional<std::uint64_t> free_bytes;
  bool is_writable = false;
  std::int64_t sync_ms = 0; // of one page: what every acknowledgement waits for
};

// Writes a page beside the file, syncs it and removes it again. May block for as long as the disk
// does.
disk_facts probe_disk(const std::filesystem::path& data_file);

struct copy_facts {
  std::optional<std::int64_t> newest_at_ms; // since 1970; nullopt: there is none
  std::optional<bool> is_same_disk; // as the data file: a copy that dies with it
};

// The copies of this data file in the folder, by their names; see commands/kept_backups.
copy_facts look_at_copies(const std::filesystem::path& folder,
                          const std::filesystem::path& data_file);

} // namespace viche::socket
