// free_card: the card may be used on another device; its votes stay its own.
#pragma once

#include "ops/cards.hpp"

namespace viche::ops {

struct free_card {
  std::uint32_t card = 0;

  static constexpr std::string_view name = "free_card";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_card(s, card)) return no;
    if (!s.cards.at(card - 1).device) return model::refused{model::refusal::card_unused};
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    release_device(s, card, t);
    t.add(model::record::cards);
  }
};
BOOST_DESCRIBE_STRUCT(free_card, (), (card))

} // namespace viche::ops
