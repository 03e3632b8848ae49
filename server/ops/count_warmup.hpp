// count_warmup: hands raised for one answer by people without phones. Each link counts its own;
// said again it replaces what that link had said.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct count_warmup {
  std::uint32_t option = 0;
  std::uint32_t people = 0;

  static constexpr std::string_view name = "count_warmup";
  static constexpr model::role_set who{model::role::facilitator, model::role::operator_};
  static constexpr model::phase_set when{model::phase::warmup};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    const auto options = model::warmup_options(s).size();
    if (option >= options)
      return model::refused{model::refusal::value_out_of_range, "option", options};
    if (people > limits::guests_max)
      return model::refused{model::refusal::value_out_of_range, "people", limits::guests_max};
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.warmup.hands[{at.by.id, option}] = people;
    if (people == 0) s.warmup.hands.erase({at.by.id, option});
    t.add(model::record::warmup);
  }
};
BOOST_DESCRIBE_STRUCT(count_warmup, (), (option, people))

} // namespace viche::ops
