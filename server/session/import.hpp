// A report → the log of the session that is rebuilt from it. Nothing is stored here, and nothing is
// made that does not say again what the report said. A large report takes a second: on a thread of
// its own, where a hall is waiting.
#pragma once

#include "fault.hpp"
#include "model/log_row.hpp"
#include "model/settings.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace viche::session {

struct prepared_import {
  model::settings set;
  model::time_ms_t at = 0;
  std::vector<model::log_row> rows; // behind the first, which opens the session at the same time
  std::size_t proposals = 0; // published ones
  bool has_names = false; // of authors, in the report; they are left out
};

// Faults as decode_report's. Also report_contradictory where a report made of the rebuilt session
// would not say the same: the first figure that differs is named.
described<prepared_import> prepare_import(std::string_view text, model::time_ms_t now);

} // namespace viche::session
