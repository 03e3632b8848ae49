// A text → the words it is searched by, so that how somebody types does not matter. Pure.
#pragma once

#include <string>
#include <string_view>

namespace viche::similar {

// What each of the four that people type becomes.
inline constexpr char16_t apostrophe = 0x2019;

// Words with one space between them: NFC, lower case by Ukrainian rules, without stress marks; the
// four apostrophes people type (U+2019, U+02BC, U+0027, U+0060) are U+2019; Latin look-alikes
// (i a e o p c x y) are Cyrillic inside words that hold a Cyrillic letter; ґ is г. Punctuation,
// emoji and line breaks only part words. и and і stay apart: they part «кит» from «кіт».
// `text` is valid UTF-8; the rules are those of the house's domain notes on search.
std::u16string normalise_for_search(std::string_view text);

} // namespace viche::similar
