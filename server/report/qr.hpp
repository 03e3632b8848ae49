// A text as a QR code: rows of 0 and 1, without the quiet zone around them. Pure.
#pragma once

#include <string>
#include <vector>

namespace viche::report {

std::vector<std::string> qr_modules(const std::string& text);

} // namespace viche::report
