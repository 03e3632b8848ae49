// A text as a person typed it → as it is kept: valid UTF-8, NFC, trimmed, counted. Once, here.
#pragma once

#include "model/refusal.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

namespace viche::decode {

using normal_text = std::variant<std::string, model::refusal>;

// Line breaks become "\n", tabs a space; what Unicode calls default ignorable goes, but for the
// joiners and U+FE0F, and so do more marks on a letter than letter_marks_max. Refusals:
// text_invalid, text_forbidden (other controls, bidi embeddings, overrides and isolates, a grapheme
// of more than grapheme_bytes_max), text_empty (fewer than letters_min letters; 0 allows an empty
// text), text_too_long (more than graphemes_max graphemes as by UAX #29, or more bytes than these
// may have on average). web/src/session/graphemes.ts cleans in the same way.
normal_text normalise_text(std::string_view typed, std::size_t graphemes_max,
                           std::size_t letters_min);

} // namespace viche::decode
