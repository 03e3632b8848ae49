// Questions and steps that the ops on paper sheets share.
#pragma once

#include "ops/votes.hpp"

namespace viche::ops {

// Refusal unless a sheet of this number may be entered: at level 2 it is a card's, not a void
// one's.
model::verdict check_sheet_number(const model::state& s, std::uint32_t sheet);

// Refusal unless these are published ideas, each once, no more than a person has votes.
model::verdict check_marks(const model::state& s, const std::vector<model::seq_t>& ideas);

// Refusal if votes were given online with this sheet's card, unless they are to be replaced.
model::verdict check_online(const model::state& s, std::uint32_t sheet, bool replaces_online);

// Refusal while a sheet that would replace this voter's online votes waits to be confirmed: what
// was given or taken off meanwhile would vanish with them unseen.
model::verdict check_no_sheet_waits(const model::state& s, const model::id128& voter);

bool is_same_set(const std::vector<model::seq_t>& a, const std::vector<model::seq_t>& b);

// The sheet's marks become facts of its voter, in place of whatever that voter had.
void count_sheet(model::state& s, std::uint32_t sheet, model::touched& t);

// The facts of the sheet's voter go.
void uncount_sheet(model::state& s, std::uint32_t sheet, model::touched& t);

} // namespace viche::ops
