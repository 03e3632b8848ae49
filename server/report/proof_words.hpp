// The head of a chain in words that can be read aloud: one well-known noun for each byte. The same
// list as the pages' (web/src/session/proof_words.ts; a test compares them): what the board showed
// at the end must be what the report prints, for ever.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace viche::report {

extern const std::array<std::string_view, 256> proof_word_list;

// Six words are 48 bits: enough to notice another log; who must be sure takes the whole hash.
inline constexpr std::size_t proof_words_shown = 6;

// Of a hash in 64 lower-case hex digits; empty if it is none.
std::vector<std::string_view> proof_words(std::string_view hash);

} // namespace viche::report
