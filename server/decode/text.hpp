// A text as a person typed it → as it is kept: valid UTF-8, NFC, trimmed, counted. Once, here.
#pragma once

#include "model/refusal.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace viche::decode {

using normal_text = std::variant<std::string, model::refusal>;

// Line breaks become "\n", tabs a space; zero-width marks that only hide (U+200B, U+2060, U+FEFF,
// U+200E, U+200F) go. Refusals: text_invalid, text_forbidden (other controls, bidi embeddings,
// overrides and isolates), text_empty (fewer than letters_min letters; 0 allows an empty text),
// text_too_long (more than graphemes_max graphemes as by UAX #29).
normal_text normalise_text(std::string_view typed, std::size_t graphemes_max,
                           std::size_t letters_min);

} // namespace viche::decode
