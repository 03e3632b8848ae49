// accept_late_idea: a late idea becomes one like the others, by its author and of the time it was
// handed in; its id is the seq of this entry, its number the next. What it says stays in the entry
// of submit_late_idea, so a redaction erases it there.
#pragma once

#include "ops/ideas.hpp"
#include "ops/late_ideas.hpp"

namespace viche::ops {

struct accept_late_idea {
  model::seq_t late = 0;

  static constexpr std::string_view name = "accept_late_idea";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (auto no = check_places_unseen(s)) return no;
    return check_waiting(s, late);
  }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    auto& l = late_at(s, late);
    model::idea i;
    i.id = at.seq;
    i.number = static_cast<std::uint32_t>(s.ideas.size() + 1);
    i.author = l.author;
    i.at = l.at;
    i.text = std::exchange(l.text, {});
    i.areas = l.areas;
    i.table = l.table;
    i.settlement = l.settlement;
    i.channel = model::channel::phone;
    i.is_moderated = true; // a facilitator has read and taken it as it is
    i.text_entries = {late};
    l.fate = model::late_fate::accepted;
    l.idea = at.seq;
    touch_late(l, t);
    touch_idea(s, s.ideas.emplace(at.seq, std::move(i)).first->second, t);
  }
};
BOOST_DESCRIBE_STRUCT(accept_late_idea, (), (late))

} // namespace viche::ops
