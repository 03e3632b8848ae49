// SHA-256 as lower-case hexadecimal: fingerprints of files, and numbers that follow from a seed.
// Pure.
#pragma once

#include <string>
#include <string_view>

namespace viche::report {

std::string sha256_hex(std::string_view bytes);

} // namespace viche::report
