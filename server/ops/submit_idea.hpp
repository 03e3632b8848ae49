// submit_idea: the idea itself; its id is the seq of this entry. Staff type for people without
// phones, also while ideas are being sorted.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct submit_idea {
  model::idea_text text;
  std::vector<model::slug> areas;
  std::uint32_t table = 0;
  model::channel channel{};

  static constexpr std::string_view name = "submit_idea";
  static constexpr model::role_set who{model::role::resident, model::role::operator_,
                                       model::role::facilitator};
  static constexpr model::phase_set when{model::phase::ideas, model::phase::sort};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (by_whom.as == model::role::resident) {
      if (model::phase_now(s) != model::phase::ideas) {
        return model::refused{model::refusal::wrong_phase};
      }
      if (channel != model::channel::phone) {
        return model::refused{model::refusal::not_allowed, "channel"};
      }
    }
    if (!model::is_table(s.set, table)) {
      return model::refused{model::refusal::value_out_of_range, "table", s.set.tables};
    }
    if (auto no = check_areas(s, areas)) return no;
    return check_room(s, by_whom);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    model::idea i;
    i.id = at.seq;
    i.number = static_cast<std::uint32_t>(s.ideas.size() + 1);
    i.author = at.by;
    i.at = at.time_ms;
    i.text = text;
    i.areas = areas;
    i.table = table;
    if (const auto joined = s.people.find(at.by.id); joined != s.people.end()) {
      if (table == 0) i.table = joined->second.table;
      i.settlement = joined->second.settlement;
    }
    i.channel = channel;
    i.is_pending = s.has_premoderation;
    i.text_entries = {at.seq};
    touch_idea(s, s.ideas.emplace(at.seq, std::move(i)).first->second, t);
  }
};
BOOST_DESCRIBE_STRUCT(submit_idea, (), (text, areas, table, channel))

} // namespace viche::ops
