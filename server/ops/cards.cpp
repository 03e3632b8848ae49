// Cards: issued, freed, replaced.
#include "ops/cards.hpp"

#include <set>

namespace viche::ops {

using model::refusal;
using model::refused;

model::verdict check_card(const model::state& s, std::uint32_t card) {
  if (card == 0 || card > s.cards.size()) return refused{refusal::card_unknown, "card"};
  const auto& known = s.cards.at(card - 1);
  if (known.is_void) return refused{refusal::card_void, "card", known.replaced_by};
  return model::may;
}

model::verdict check_card_room(const model::state& s, std::size_t more, const char* field) {
  if (s.cards.size() + more <= limits::cards_max) return model::may;
  return refused{refusal::value_out_of_range, field, limits::cards_max};
}

model::verdict check_codes_new(const model::state& s, const std::vector<model::card_codes>& cards,
                               const char* field) {
  std::set<model::id128> distinct;
  for (const auto& c : cards) {
    distinct.insert(c.code);
    distinct.insert(c.digits);
    if (s.card_of.contains(c.code) || s.card_of.contains(c.digits)) {
      return refused{refusal::card_taken, field};
    }
  }
  if (distinct.size() != 2 * cards.size()) return refused{refusal::card_taken, field};
  return model::may;
}

void add_card(model::state& s, const model::card_codes& codes, const model::id128& voter) {
  model::card c;
  c.code = codes.code;
  c.digits = codes.digits;
  c.voter = voter;
  s.cards.push_back(c);
  const auto serial = static_cast<std::uint32_t>(s.cards.size());
  s.card_of[codes.code] = serial;
  s.card_of[codes.digits] = serial;
}

void release_device(model::state& s, std::uint32_t card, model::touched& t) {
  auto& device = s.cards.at(card - 1).device;
  if (!device) return;
  s.card_of_device.erase(*device);
  s.voters_before[*device].insert(s.cards.at(card - 1).voter);
  t.devices.insert(*device);
  device.reset();
}

} // namespace viche::ops
