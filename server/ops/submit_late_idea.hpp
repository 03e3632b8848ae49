// submit_late_idea: an idea that missed its phase («Показати ведучим»). Only the desk and its
// author see it, until the desk accepts or declines it.
#pragma once

#include "ops/ideas.hpp"
#include "ops/late_ideas.hpp"

namespace viche::ops {

struct submit_late_idea {
  model::idea_text text;
  std::vector<model::slug> areas;
  std::uint32_t table = 0;

  static constexpr std::string_view name = "submit_late_idea";
  static constexpr model::role_set who{model::role::resident};
  static constexpr model::phase_set when{model::phase::sort, model::phase::vote,
                                         model::phase::results};
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = false;

  model::verdict check(const model::state& s, const model::actor& by_whom) const {
    if (!model::is_table(s.set, table)) {
      return model::refused{model::refusal::value_out_of_range, "table", s.set.tables};
    }
    if (auto no = check_areas(s, areas)) return no;
    return check_room(s, by_whom);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    model::late_idea l;
    l.id = at.seq;
    l.author = at.by;
    l.at = at.time_ms;
    l.text = text;
    l.areas = areas;
    l.table = table;
    if (const auto joined = s.people.find(at.by.id); joined != s.people.end()) {
      if (table == 0) l.table = joined->second.table;
      l.settlement = joined->second.settlement;
    }
    touch_late(s.late_ideas.emplace(at.seq, std::move(l)).first->second, t);
  }
};
BOOST_DESCRIBE_STRUCT(submit_late_idea, (), (text, areas, table))

} // namespace viche::ops
