// Normalising by ICU, word by word.
#include "similar/normalise.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cassert>

namespace viche::similar {
namespace {

bool is_apostrophe(UChar32 c) {
  return c == 0x2019 || c == 0x02BC || c == 0x0027 || c == 0x0060;
}

bool is_mark(UChar32 c) {
  return u_charType(c) == U_NON_SPACING_MARK;
}

bool is_cyrillic(UChar32 c) {
  UErrorCode code = U_ZERO_ERROR;
  return uscript_getScript(c, &code) == USCRIPT_CYRILLIC;
}

// The Cyrillic letter that a Latin one looks like; the letter itself if there is none.
UChar32 look_alike(UChar32 c) {
  switch (c) {
  case u'i': return u'і';
  case u'a': return u'а';
  case u'e': return u'е';
  case u'o': return u'о';
  case u'p': return u'р';
  case u'c': return u'с';
  case u'x': return u'х';
  case u'y': return u'у';
  default: return c;
  }
}

icu::UnicodeString folded(std::string_view text) {
  const auto piece = icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()));
  UErrorCode code = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(code);
  auto out = nfc->normalize(icu::UnicodeString::fromUTF8(piece), code);
  assert(U_SUCCESS(code)); // the data of NFC is part of the library
  static const icu::Locale ukrainian("uk");
  out.toLower(ukrainian);
  return out;
}

// A word as it stands in the text: letters, digits and apostrophes, its marks left out.
class word {
public:
  void add(UChar32 c) {
    has_cyrillic_ = has_cyrillic_ || is_cyrillic(c);
    letters_.append(c == u'ґ' ? UChar32{u'г'} : c);
  }

  // Quotation marks look like apostrophes at the ends of a word.
  void end(icu::UnicodeString& out) {
    while (letters_.endsWith(icu::UnicodeString(apostrophe)))
      letters_.truncate(letters_.length() - 1);
    if (!letters_.isEmpty()) {
      if (!out.isEmpty()) out.append(UChar32{' '});
      for (std::int32_t at = 0; at < letters_.length(); at = letters_.moveIndex32(at, 1)) {
        const auto c = letters_.char32At(at);
        out.append(has_cyrillic_ ? look_alike(c) : c);
      }
    }
    letters_.remove();
    has_cyrillic_ = false;
  }

  bool is_empty() const { return letters_.isEmpty(); }

private:
  icu::UnicodeString letters_;
  bool has_cyrillic_ = false;
};

} // namespace

std::u16string normalise_for_search(std::string_view text) {
  const auto from = folded(text);
  icu::UnicodeString out;
  word w;
  for (std::int32_t at = 0; at < from.length(); at = from.moveIndex32(at, 1)) {
    const auto c = from.char32At(at);
    if (is_apostrophe(c)) { // one of them is a letter to Unicode
      if (!w.is_empty()) w.add(apostrophe);
    } else if (u_isalnum(c)) {
      w.add(c);
    } else if (!is_mark(c)) {
      w.end(out);
    }
  }
  w.end(out);
  return {out.getBuffer(), static_cast<std::size_t>(out.length())};
}

} // namespace viche::similar
