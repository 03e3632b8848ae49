// The report as JSON, complete enough to rebuild the published state: settings, phases, pauses,
// every published proposal with what was merged into it, votes and ranking.
#pragma once

#include "report/report.hpp"

#include <string>

namespace viche::report {

// UTF-8, indented by two spaces, keys in a fixed order: the same report gives the same bytes.
std::string write_json(const report& r);

} // namespace viche::report
