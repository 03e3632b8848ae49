// Files in memory → a zip in memory, by libzip. The same files in the same order on the same day
// are the same bytes. Pure.
#pragma once

#include "model/ids.hpp"

#include <string>
#include <vector>

namespace viche::report {

struct packed_file {
  std::string name; // ASCII, no folders
  std::string bytes;
};

// Every file is marked as made on the day of `at` in Kyiv.
std::string zip_of(const std::vector<packed_file>& files, model::time_ms_t at);

} // namespace viche::report
