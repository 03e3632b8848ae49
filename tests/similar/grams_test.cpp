// Pieces of words: what inflection leaves alone is shared.
#include "similar/grams.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>

namespace viche::similar {
namespace {

std::size_t shared(std::u16string_view a, std::u16string_view b) {
  const auto of_a = grams_of(a);
  const auto of_b = grams_of(b);
  std::vector<gram> both;
  std::ranges::set_intersection(of_a, of_b, std::back_inserter(both));
  return both.size();
}

TEST_CASE("a word is its pieces of four letters, its beginning marked") {
  CHECK(grams_of(u"дорога").size() == 4); // _дор доро орог рога
  CHECK(shared(u"дорога", u"дорогу") == 3);
  CHECK(shared(u"дорога", u"огорода") == 0);
}

TEST_CASE("a short word is one piece, and no part of another") {
  CHECK(grams_of(u"ліс").size() == 1);
  CHECK(grams_of(u"і").size() == 1);
  CHECK(shared(u"ліс", u"колісниця") == 0);
}

TEST_CASE("a piece counts once, in whatever order words stand") {
  CHECK(grams_of(u"вода вода вода").size() == 2);
  CHECK(grams_of(u"лікар щодня") == grams_of(u"щодня лікар"));
}

TEST_CASE("an apostrophe may be typed or left out") {
  CHECK(grams_of(u"комп’ютер") == grams_of(u"компютер"));
}

TEST_CASE("nothing has no pieces") {
  CHECK(grams_of(u"").empty());
}

} // namespace
} // namespace viche::similar
