// The lock of a data file: whoever holds FILE.lock is its one writer. FILE itself is never opened
// by hand: closing any descriptor of it would drop SQLite's own locks in this process.
#pragma once

#include "fault.hpp"

#include <filesystem>

namespace viche::store {

class file_lock {
public:
  // Faults: file_in_use (names the process that holds it), file_unwritable.
  static described<file_lock> take(const std::filesystem::path& file);

  file_lock(file_lock&& other) noexcept;
  file_lock& operator=(file_lock&& other) noexcept;
  ~file_lock(); // lets go; FILE.lock stays, because removing it would race with the next writer

private:
  explicit file_lock(int descriptor);
  int descriptor_ = -1;
};

} // namespace viche::store
