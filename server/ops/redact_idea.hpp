// redact_idea: personal data goes for ever. Every earlier version of the text is erased in the
// same transaction; `text` is what remains, already without them. Cannot be undone.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct redact_idea {
  model::seq_t idea = 0;
  model::idea_text text;

  static constexpr std::string_view name = "redact_idea";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (model::find_idea(s, idea) == nullptr) {
      return model::refused{model::refusal::idea_unknown};
    }
    return model::may; // a hidden, merged or withdrawn text is in the file as well
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.taken_back = at.seq;
    auto& i = idea_at(s, idea);
    model::forget_texts(s, idea);
    t.texts_erased.insert(t.texts_erased.end(), i.text_entries.begin(), i.text_entries.end());
    i.text = text;
    i.original.reset();
    i.changed = at.seq; // nothing before it can be put back
    i.text_entries = {at.seq};
    i.is_redacted = true;
    i.is_moderated = true;
    touch_idea(s, i, t);
  }
};
BOOST_DESCRIBE_STRUCT(redact_idea, (), (idea, text))

} // namespace viche::ops
