// The report as one self-contained HTML page in the council's order of headings: no script,
// nothing from another host, styles for A4.
#pragma once

#include "report/report.hpp"

#include <string>

namespace viche::report {

std::string write_html(const report& r);

} // namespace viche::report
