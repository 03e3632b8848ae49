// How a data file is opened for writing.
#pragma once

#include "limits.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace viche::store {

// The moments at which a disk can refuse a batch: before it is committed (it is not there), after
// (it is, but nobody knows), and when the file is opened again. Before some pages of a copy are
// read only the copy is refused.
enum class disk_moment : std::uint8_t {
  before_commit,
  after_commit,
  before_load,
  before_pages,
  reopen
};

struct op_log_options {
  std::filesystem::path file;
  // fsync off: only for tests that count on losing data or that need none of it.
  bool is_durable = true;
  // How long the pages of a copy may take.
  std::int64_t backup_ms = limits::backup_ms;
  // Told in words what the disk refused, once until it works again, and that it does. No text of
  // a person is in them. Called on the writer thread; must not throw.
  std::function<void(const std::string&)> tell{};
  // Tests only: true makes the disk refuse at this moment. Called on the writer thread.
  std::function<bool(disk_moment)> refuses{};
};

} // namespace viche::store
