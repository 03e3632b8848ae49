// open_phase: ends the open phase and begins another, with a planned length (0: no clock).
// Nothing ends by itself. Closing the session is irreversible: the vote key dies with it.
#pragma once

#include "ops/ideas.hpp"

namespace viche::ops {

struct open_phase {
  model::phase phase{};
  std::uint32_t minutes = 0;

  static constexpr std::string_view name = "open_phase";
  static constexpr model::role_set who{model::role::facilitator};
  static constexpr auto when = model::phase_set::until_closed();
  static constexpr hand by = hand::writer;
  static constexpr bool while_paused = true;

  model::verdict check(const model::state& s, const model::actor&) const {
    if (model::phase_now(s) == phase) return model::refused{model::refusal::phase_open_already};
    if (minutes > limits::phase_minutes_max) {
      return model::refused{model::refusal::value_out_of_range, "minutes",
                            limits::phase_minutes_max};
    }
    // Voting again with the ranking known would not be the same vote.
    if (s.revealed_place != 0 && phase != model::phase::closed) {
      return model::refused{model::refusal::results_were_shown};
    }
    return model::may;
  }

  model::scope changes(const model::state&) const { return {.has_clock = true}; }

  void apply(model::state& s, const model::place& at, model::touched& t) const {
    end_pause(s, at);
    if (!s.phases.empty()) s.phases.back().closed_at = at.time_ms;
    s.phases.push_back(
        {.what = phase, .opened_at = at.time_ms, .planned_ms = std::int64_t{minutes} * 60'000});
    t.add(model::record::phase);
    t.add(model::record::totals);
    touch_ranking(s, t); // places are known from `results` on
    t.vote_key_erased |= phase == model::phase::closed;
  }

  // A new phase begins unpaused: the facilitator who opens it means to go on.
  static void end_pause(model::state& s, const model::place& at) {
    if (!s.is_paused) return;
    auto& p = s.pauses.back();
    p.until = at.time_ms;
    s.phases.back().paused_ms += p.until - p.since;
    s.is_paused = false;
  }
};
BOOST_DESCRIBE_STRUCT(open_phase, (), (phase, minutes))

} // namespace viche::ops
