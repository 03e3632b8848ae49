// Proposals as tables. UTF-8, lines end with CRLF, fields are quoted by RFC 4180. The one for open
// data has a comma, no byte-order mark and the texts as they are; the one for Excel has a mark, a
// semicolon and an apostrophe before whatever a spreadsheet would take for a formula.
#pragma once

#include "report/report.hpp"

#include <string>

namespace viche::report {

// Published proposals and, after each, the texts merged into it.
std::string write_csv(const report& r);

// The same with the columns of the consideration table, its outcome left for the council.
std::string write_excel_csv(const report& r);

} // namespace viche::report
