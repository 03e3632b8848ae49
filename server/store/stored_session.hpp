// A session as it comes back from the data file, for a replay.
#pragma once

#include "model/log_row.hpp"
#include "model/session_record.hpp"

#include <string>
#include <vector>

namespace viche::store {

struct stored_session {
  model::session_record record;
  std::vector<model::log_row> rows; // in order of seq
  std::string head;                 // hash of the last entry, 64 hex digits
};

} // namespace viche::store
