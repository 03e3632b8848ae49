// Markup and forbidden characters.
#include "report/xml_text.hpp"

namespace viche::report {
namespace {

// U+FFFE and U+FFFF, which are no characters.
bool is_no_character(std::string_view rest) {
  return rest.starts_with("\xef\xbf\xbe") || rest.starts_with("\xef\xbf\xbf");
}

} // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const char c = text.front();
    const bool is_control =
        static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    if (is_no_character(text)) {
      text.remove_prefix(3);
      continue;
    }
    text.remove_prefix(1);
    if (is_control) continue;
    switch (c) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&apos;"; break;
    default: out.push_back(c);
    }
  }
  return out;
}

} // namespace viche::report
