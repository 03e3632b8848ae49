// The head of the chain as the report prints it: the board's words, and a QR code.
#include "report/proof.hpp"

#include "report/proof_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <vector>

namespace viche::report {
namespace {

const std::string hash = "0001ff00" + std::string(56, 'a');

// What stands between the backquotes of the pages' list.
std::vector<std::string> words_of_pages() {
  std::ifstream in(VICHE_SOURCE_DIR "/web/src/session/proof_words.ts");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto from = text.find('`') + 1;
  std::istringstream list(text.substr(from, text.find('`', from) - from));
  return {std::istream_iterator<std::string>(list), {}};
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
    ++n;
  return n;
}

} // namespace

TEST_CASE("the report and the board have one list of words") {
  const auto theirs = words_of_pages();
  REQUIRE(theirs.size() == proof_word_list.size());
  CHECK(std::ranges::equal(theirs, proof_word_list));
}

TEST_CASE("six words stand for the first six bytes of a hash, and none for what is no hash") {
  const auto ab = proof_word_list[0xaa];
  CHECK(proof_words(hash) == std::vector{proof_word_list[0], proof_word_list[1],
                                         proof_word_list[255], proof_word_list[0], ab, ab});
  CHECK(proof_words("").empty());
  CHECK(proof_words(std::string(64, 'A')).empty());
  CHECK(proof_words(std::string(63, 'a')).empty());
}

TEST_CASE("the QR code is a drawing with a name, its modules whole") {
  const auto svg = qr_svg(hash, "сума & \"знак\"");
  CHECK(svg.find("aria-label=\"сума &amp; &quot;знак&quot;\"") != svg.npos);
  CHECK(svg.find("viewBox=\"0 0 45 45\"") != svg.npos); // version 5: 37 modules and 4 on each side
  CHECK(svg.find("M4 4h7v1h-7z") != svg.npos); // the finder's upper edge
  CHECK(qr_svg(std::string(5000, 'x'), "").empty()); // longer than any code
}

TEST_CASE("words stand beside the code in their order, and nothing where there is no head") {
  for (const auto l : {viche::model::language::uk, viche::model::language::en}) {
    const auto html = proof_html(hash, words_of(l));
    CHECK(count(html, "<li>") == 6);
    const auto first = html.find(proof_word_list[0]);
    CHECK(html.find(proof_word_list[1]) > first);
    CHECK(count(html, "<svg") == 1);
    CHECK(proof_html("", words_of(l)).empty());
  }
}

} // namespace viche::report
