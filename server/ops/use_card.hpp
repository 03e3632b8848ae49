// use_card: this device votes with this card from now on. A card admits one device; which person
// wrote which ideas on it stays unknown, as the device is named by its vote pseudonym.
#pragma once

#include "ops/cards.hpp"

namespace viche::ops {

struct use_card {
  model::id128 code;

  static constexpr std::string_view name = "use_card";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::lobby, model::phase::warmup,
                                         model::phase::talk,  model::phase::ideas,
                                         model::phase::sort,  model::phase::vote};
  static constexpr hand by = hand::device;
  static constexpr bool while_paused = true;
  static constexpr bool is_made_by_server = true;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    const auto serial = model::card_of_code(s, code);
    if (serial == 0) return model::refused{model::refusal::card_unknown};
    const auto& card = s.cards.at(serial - 1);
    if (card.is_void) return model::refused{model::refusal::card_void};
    if (card.device && *card.device != by_whom.id) {
      return model::refused{model::refusal::card_taken};
    }
    const auto held = s.card_of_device.find(by_whom.id);
    if (held != s.card_of_device.end() && held->second != serial) {
      return model::refused{model::refusal::card_held_already};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    const auto serial = model::card_of_code(s, code);
    s.cards.at(serial - 1).device = at.by.id;
    s.card_of_device[at.by.id] = serial;
    t.devices.insert(at.by.id);
    t.add(model::record::cards);
  }
};
BOOST_DESCRIBE_STRUCT(use_card, (), (code))

} // namespace viche::ops
