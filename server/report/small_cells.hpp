// A table of people by group, of which no group may be told that is smaller than
// limits::report_cell_min, nor be worked out from what is told. Pure.
#pragma once

#include "report/report.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viche::report {

struct group {
  std::string label;
  std::size_t people = 0;
};

// `total`: of the people the groups are of, where it is told; more than are in them if some are in
// none. Small groups are `is_few`. Where their sum would leave hardly a choice, the next smallest
// are not told either; if saying which of them are few would leave none, that is not said. Empty if
// all groups are small and the total says how small.
std::vector<cell> guarded(const std::vector<group>& groups, std::optional<std::size_t> total);

} // namespace viche::report
