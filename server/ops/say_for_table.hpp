// say_for_table: the one sentence of a table. `after` is the sentence one saw, so that two who
// write for one table do not overwrite each other unseen.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct say_for_table {
  std::uint32_t table = 0;
  model::idea_text text;
  model::seq_t after = 0;

  static constexpr std::string_view name = "say_for_table";
  static constexpr model::role_set who{model::role::resident, model::role::facilitator,
                                       model::role::operator_};
  static constexpr model::phase_set when{model::phase::talk, model::phase::ideas};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    const bool is_resident = by_whom.as == model::role::resident;
    if (is_resident && model::phase_now(s) != model::phase::talk) {
      return model::refused{model::refusal::wrong_phase};
    }
    if (table == 0 || !model::is_table(s.set, table)) {
      return model::refused{model::refusal::value_out_of_range, "table", s.set.tables};
    }
    if (is_resident && model::table_of(s, by_whom.id) != table) {
      return model::refused{model::refusal::not_your_table, "table"};
    }
    if (model::sentence_seq(s, table) != after) {
      return model::refused{model::refusal::sentence_changed, "after"};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    auto& said = s.sentences[table];
    said.seq = at.seq;
    said.text = text;
    said.at = at.time_ms;
    said.text_entries.push_back(at.seq);
    t.add(model::record::sentence, table);
  }
};
BOOST_DESCRIBE_STRUCT(say_for_table, (), (table, text, after))

} // namespace viche::ops
