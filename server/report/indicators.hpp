// How people took part, in a dozen numbers; the words of annex 5 say how each is counted. Pure.
#pragma once

#include "report/report.hpp"

namespace viche::report {

// Of a report whose participants, totals, proposals and voting are filled in. Those derived from
// votes are left out when the report shows no voting.
std::vector<indicator> make_indicators(const model::state& s, const report& r);

} // namespace viche::report
