// report.html.mustache, embedded at build time by cmake/report_template.cmake.
#pragma once

#include <string_view>

namespace viche::report {

extern const std::string_view html_template;

} // namespace viche::report
