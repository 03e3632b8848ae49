// set_warmup: the one-tap question of the warm-up and its answers; without answers of its own it
// asks for the settlements of the session. Not once somebody has answered: their answer would
// change.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct set_warmup {
  model::optional_text question;
  std::vector<model::title_text> options;

  static constexpr std::string_view name = "set_warmup";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (!s.warmup.answers.empty() || !s.warmup.hands.empty()) {
      return model::refused{model::refusal::warmup_answered};
    }
    if (options.size() == 1 || options.size() > limits::warmup_options_max) {
      return model::refused{model::refusal::value_out_of_range, "options",
                            limits::warmup_options_max};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.warmup.question = question;
    s.warmup.options = options;
    t.add(model::record::warmup);
  }
};
BOOST_DESCRIBE_STRUCT(set_warmup, (), (question, options))

} // namespace viche::ops
