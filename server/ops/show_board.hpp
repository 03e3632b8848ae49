// show_board: what the board shows, whatever the phase; `follow` lets it show what the phase is
// about. An area narrows what shows ideas.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

struct show_board {
  model::board_mode mode{};
  std::vector<model::slug> areas;

  static constexpr std::string_view name = "show_board";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (areas.size() > 1) return model::refused{model::refusal::value_out_of_range, "areas", 1};
    for (const auto& a : areas) {
      if (!model::has_area(s.set, a)) return model::refused{model::refusal::area_unknown, "areas"};
    }
    return model::may;
  }

  void apply(model::state& s, const model::place&, model::touched& t) const {
    s.board = {.mode = mode, .area = areas.empty() ? model::slug{} : areas.front()};
    t.add(model::record::board);
  }
};
BOOST_DESCRIBE_STRUCT(show_board, (), (mode, areas))

} // namespace viche::ops
