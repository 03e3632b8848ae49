// Stretches of a session: phases as they ran, and the pauses over them.
#pragma once

#include "model/ids.hpp"
#include "model/words.hpp"

#include <cstdint>

namespace viche::model {

struct pause_span {
  pause_reason reason{};
  time_ms_t since = 0;
  time_ms_t until = 0; // 0: not ended
  phase in{};
};

// A phase as it ran; the last one is the open one.
struct phase_span {
  phase what{};
  time_ms_t opened_at = 0;
  time_ms_t closed_at = 0; // 0: open
  std::int64_t planned_ms = 0;
  std::int64_t extended_ms = 0;
  std::int64_t paused_ms = 0; // ended pauses within it
};

} // namespace viche::model
