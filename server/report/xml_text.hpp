// Text as XML 1.0 and HTML may hold it.
#pragma once

#include <string>
#include <string_view>

namespace viche::report {

// Escapes what is markup, in elements and in attributes alike, and leaves out what no XML document
// may hold: controls other than tab and line breaks, U+FFFE and U+FFFF. `text` is valid UTF-8.
std::string xml_text(std::string_view text);

} // namespace viche::report
