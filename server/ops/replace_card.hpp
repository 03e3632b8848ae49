// replace_card: a lost card is void from here on; the new one, with the next number, is the same
// voter with the same votes.
#pragma once

#include "ops/cards.hpp"

namespace viche::ops {

struct replace_card {
  std::uint32_t card = 0;
  model::card_codes by_card;

  static constexpr std::string_view name = "replace_card";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;
  static constexpr bool is_made_by_server = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_card(s, card)) return no;
    if (auto no = check_card_room(s, 1, "by_card")) return no;
    if (s.sheets.contains(card)) return model::refused{model::refusal::sheet_entered_already};
    return check_codes_new(s, {by_card}, "by_card");
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    release_device(s, card, t);
    s.cards.at(card - 1).is_void = true;
    add_card(s, by_card, s.cards.at(card - 1).voter);
    s.cards.at(card - 1).replaced_by = static_cast<std::uint32_t>(s.cards.size());
    t.add(model::record::cards);
  }
};
BOOST_DESCRIBE_STRUCT(replace_card, (), (card, by_card))

} // namespace viche::ops
