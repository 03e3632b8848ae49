// How long the index of similar ideas takes on this machine: `cmake --build BUILD --target
// bench_similar` in a release build, then BUILD/bench_similar. Prints figures, judges nothing.
#include "similar/index.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace viche; // a program of one file

constexpr std::size_t ideas_count = 2000;
constexpr std::size_t questions_count = 500;

// Words of the 109 ideas, in the order they stand; the ids and English glosses between them are as
// good as any.
std::vector<std::string> words_of_the_109() {
  std::ifstream in(VICHE_SOURCE_DIR "/tests/data/serhiivka-109-illustrative.csv");
  std::vector<std::string> words;
  for (std::string word; in >> word;)
    words.push_back(word);
  return words;
}

double ms_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

} // namespace

int main() {
  const auto words = words_of_the_109();
  if (words.empty()) return 1;
  std::mt19937 dice(109); // NOLINT(cert-msc51-cpp): every run asks the same
  // Pieces of three words make a text of 3 to 60 words, as long as people write.
  const auto text = [&] {
    std::string out;
    const auto pieces = 1 + dice() % 20;
    for (unsigned n = 0; n < pieces; ++n) {
      const auto at = dice() % (words.size() - 3);
      for (std::size_t i = at; i < at + 3; ++i)
        out += words[i] + ' ';
    }
    return out;
  };

  similar::index all;
  const auto built = std::chrono::steady_clock::now();
  for (std::size_t id = 1; id <= ideas_count; ++id)
    all.put(id, text());
  std::printf("put %zu ideas         %8.2f ms, %zu distinct grams\n", ideas_count, ms_since(built),
              all.grams());

  std::vector<double> took;
  for (std::size_t n = 0; n < questions_count; ++n) {
    const auto asked = text();
    const auto begin = std::chrono::steady_clock::now();
    const auto found = all.alike_to(asked);
    took.push_back(ms_since(begin));
    if (found.size() > 3) return 1; // and the answer is used
  }
  std::ranges::sort(took);
  std::printf("one question          %8.2f ms median, %.2f ms p99, %.2f ms worst of %zu\n",
              took[took.size() / 2], took[took.size() * 99 / 100], took.back(), took.size());

  const auto replaced = std::chrono::steady_clock::now();
  for (std::size_t id = 1; id <= ideas_count; ++id)
    all.drop(id);
  std::printf("drop %zu ideas        %8.2f ms, %zu grams left\n", ideas_count, ms_since(replaced),
              all.grams());
  return 0;
}
