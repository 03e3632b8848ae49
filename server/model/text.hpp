// A text somebody typed. It lives in the erasable text table, not in the entry; after a redaction
// its value is empty, and nothing in the state may depend on its presence.
#pragma once

#include <cstddef>
#include <string>

namespace viche::model {

// Normalised to NFC, trimmed and counted in decode; at most GraphemesMax graphemes and at least
// LettersMin letters. 0 letters allow an empty text.
template <std::size_t GraphemesMax, std::size_t LettersMin>
struct text_of {
  static constexpr std::size_t graphemes_max = GraphemesMax;
  static constexpr std::size_t letters_min = LettersMin;

  std::string value;

  bool operator==(const text_of&) const = default;
};

} // namespace viche::model
