// What the HTML report is made of, embedded at build time by cmake/report_template.cmake.
#pragma once

#include <string_view>

namespace viche::report {

extern const std::string_view html_template; // report.html.mustache
extern const std::string_view html_annexes;  // annexes.html.mustache, a part of it
extern const std::string_view html_style;    // report.css
extern const std::string_view html_script;   // report.js

} // namespace viche::report
