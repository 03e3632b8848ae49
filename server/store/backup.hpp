// What is asked of a copy of the data file, and what came of it.
#pragma once

#include "store/reader.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace viche::store {

struct backup_order {
  std::filesystem::path to; // its folder is there
  bool replaces = false;    // a data file of this name that nobody writes
  // How much is copied, if somebody wants to know; the checks come behind 100.
  std::shared_ptr<std::atomic<int>> percent{};
};

// A copy that lies at `to`, was synced and was found whole.
struct backup_facts {
  std::uintmax_t bytes = 0;
  std::vector<verification::chain> chains; // oldest session first
};

} // namespace viche::store
