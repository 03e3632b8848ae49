// Refusals: the person may not, and is told so by a name of this list. docs/protocol.md says when.
#pragma once

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace viche::model {

enum class refusal : std::uint8_t {
  session_unknown,
  session_full,
  session_closed,
  link_unknown,
  pass_missing,
  host_key_wrong,
  origin_refused,
  subprotocol_unknown,
  request_malformed,
  op_malformed,
  op_unknown,
  op_id_malformed,
  not_allowed,
  not_joined,
  not_yours,
  wrong_phase,
  phase_open_already,
  paused,
  paused_already,
  not_paused,
  no_clock,
  text_empty,
  text_too_long,
  text_invalid,
  text_forbidden,
  area_unknown,
  area_count,
  area_in_use,
  areas_malformed,
  value_out_of_range,
  votes_cast_already,
  idea_unknown,
  idea_hidden,
  idea_not_hidden,
  idea_withdrawn,
  idea_merged,
  idea_not_merged,
  idea_moderated,
  merge_malformed,
  results_were_shown,
  spotlight_empty,
  vote_stands_already,
  vote_absent,
  no_votes_left,
  vote_outcome_unknown,
  own_ideas_full,
  ideas_full,
  idea_own,
  support_stands_already,
  support_absent,
  help_asked_already,
  help_absent,
  slot_refused,
  late_unknown,
  idea_not_pending,
  idea_pending,
  ideas_malformed,
  text_as_it_was,
  undo_unknown,
  undo_overtaken,
  link_own,
  warmup_answered,
  not_your_table,
  sentence_changed,
  sentence_absent,
  decision_changed,
  sheet_unknown,
  sheet_entered_already,
  sheet_confirmed_already,
  sheet_differs,
  second_person_needed,
  withdrawal_unasked,
  marks_too_many,
  marks_malformed,
  hands_unknown,
  hands_counted_already,
  hands_differ,
  idea_hands_counted,
  card_needed,
  card_unknown,
  card_void,
  card_taken,
  card_held_already,
  card_unused,
  card_voted_online,
  online_votes_absent,
  voted_on_paper,
  sheet_under_check,
  names_not_asked,
  consent_missing,
  name_malformed,
  recovery_unknown,
  rehearsal_runs,
  rehearsal_failed,
  rate_limited,
  inbox_full,
  storage_unavailable,
};
// As BOOST_DESCRIBE_ENUM would, which takes at most 52 names: three lists, one description. They
// are the enumerators in their order.
// clang-format off
BOOST_DESCRIBE_MAYBE_UNUSED BOOST_DESCRIBE_ENUM_BEGIN(refusal)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, refusal,
  session_unknown, session_full, session_closed, link_unknown, pass_missing, host_key_wrong,
  origin_refused, subprotocol_unknown, request_malformed, op_malformed, op_unknown,
  op_id_malformed, not_allowed, not_joined, not_yours, wrong_phase, phase_open_already, paused,
  paused_already, not_paused, no_clock)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, refusal,
  text_empty, text_too_long, text_invalid, text_forbidden, area_unknown, area_count,
  area_in_use, areas_malformed, value_out_of_range, votes_cast_already, idea_unknown,
  idea_hidden, idea_not_hidden, idea_withdrawn, idea_merged, idea_not_merged, idea_moderated,
  merge_malformed, results_were_shown, spotlight_empty, vote_stands_already, vote_absent,
  no_votes_left, vote_outcome_unknown, own_ideas_full, ideas_full, idea_own,
  support_stands_already, support_absent, help_asked_already, help_absent, slot_refused,
  late_unknown)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, refusal,
  idea_not_pending, idea_pending, ideas_malformed, text_as_it_was, undo_unknown, undo_overtaken,
  link_own, warmup_answered, not_your_table, sentence_changed, sentence_absent,
  decision_changed, sheet_unknown, sheet_entered_already, sheet_confirmed_already,
  sheet_differs, second_person_needed, withdrawal_unasked, marks_too_many, marks_malformed,
  hands_unknown, hands_counted_already, hands_differ, idea_hands_counted, card_needed,
  card_unknown, card_void, card_taken, card_held_already, card_unused, card_voted_online,
  online_votes_absent, voted_on_paper, sheet_under_check, names_not_asked, consent_missing,
  name_malformed, recovery_unknown, rehearsal_runs, rehearsal_failed, rate_limited, inbox_full,
  storage_unavailable)
BOOST_DESCRIBE_ENUM_END(refusal)
    // clang-format on

    // `later`: stays in the outbox and is sent again when the named condition has ended.
    constexpr bool is_later(refusal r) {
  return r == refusal::paused || r == refusal::rate_limited || r == refusal::inbox_full ||
         r == refusal::storage_unavailable || r == refusal::session_full;
}

// The wire name; never empty.
inline std::string_view name_of(refusal r) {
  return boost::describe::enum_to_string(r, "");
}

// A refusal with what the page needs to say it well. `field` points to static storage.
struct refused {
  refusal why{};
  const char* field = nullptr;
  std::uint64_t limit = 0;
};

// What a `check` answers: nothing, or why not.
using verdict = std::optional<refused>;
inline constexpr std::nullopt_t may = std::nullopt;

} // namespace viche::model
