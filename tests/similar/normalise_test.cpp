// Normalising for search: what people type differently and mean the same becomes the same.
#include "similar/normalise.hpp"

#include <doctest/doctest.h>

namespace viche::similar {
namespace {

bool same(std::string_view a, std::string_view b) {
  return normalise_for_search(a) == normalise_for_search(b);
}

TEST_CASE("case does not matter, by Ukrainian rules") {
  CHECK(normalise_for_search("ЄВРОПА Її ҐАНОК Щ") == u"європа її ганок щ");
}

TEST_CASE("the four apostrophes are one") {
  for (const auto* typed : {"п’ять", "пʼять", "п'ять", "п`ять"}) {
    CHECK(normalise_for_search(typed) == u"п’ять");
  }
}

TEST_CASE("apostrophes at the ends of a word are quotation marks") {
  CHECK(same("'Мамина сорочка'", "мамина сорочка"));
  CHECK(same("` ' ’", ""));
}

TEST_CASE("Latin look-alikes are Cyrillic inside Cyrillic words") {
  CHECK(same("молодi фермери", "молоді фермери"));
  CHECK(same("пiд OxopoHy мiсцe", "під OxopoHy місце"));
  CHECK(normalise_for_search("жiaeopcxy") == u"жіаеорсху");
}

TEST_CASE("Latin words stay Latin") {
  CHECK(normalise_for_search("STEM, wi-fi, copy") == u"stem wi fi copy");
}

TEST_CASE("ґ is г, but и and і are two letters") {
  CHECK(same("ґанок", "ганок"));
  CHECK_FALSE(same("кит", "кіт"));
  CHECK_FALSE(same("її", "ії"));
}

TEST_CASE("letters that were typed in two pieces are one") {
  CHECK(same("и\u0306 і\u0308", "й ї"));
  CHECK(same("за\u0301мок", "замок")); // a stress mark
}

TEST_CASE("emoji, punctuation and line breaks only part words") {
  CHECK(normalise_for_search(
            "  ВОДА!!! \n 💧 за-ставок, 40 хат 👨‍👩‍👧 ❤️") ==
        u"вода за ставок 40 хат");
  CHECK(normalise_for_search("🌳🌳").empty());
  CHECK(normalise_for_search("").empty());
}

} // namespace
} // namespace viche::similar
