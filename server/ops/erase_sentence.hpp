// erase_sentence: a table's sentence goes for good, with every wording it had. Cannot be undone.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct erase_sentence {
  std::uint32_t table = 0;

  static constexpr std::string_view name = "erase_sentence";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (model::sentence_seq(s, table) == 0) {
      return model::refused{model::refusal::sentence_absent, "table"};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    s.taken_back = at.seq;
    const auto& said = s.sentences.at(table);
    t.texts_erased.insert(t.texts_erased.end(), said.text_entries.begin(), said.text_entries.end());
    s.sentences.erase(table);
    t.add(model::record::sentence, table);
  }
};
BOOST_DESCRIBE_STRUCT(erase_sentence, (), (table))

} // namespace viche::ops
