// ask_help: somebody's table needs a hand («Потрібна допомога»). Works in a pause too: that is when
// people are lost. Which table it is, follows where the person sits now.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct ask_help {
  static constexpr std::string_view name = "ask_help";
  static constexpr model::role_set who{model::role::resident};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (s.asking.contains(by_whom.id)) return model::refused{model::refusal::help_asked_already};
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.asking.emplace(at.by.id, at.time_ms);
    t.add(model::record::help);
    t.writers.insert(at.by.id);
  }
};
BOOST_DESCRIBE_STRUCT(ask_help, (), ())

} // namespace viche::ops
