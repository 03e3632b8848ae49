// Normalising and counting by ICU.
#include "decode/text.hpp"

#include "limits.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <cassert>
#include <memory>
#include <optional>

namespace viche::decode {
namespace {

bool is_utf8(std::string_view s) {
  UErrorCode code = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, s.data(), static_cast<std::int32_t>(s.size()), &code);
  return code == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(code); // only its length was asked
}

bool is_hiding(UChar32 c) {
  return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x200E || c == 0x200F;
}

bool is_bidi_control(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// The code points that may stay; nullopt if one is forbidden.
std::optional<icu::UnicodeString> cleaned(const icu::UnicodeString& typed) {
  icu::UnicodeString out;
  for (std::int32_t at = 0; at < typed.length(); at = typed.moveIndex32(at, 1)) {
    const UChar32 c = typed.char32At(at);
    if (c == '\r') {
      const bool is_pair = at + 1 < typed.length() && typed.charAt(at + 1) == u'\n';
      if (!is_pair) out.append(UChar32{'\n'});
    } else if (c == 0x2028 || c == 0x2029 || c == 0x85) {
      out.append(UChar32{'\n'});
    } else if (c == '\t') {
      out.append(UChar32{' '});
    } else if (is_hiding(c)) {
      continue;
    } else if ((c != '\n' && u_charType(c) == U_CONTROL_CHAR) || is_bidi_control(c)) {
      return std::nullopt;
    } else {
      out.append(c);
    }
  }
  return out;
}

void trim(icu::UnicodeString& s) {
  std::int32_t begin = 0;
  while (begin < s.length() && u_isUWhiteSpace(s.char32At(begin)))
    begin = s.moveIndex32(begin, 1);
  std::int32_t end = s.length();
  while (end > begin && u_isUWhiteSpace(s.char32At(s.moveIndex32(end, -1)))) {
    end = s.moveIndex32(end, -1);
  }
  s = icu::UnicodeString(s, begin, end - begin);
}

std::size_t letters_in(const icu::UnicodeString& s) {
  std::size_t letters = 0;
  for (std::int32_t at = 0; at < s.length(); at = s.moveIndex32(at, 1)) {
    if (u_isalpha(s.char32At(at))) ++letters;
  }
  return letters;
}

std::size_t graphemes_in(const icu::UnicodeString& s) {
  // Making one costs more than a text; it is kept for the thread.
  static thread_local const auto breaks = [] {
    UErrorCode code = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code));
    assert(U_SUCCESS(code));
    return made;
  }();
  breaks->setText(s);
  std::size_t graphemes = 0;
  while (breaks->next() != icu::BreakIterator::DONE)
    ++graphemes;
  return graphemes;
}

} // namespace

normal_text normalise_text(std::string_view typed, std::size_t graphemes_max,
                           std::size_t letters_min) {
  if (typed.size() > graphemes_max * limits::grapheme_bytes_mean_max) {
    return model::refusal::text_too_long;
  }
  if (!is_utf8(typed)) return model::refusal::text_invalid;
  const auto piece = icu::StringPiece(typed.data(), static_cast<std::int32_t>(typed.size()));
  auto clean = cleaned(icu::UnicodeString::fromUTF8(piece));
  if (!clean) return model::refusal::text_forbidden;

  UErrorCode code = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(code);
  auto text = nfc->normalize(*clean, code);
  assert(U_SUCCESS(code)); // the data of NFC is part of the library
  trim(text);
  if (letters_in(text) < letters_min) return model::refusal::text_empty;
  if (graphemes_in(text) > graphemes_max) return model::refusal::text_too_long;
  std::string out;
  text.toUTF8String(out);
  return out;
}

} // namespace viche::decode
