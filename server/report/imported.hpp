// The figures of a session that was rebuilt from a report: those the report stated, where counting
// again would need people who are not there. Pure.
#pragma once

#include "report/report.hpp"

namespace viche::report {

// Says in `r`, which is made of such a state, what the report of old said.
void say_imported(report& r, const model::imported_session& from);

} // namespace viche::report
