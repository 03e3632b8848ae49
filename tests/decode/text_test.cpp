// Normalising of texts: what stays, what goes, what is refused, and how they are counted.
#include "decode/text.hpp"

#include "limits.hpp"

#include <doctest/doctest.h>

namespace viche::decode {
namespace {

using model::refusal;

std::string normal(std::string_view typed, std::size_t graphemes_max = 600) {
  const auto made = normalise_text(typed, graphemes_max, 0);
  REQUIRE(std::holds_alternative<std::string>(made));
  return std::get<std::string>(made);
}

bool is_refused(std::string_view typed, refusal why, std::size_t graphemes_max = 600,
                std::size_t letters_min = 0) {
  const auto made = normalise_text(typed, graphemes_max, letters_min);
  return std::holds_alternative<refusal>(made) && std::get<refusal>(made) == why;
}

std::string times(std::size_t n, std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < n; ++i)
    out += s;
  return out;
}

TEST_CASE("a plain text stays as it is") {
  CHECK(normal("Лікар щодня, а не раз на тиждень!") == "Лікар щодня, а не раз на тиждень!");
}

TEST_CASE("decomposed letters are composed") {
  CHECK(normal("и\u0306") == "й");
  CHECK(normal("і\u0308") == "ї");
  CHECK(normal("e\u0301") == "é");
}

TEST_CASE("compatibility forms are not folded: NFC, not NFKC") {
  CHECK(normal("м²") == "м²");
}

TEST_CASE("line breaks of every sort become one") {
  CHECK(normal("а\r\nб\rв\nг") == "а\nб\nв\nг");
  CHECK(normal("а\u2028б\u2029в\u0085г") == "а\nб\nв\nг");
  CHECK(normal("а\n\nб") == "а\n\nб");
}

TEST_CASE("a tab becomes a space") {
  CHECK(normal("а\tб") == "а б");
}

TEST_CASE("white space around a text goes, within it stays") {
  CHECK(normal(" \r\n\t\u00A0\u3000Лікар  щодня \n ") == "Лікар  щодня");
}

TEST_CASE("nothing is left of a text of white space") {
  CHECK(normal(" \n\t ").empty());
  CHECK(normal("").empty());
}

TEST_CASE("marks that only hide go, also where they hid the white space to be trimmed") {
  CHECK(normal("Лі\u200Bкар") == "Лікар");
  CHECK(normal("\u2060Лі\u200Eка\u200Fр\uFEFF") == "Лікар");
  CHECK(normal("\uFEFF Лікар \u200B") == "Лікар");
}

TEST_CASE("what shows nothing goes: blank letters, soft hyphens, selectors and tags") {
  for (const auto* blank : {"\u00AD", "\u034F", "\u061C", "\u115F", "\u1160", "\u17B4", "\u180E",
                            "\u2061", "\u206A", "\u3164", "\uFE00", "\uFFA0", "\U000E0041"}) {
    CHECK(normal(std::string("Лі") + blank + "кар") == "Лікар");
    CHECK(is_refused(times(3, blank), refusal::text_empty, 600, limits::idea_letters_min));
    CHECK(is_refused(times(2, blank) + "ок", refusal::text_empty, 600, limits::idea_letters_min));
  }
}

TEST_CASE("joiners stay: emoji families and some scripts need them") {
  CHECK(normal("👩‍👩‍👧") == "👩‍👩‍👧");
  CHECK(normal("می\u200Cخواهم") == "می\u200Cخواهم");
  CHECK(normal("❤\uFE0F\u200D🔥 1\uFE0F\u20E3") == "❤\uFE0F\u200D🔥 1\uFE0F\u20E3");
}

TEST_CASE("bidi embeddings, overrides and isolates are refused") {
  for (const auto* mark :
       {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"}) {
    CHECK(is_refused(std::string("Лікар ") + mark + "щодня", refusal::text_forbidden));
  }
}

TEST_CASE("control characters are refused") {
  for (const auto& bad : {std::string("\x00", 1), std::string("\x01"), std::string("\x08"),
                          std::string("\x0B"), std::string("\x0C"), std::string("\x1B"),
                          std::string("\x7F"), std::string("\u0080"), std::string("\u009F")}) {
    CHECK(is_refused("Лікар" + bad + "щодня", refusal::text_forbidden));
  }
}

TEST_CASE("what is not UTF-8 is refused") {
  for (const auto* bad : {"\xFF", "\xC3", "\x80", "\xE2\x82", "\xC0\xAF", "\xED\xA0\x80",
                          "\xF4\x90\x80\x80", "\xF8\x88\x80\x80\x80"}) {
    CHECK(is_refused(std::string("Лікар") + bad, refusal::text_invalid));
    CHECK(is_refused(std::string(bad) + "Лікар", refusal::text_invalid));
  }
}

TEST_CASE("an idea of exactly 600 graphemes is taken, one more is not") {
  const auto max = limits::idea_graphemes_max;
  for (const auto* grapheme : {"л", "й", "e\u0302\u0323", "🇺🇦"}) {
    CHECK(normalise_text(times(max, grapheme), max, 0).index() == 0);
    CHECK(is_refused(times(max + 1, grapheme), refusal::text_too_long, max));
  }
}

TEST_CASE("emoji families are counted one by one, among other words") {
  const auto text = times(300, "👩‍👩‍👧 ") + "так";
  CHECK(normalise_text(text, 603, 0).index() == 0);
  CHECK(is_refused(text, refusal::text_too_long, 602));
}

TEST_CASE("a family of emoji is one grapheme") {
  CHECK(normalise_text("👩‍👩‍👧‍👦 ок", 4, 0).index() == 0);
  CHECK(is_refused("👩‍👩‍👧‍👦 ок", refusal::text_too_long, 3));
}

TEST_CASE("a letter with its marks is one grapheme, and a line break is one") {
  CHECK(normalise_text("а\u0301\u0301\u0301", 1, 0).index() == 0);
  CHECK(normalise_text("а\r\nб", 3, 0).index() == 0);
}

TEST_CASE("graphemes are counted after trimming") {
  CHECK(normalise_text("   лікар   ", 5, 0).index() == 0);
}

TEST_CASE("letters are counted, not signs: an idea has three at least") {
  const auto min = limits::idea_letters_min;
  CHECK(normalise_text("Ліс", 600, min).index() == 0);
  CHECK(normalise_text("Л-і-с", 600, min).index() == 0);
  for (const auto* few : {"", "...", "123 456", "👍👍👍", "ок", "ок 2027!", " \n "}) {
    CHECK(is_refused(few, refusal::text_empty, 600, min));
  }
}

TEST_CASE("letters of any script count") {
  for (const auto* text : {"dom", "дім", "家家家", "בית"}) {
    CHECK(normalise_text(text, 600, limits::idea_letters_min).index() == 0);
  }
}

TEST_CASE("a letter keeps its first marks, and what towers over other lines goes") {
  const auto max = limits::letter_marks_max;
  CHECK(normal("а" + times(max, "\u0335") + "б") == "а" + times(max, "\u0335") + "б");
  CHECK(normal("а" + times(2000, "\u0335") + "б") == "а" + times(max, "\u0335") + "б");
  const auto parted = "а" + times(500, "\u0335\u200D");
  CHECK(normal(parted) == "а" + times(max / 2, "\u0335\u200D"));
}

TEST_CASE("letters of scripts that stack their marks stay whole") {
  for (const auto* word : {"བསྒྲུབས", "မြို့", "בְּרֵאשִׁ֖ית", "Tiếng Việt", "நிலை", "क्ष्म्य"}) {
    CHECK(normal(word).size() == std::string_view(word).size()); // perhaps in another order
  }
}

TEST_CASE("a family with its skin tones is one grapheme that may be") {
  const std::string family = "👩🏽‍👩🏽‍👧🏽‍👦🏽";
  CHECK(normal(family, 1 + family.size() / limits::grapheme_bytes_mean_max) == family);
  CHECK(normal("Парк " + times(3, family)) == "Парк " + times(3, family));
}

TEST_CASE("a grapheme that is longer than any family is refused") {
  const auto toned = [](std::size_t tones) { return "👩" + times(tones, "🏽"); };
  const auto tones_max = limits::grapheme_bytes_max / 4 - 1;
  CHECK(normal(toned(tones_max)).size() == limits::grapheme_bytes_max);
  CHECK(is_refused(toned(tones_max + 1), refusal::text_forbidden));
  CHECK(is_refused(times(200, "\u1100"), refusal::text_forbidden)); // Hangul that never ends
}

TEST_CASE("graphemes of many bytes are bounded in sum, as typed and as kept") {
  const auto bytes_max = 10 * limits::grapheme_bytes_mean_max;
  const auto many = times(10, "е\u0335\u0335\u0335\u0335\u0335\u0335\u0335"); // 16 bytes each
  CHECK(many.size() == bytes_max);
  CHECK(normalise_text(many, 10, 0).index() == 0);
  CHECK(is_refused(many + "\u0335", refusal::text_too_long, 10));
  const auto growing = times(10, "к\u0344\u0344\u0344\u0344"); // two bytes that become four
  CHECK(growing.size() < bytes_max);
  CHECK(is_refused(growing, refusal::text_too_long, 10));
}

TEST_CASE("normalising twice changes nothing") {
  for (const auto* typed : {"  и\u0306од\r\nі\u0308жак ", "\uFEFF\u0301abc", "a\u200B\u0301bc"}) {
    const auto once = normal(typed);
    CHECK(normal(once) == once);
  }
}

} // namespace
} // namespace viche::decode
