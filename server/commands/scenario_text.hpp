// The scenario that the desk's rehearsal plays, as it lies in the program; cmake/scenario.cmake.
#pragma once

#include <string_view>

namespace viche::commands {

// CSV, as rehearse::read_scenario takes it.
extern const std::string_view scenario_text;

} // namespace viche::commands
