// Whether a text holds another, as a test says it.
#pragma once

#include <string>
#include <string_view>

namespace viche::test {

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

} // namespace viche::test
