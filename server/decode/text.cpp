// Normalising and counting by ICU.
#include "decode/text.hpp"

#include "limits.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
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

constexpr UChar32 non_joiner = 0x200C;
constexpr UChar32 joiner = 0x200D;
constexpr UChar32 emoji_selector = 0xFE0F;

bool is_joining(UChar32 c) {
  return c == non_joiner || c == joiner;
}

// Shows nothing and does nothing that a reader would miss: blank letters of Hangul, soft hyphens,
// marks of direction. Emoji and some scripts need the joiners.
bool is_hiding(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) && !is_joining(c) &&
         c != emoji_selector;
}

// Embeddings, overrides and isolates turn the direction of what follows; the three marks, which
// only stand for a letter of one direction, do not.
bool is_turning(UChar32 c) {
  const bool is_mark = c == 0x061C || c == 0x200E || c == 0x200F;
  return u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) && !is_mark;
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
    } else if ((c != '\n' && u_charType(c) == U_CONTROL_CHAR) || is_turning(c)) {
      return std::nullopt;
    } else if (!is_hiding(c)) {
      out.append(c);
    }
  }
  return out;
}

// What is more than letter_marks_max marks on one letter goes. The joiners are counted with the
// marks, or they would part them. Composed text stays composed: only ends of rows are cut.
icu::UnicodeString with_few_marks(const icu::UnicodeString& text) {
  icu::UnicodeString out;
  std::size_t marks = 0;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    const bool is_mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || is_joining(c);
    marks = is_mark ? marks + 1 : 0;
    if (marks <= limits::letter_marks_max) out.append(c);
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

std::size_t bytes_in(const icu::UnicodeString& s) {
  std::string utf8;
  return s.toUTF8String(utf8).size();
}

struct measure {
  std::size_t graphemes = 0;
  std::size_t bytes_max = 0; // of the longest one, in UTF-8
};

measure measure_of(const icu::UnicodeString& s) {
  // Making one costs more than a text; it is kept for the thread.
  static thread_local const auto breaks = [] {
    UErrorCode code = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code));
    assert(U_SUCCESS(code));
    return made;
  }();
  breaks->setText(s);
  measure m;
  for (auto begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    ++m.graphemes;
    m.bytes_max = std::max(m.bytes_max, bytes_in(s.tempSubStringBetween(begin, end)));
  }
  return m;
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
  auto text = with_few_marks(nfc->normalize(*clean, code));
  assert(U_SUCCESS(code)); // the data of NFC is part of the library
  trim(text);
  if (letters_in(text) < letters_min) return model::refusal::text_empty;
  const auto m = measure_of(text);
  if (m.graphemes > graphemes_max) return model::refusal::text_too_long;
  if (m.bytes_max > limits::grapheme_bytes_max) return model::refusal::text_forbidden;
  std::string out;
  text.toUTF8String(out);
  // Again: composing can make a text longer, U+0344 for one.
  if (out.size() > graphemes_max * limits::grapheme_bytes_mean_max) {
    return model::refusal::text_too_long;
  }
  return out;
}

} // namespace viche::decode
