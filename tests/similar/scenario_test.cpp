// The acceptance file of 109 ideas: who writes a duplicate is shown what they repeat, and the pair
// that must stay apart is only ever suggested.
#include "similar/index.hpp"

#include "limits.hpp"
#include "support/read_csv.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace viche::similar {
namespace {

struct scenario {
  std::map<model::seq_t, std::string> texts; // without what is hidden
  std::map<model::seq_t, model::seq_t> repeats; // by its README: dup and support
  std::map<model::seq_t, model::seq_t> apart;   // hardneg
};

// N of a mark «name:N» in the note; 0: there is none.
model::seq_t marked(const std::string& note, const std::string& name) {
  const auto at = note.find(name + ':');
  const auto digits = at + name.size() + 1;
  const bool is_number =
      at != std::string::npos && digits < note.size() && note[digits] >= '0' && note[digits] <= '9';
  return is_number ? std::stoull(note.substr(digits)) : 0;
}

const scenario& the_109() {
  static const auto s = [] {
    std::ifstream file(VICHE_SOURCE_DIR "/tests/data/serhiivka-109-illustrative.csv",
                       std::ios::binary);
    REQUIRE(file);
    const std::string csv{std::istreambuf_iterator<char>(file), {}};
    scenario out;
    for (const auto& row : test::read_csv(csv, ',', "\n")) {
      const auto id = std::stoull(row.at("id"));
      const auto& note = row.at("note");
      if (id == 38 || id == 70 || id == 90) continue; // moderated away
      out.texts[id] = row.at("text");
      for (const auto* name : {"dup", "support"}) {
        if (const auto of = marked(note, name)) out.repeats[id] = of;
      }
      if (const auto of = marked(note, "hardneg")) out.apart[id] = of;
    }
    return out;
  }();
  return s;
}

index all_but(model::seq_t asked) {
  index all;
  for (const auto& [id, text] : the_109().texts) {
    if (id != asked) all.put(id, text);
  }
  return all;
}

bool suggests(const index& all, const std::string& text, model::seq_t idea) {
  return std::ranges::any_of(all.alike_to(text), [&](const match& m) { return m.idea == idea; });
}

// The beginning of a text, as somebody has typed it so far; never half a letter.
std::string typed(const std::string& text, std::size_t percent) {
  auto end = text.size() * percent / 100;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
    --end;
  return text.substr(0, end);
}

TEST_CASE("every true duplicate of the file is suggested, most of them half typed") {
  const auto& s = the_109();
  REQUIRE(s.repeats.size() == 11);
  std::size_t half_typed = 0;
  for (const auto& [id, of] : s.repeats) {
    const auto all = all_but(id);
    half_typed += suggests(all, typed(s.texts.at(id), 50), of) ? 1U : 0U;
    for (const std::size_t percent : {75U, 100U}) {
      CHECK_MESSAGE(suggests(all, typed(s.texts.at(id), percent), of), id, " repeats ", of, " at ",
                    percent, " %");
    }
  }
  CHECK(half_typed >= 10);
}

TEST_CASE("two streets are more alike than most duplicates: a suggestion decides nothing") {
  const auto& s = the_109();
  REQUIRE(s.apart.at(14) == 2);
  const auto streets = all_but(14).alike_to(s.texts.at(14));
  REQUIRE(streets[0].idea == 2);
  std::size_t less_alike = 0;
  for (const auto& [id, of] : s.repeats) {
    for (const auto& m : all_but(id).alike_to(s.texts.at(id))) {
      less_alike += m.idea == of && m.alike < streets[0].alike ? 1U : 0U;
    }
  }
  CHECK(less_alike > s.repeats.size() / 2);
}

TEST_CASE("most texts of their own are not called a repetition") {
  const auto& s = the_109();
  std::size_t own = 0;
  std::size_t suggested = 0;
  index earlier;
  for (const auto& [id, text] : s.texts) {
    if (!s.repeats.contains(id) && !s.apart.contains(id)) {
      ++own;
      suggested += earlier.alike_to(text).empty() ? 0U : 1U;
    }
    earlier.put(id, text);
  }
  CHECK(suggested * 5 < own * 2); // fewer than two of five
}

} // namespace
} // namespace viche::similar
