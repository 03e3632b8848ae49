// Whether the sums of a report agree with their parts. Pure.
#pragma once

#include "decode/report_file.hpp"

namespace viche::decode {

// Fault report_contradictory names the first sum that does not.
described<void> check_sums(const report_file& r);

} // namespace viche::decode
