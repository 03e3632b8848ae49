// A preview as the answer of POST …/decisions (docs/protocol.md), with each finding in words. Pure.
#pragma once

#include "consideration/preview.hpp"
#include "model/words.hpp"

#include <string>

namespace viche::consideration {

std::string preview_json(const preview& p, bool is_applied, model::language l);

// What is wrong, in a sentence, and what to do about it.
std::string words_of(const finding& f, model::language l);

} // namespace viche::consideration
