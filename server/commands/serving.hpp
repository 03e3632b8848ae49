// What every process that serves needs around it: its log, its descriptors, the clock on the wall.
#pragma once

#include "model/ids.hpp"

#include <string>

namespace viche::commands {

// To standard error: what an operator has to know. No texts, no people, no addresses of phones.
void start_log(const std::string& level);

// Debian's soft limit is 1024 descriptors, fewer than a full hall has phones.
void raise_descriptor_limit();

model::time_ms_t wall_ms();

} // namespace viche::commands
