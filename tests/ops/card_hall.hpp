// Halls that vote by card, for the tests of the ops about cards.
#pragma once

#include "support/small_session.hpp"

namespace viche::support {

// At level 2, with two cards: 1 by 0x41 and 0x42, 2 by 0x43 and 0x44.
struct card_hall : small_session {
  seq_t doctor = submit(desk, "Лікар щодня");
  card_hall() : small_session(phase::ideas, village(2)) {
    does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}, {id_of(0x43), id_of(0x44)}}});
    open(phase::vote);
  }
};

// Anna holds card 1 and has voted with it.
struct voted_card_hall : card_hall {
  voted_card_hall() {
    does(anna, ops::use_card{id_of(0x41)});
    vote(anna, doctor);
  }
};

} // namespace viche::support
