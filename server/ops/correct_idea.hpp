// correct_idea: a facilitator mends a slip of the pen. The author's wording is kept and shown
// beside it; what may not be shown at all is redacted instead.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct correct_idea {
  model::seq_t idea = 0;
  model::idea_text text;

  static constexpr std::string_view name = "correct_idea";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_present(s, idea)) return no;
    if (model::find_idea(s, idea)->text == text) {
      return model::refused{model::refusal::text_as_it_was, "text"};
    }
    return model::may;
  }

  model::scope changes(const model::state&) const { return {.ideas = {idea}}; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    auto& i = idea_at(s, idea);
    if (!i.original) i.original = i.text;
    i.text = text;
    if (i.text == *i.original) i.original.reset();
    i.text_entries.push_back(at.seq);
    i.is_moderated = true;
    touch_idea(s, i, t);
  }
};
BOOST_DESCRIBE_STRUCT(correct_idea, (), (idea, text))

} // namespace viche::ops
