// Words are judged one by one; what stands between two cut words goes with them.
#include "rehearse/cut_out.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace viche::rehearse {
namespace {

struct word {
  std::string_view text;
  std::size_t begin = 0;
  bool is_cut = false;
};

std::vector<word> words_of(std::string_view text) {
  std::vector<word> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto begin = text.find_first_not_of(" \n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \n", begin), text.size());
    words.push_back({text.substr(begin, at - begin), begin});
  }
  return words;
}

bool starts_with_capital(std::string_view w) {
  if (w.empty()) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(w[i]); };
  if (byte(0) >= 'A' && byte(0) <= 'Z') return true;
  if (w.size() < 2) return false;
  const unsigned code = (byte(0) & 0x1FU) << 6 | (byte(1) & 0x3FU); // a two-byte sequence
  const bool is_two_bytes = (byte(0) & 0xE0U) == 0xC0U;
  const bool is_basic = code >= 0x410 && code <= 0x42F;              // А–Я
  const bool is_ukrainian = code >= 0x404 && code <= 0x407;          // Є Ѕ І Ї
  return is_two_bytes && (is_basic || is_ukrainian || code == 0x490); // Ґ
}

bool has_digit(std::string_view w) {
  return std::ranges::any_of(w, [](char c) { return c >= '0' && c <= '9'; });
}

// The full stop of an initial or of «вул.» ends nothing; that of a number does.
bool ends_sentence(const word& w) {
  if (w.text.ends_with('!') || w.text.ends_with('?')) return true;
  return w.text.ends_with('.') && (!w.is_cut || has_digit(w.text));
}

// вулиця, провулок, проспект, будинок, квартира, телефон
bool announces_personal_data(std::string_view w) {
  static constexpr std::array<std::string_view, 8> beginnings{"вул.", "пров.", "просп.", "буд.",
                                                              "кв.",  "тел.",  "моб.",   "т."};
  return std::ranges::find(beginnings, w) != beginnings.end();
}

void judge(std::vector<word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool follows_a_cut = i > 0 && words[i - 1].is_cut;
    const bool begins_sentence = i == 0 || ends_sentence(words[i - 1]);
    words[i].is_cut = announces_personal_data(words[i].text) ||
                      (starts_with_capital(words[i].text) && !begins_sentence) ||
                      (has_digit(words[i].text) && follows_a_cut);
  }
}

// Punctuation that belongs to the sentence stays behind the last cut word.
std::string_view kept_ending(std::string_view w) {
  const auto last = w.find_last_not_of(has_digit(w) ? ",;!?)." : ",;!?)");
  return last == std::string_view::npos ? w : w.substr(last + 1);
}

} // namespace

std::string cut_out_personal_data(std::string_view text) {
  auto words = words_of(text);
  judge(words);
  std::string out;
  std::size_t from = 0; // what of the text is not copied yet
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!words[i].is_cut) continue;
    out += text.substr(from, words[i].begin - from);
    out += cut_mark;
    while (i + 1 < words.size() && words[i + 1].is_cut)
      ++i;
    out += kept_ending(words[i].text);
    from = words[i].begin + words[i].text.size();
  }
  out += text.substr(from);
  return out;
}

} // namespace viche::rehearse
