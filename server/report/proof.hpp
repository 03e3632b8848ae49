// The head of a session's chain as people compare it: a QR code, and the words the board showed at
// the end. For the annex about data.
#pragma once

#include "report/words.hpp"

#include <string>
#include <string_view>

namespace viche::report {

// A QR code (ISO/IEC 18004, correction M) as one path of an SVG, 4 light modules around it. `label`
// says what it is to whoever does not see it, and is escaped. Empty if `text` does not fit a code.
std::string qr_svg(std::string_view text, std::string_view label);

// Code and words side by side, well-formed as XML and with styles of its own. Empty if `head` is no
// hash of 64 hex digits.
std::string proof_html(std::string_view head, const words& w);

} // namespace viche::report
