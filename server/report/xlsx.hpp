// The report as a workbook for a spreadsheet: seven sheets of one table each. What the council
// decides is filled in there and read back by the names of the sheet and of its columns.
#pragma once

#include "report/report.hpp"

#include <string>

namespace viche::report {

// Empty: see workbook::take.
std::string write_xlsx(const report& r);

} // namespace viche::report
