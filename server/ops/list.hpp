// The one visible list of ops. Adding an op is a file, a line here, a test and a control.
#pragma once

#include "ops/accept_late_idea.hpp"
#include "ops/add_link.hpp"
#include "ops/answer_warmup.hpp"
#include "ops/approve_ideas.hpp"
#include "ops/ask_hands_withdrawal.hpp"
#include "ops/ask_help.hpp"
#include "ops/ask_sheet_withdrawal.hpp"
#include "ops/cast_vote.hpp"
#include "ops/claim_ideas.hpp"
#include "ops/clear_spotlight.hpp"
#include "ops/configure_session.hpp"
#include "ops/confirm_hands.hpp"
#include "ops/confirm_sheet.hpp"
#include "ops/correct_idea.hpp"
#include "ops/count_guests.hpp"
#include "ops/count_hands.hpp"
#include "ops/count_warmup.hpp"
#include "ops/decide_proposals.hpp"
#include "ops/decide_table.hpp"
#include "ops/decline_late_idea.hpp"
#include "ops/drop_warmup_hands.hpp"
#include "ops/edit_idea.hpp"
#include "ops/end_help.hpp"
#include "ops/enter_sheet.hpp"
#include "ops/erase_sentence.hpp"
#include "ops/extend_phase.hpp"
#include "ops/free_card.hpp"
#include "ops/hide_idea.hpp"
#include "ops/import_proposal.hpp"
#include "ops/import_session.hpp"
#include "ops/issue_cards.hpp"
#include "ops/join.hpp"
#include "ops/merge_ideas.hpp"
#include "ops/open_phase.hpp"
#include "ops/open_session.hpp"
#include "ops/pause.hpp"
#include "ops/plan_phase.hpp"
#include "ops/publish_results.hpp"
#include "ops/redact_idea.hpp"
#include "ops/release_ideas.hpp"
#include "ops/replace_card.hpp"
#include "ops/restore_idea.hpp"
#include "ops/resume.hpp"
#include "ops/reveal_place.hpp"
#include "ops/say_for_table.hpp"
#include "ops/set_authorship.hpp"
#include "ops/set_branding.hpp"
#include "ops/set_premoderation.hpp"
#include "ops/set_report_details.hpp"
#include "ops/set_warmup.hpp"
#include "ops/set_wifi.hpp"
#include "ops/share_phones.hpp"
#include "ops/show_board.hpp"
#include "ops/split_idea.hpp"
#include "ops/spotlight_idea.hpp"
#include "ops/submit_idea.hpp"
#include "ops/submit_late_idea.hpp"
#include "ops/support_idea.hpp"
#include "ops/tag_idea.hpp"
#include "ops/undo_entry.hpp"
#include "ops/use_card.hpp"
#include "ops/withdraw_hands.hpp"
#include "ops/withdraw_idea.hpp"
#include "ops/withdraw_link.hpp"
#include "ops/withdraw_results.hpp"
#include "ops/withdraw_sheet.hpp"
#include "ops/withdraw_support.hpp"
#include "ops/withdraw_vote.hpp"

#include <variant>

namespace viche::ops {

template <op... Ops>
using list_of = std::variant<Ops...>;

// clang-format off
using any_op = list_of<
  open_session,
  configure_session,
  open_phase,
  pause,
  resume,
  extend_phase,
  join,
  submit_idea,
  edit_idea,
  withdraw_idea,
  tag_idea,
  support_idea,
  withdraw_support,
  redact_idea,
  hide_idea,
  restore_idea,
  merge_ideas,
  split_idea,
  spotlight_idea,
  clear_spotlight,
  cast_vote,
  withdraw_vote,
  reveal_place,
  ask_help,
  end_help,
  set_wifi,
  share_phones,
  submit_late_idea,
  accept_late_idea,
  decline_late_idea,
  correct_idea,
  approve_ideas,
  claim_ideas,
  release_ideas,
  set_premoderation,
  plan_phase,
  undo_entry,
  add_link,
  withdraw_link,
  set_warmup,
  answer_warmup,
  count_warmup,
  drop_warmup_hands,
  say_for_table,
  erase_sentence,
  show_board,
  count_guests,
  enter_sheet,
  confirm_sheet,
  withdraw_sheet,
  count_hands,
  confirm_hands,
  withdraw_hands,
  issue_cards,
  use_card,
  free_card,
  replace_card,
  set_branding,
  set_authorship,
  set_report_details,
  decide_proposals,
  publish_results,
  withdraw_results,
  ask_sheet_withdrawal,
  ask_hands_withdrawal,
  import_session,
  import_proposal,
  decide_table
>;
// clang-format on

// An op that has its place: what fold applies and a replay reads.
struct entry {
  model::place at;
  std::string op_id;
  any_op what;
};

inline std::string_view name_of(const any_op& o) {
  return std::visit([]<class Op>(const Op&) { return Op::name; }, o);
}

} // namespace viche::ops
