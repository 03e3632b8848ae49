// Questions and steps that the ops on voting cards share.
#pragma once

#include "limits.hpp"
#include "ops/op.hpp"

#include <vector>

namespace viche::ops {

// Refusal unless there is a card of this number that is not void.
model::verdict check_card(const model::state& s, std::uint32_t card);

// Refusal if the session would hold more cards than it may with so many new ones, of this field.
model::verdict check_card_room(const model::state& s, std::size_t more, const char* field);

// Refusal if a hash is another card's already, or twice among these, which are this field.
model::verdict check_codes_new(const model::state& s, const std::vector<model::card_codes>& cards,
                               const char* field);

void add_card(model::state& s, const model::card_codes& codes, const model::id128& voter);

// The device that used the card holds none from here on.
void release_device(model::state& s, std::uint32_t card, model::touched& t);

} // namespace viche::ops
