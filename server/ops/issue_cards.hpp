// issue_cards: one-time voting cards, numbered on from those there are. Made by the server itself:
// what is printed on them is shown once and never stored; the log holds keyed hashes.
#pragma once

#include "ops/cards.hpp"

namespace viche::ops {

struct issue_cards {
  std::uint32_t first = 0;
  std::vector<model::card_codes> cards;

  static constexpr std::string_view name = "issue_cards";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;
  static constexpr bool is_made_by_server = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (first != s.cards.size() + 1)
      return model::refused{model::refusal::value_out_of_range, "first", s.cards.size() + 1};
    if (cards.empty() || cards.size() > limits::cards_together_max)
      return model::refused{model::refusal::value_out_of_range, "cards",
                            limits::cards_together_max};
    if (auto no = check_card_room(s, cards.size(), "cards")) return no;
    return check_codes_new(s, cards, "cards");
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    for (const auto& codes : cards)
      add_card(s, codes, codes.code);
    t.add(model::record::cards);
  }
};
BOOST_DESCRIBE_STRUCT(issue_cards, (), (first, cards))

} // namespace viche::ops
