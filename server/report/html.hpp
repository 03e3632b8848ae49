// The report as one self-contained HTML page in the council's order of headings: nothing from
// another host, styles for A4, and one small script of ours that finds and orders proposals on a
// screen.
#pragma once

#include "report/report.hpp"

#include <string>

namespace viche::report {

std::string write_html(const report& r);

// What a server must send with it: style sheet, script and logo are inside the page, no other
// script runs, and nothing else may load.
const std::string& html_security_policy();

// The same as the page itself carries it, so that a saved file is as strict.
const std::string& html_page_policy();

} // namespace viche::report
