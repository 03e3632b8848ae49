// Report → the open-data package: tables, what they mean, the report itself, and the fingerprint of
// each file, in one zip. docs/report.md has its contents. Pure.
#pragma once

#include "report/report.hpp"
#include "report/zip.hpp"

#include <string>
#include <vector>

namespace viche::report {

std::vector<packed_file> package_files(const report& r);

std::string write_package(const report& r);

} // namespace viche::report
