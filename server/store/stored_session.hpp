// A session as it comes back from the data file, for a replay.
#pragma once

#include "model/log_row.hpp"
#include "model/session_record.hpp"
#include "store/digest.hpp"

#include <string>
#include <vector>

namespace viche::store {

struct stored_session {
  model::session_record record;
  std::vector<model::log_row> rows; // in order of seq
  // What pages know the log by. The session's epoch, unless the file is a copy that lives on beside
  // the one it was made of: then it is the copy's own.
  std::string incarnation;
  std::vector<digest> hashes; // of the entries, in order
  std::string head; // the last of them, 64 hex digits
};

} // namespace viche::store
