// Words → their pieces.
#include "similar/grams.hpp"

#include "similar/normalise.hpp"

#include <algorithm>
#include <string>

namespace viche::similar {
namespace {

constexpr std::size_t gram_letters = 4;
constexpr char16_t start_of_word = u'_'; // stands in no normalised word

gram gram_at(std::u16string_view letters) {
  gram g = 0;
  for (const auto c : letters)
    g = (g << 16U) | c;
  return g;
}

void add_grams(std::u16string_view word, std::vector<gram>& to) {
  std::u16string marked(1, start_of_word);
  std::ranges::copy_if(word, std::back_inserter(marked),
                       [](char16_t c) { return c != apostrophe; });
  const std::u16string_view letters = marked;
  if (letters.size() <= gram_letters) {
    to.push_back(gram_at(letters));
    return;
  }
  for (std::size_t at = 0; at + gram_letters <= letters.size(); ++at) {
    to.push_back(gram_at(letters.substr(at, gram_letters)));
  }
}

} // namespace

std::vector<gram> grams_of(std::u16string_view words) {
  std::vector<gram> grams;
  while (!words.empty()) {
    const auto end = std::min(words.find(u' '), words.size());
    add_grams(words.substr(0, end), grams);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  std::ranges::sort(grams);
  grams.erase(std::ranges::unique(grams).begin(), grams.end());
  return grams;
}

} // namespace viche::similar
