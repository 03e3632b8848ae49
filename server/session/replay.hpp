// Rows of the store → the state they fold to. Pure; the same for start-up, export and tests.
#pragma once

#include "fault.hpp"
#include "model/log_row.hpp"
#include "model/state.hpp"

#include <string>
#include <vector>

namespace viche::session {

struct replayed {
  model::state state;
  model::time_ms_t last_time = 0;
};

// Fault storage_corrupt if a row does not decode or the seqs have a gap.
result<replayed> replay(const std::string& code, const std::vector<model::log_row>& rows);

} // namespace viche::session
