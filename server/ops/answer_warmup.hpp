// answer_warmup: one tap; another tap replaces it. Where the question is the settlement, it is also
// what the person says of themselves.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct answer_warmup {
  std::uint32_t option = 0;

  static constexpr std::string_view name = "answer_warmup";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::warmup};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor&) const {
    const auto options = model::warmup_options(s).size();
    if (option >= options)
      return model::refused{model::refusal::value_out_of_range, "option", options};
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.warmup.answers[at.by.id] = option;
    t.add(model::record::warmup);
    t.writers.insert(at.by.id);
    if (!s.warmup.options.empty()) return;
    if (const auto joined = s.people.find(at.by.id); joined != s.people.end()) {
      joined->second.settlement = model::warmup_options(s)[option];
      t.add(model::record::hall);
    }
  }
};
BOOST_DESCRIBE_STRUCT(answer_warmup, (), (option))

} // namespace viche::ops
