// The order of the questions is the order in which a person would want to hear the answers.
#include "authorise/authorise.hpp"

#include <boost/mp11/algorithm.hpp>

#include <type_traits>

namespace viche::authorise {
namespace {

template <class Op>
model::verdict authorise_op(const model::state& s, const model::actor& by, const Op& op) {
  if (!Op::who.has(by.as)) return model::refused{model::refusal::not_allowed};
  // What only the council does is left, as in a session that is closed.
  const auto now = model::is_over(s) ? model::phase::closed : model::phase_now(s);
  if (now == model::phase::closed && !Op::when.has(now)) {
    return model::refused{model::refusal::session_closed};
  }
  const bool is_stopped = s.is_paused && by.as == model::role::resident && !Op::while_paused;
  if (is_stopped) return model::refused{model::refusal::paused};
  if (!Op::when.has(now)) return model::refused{model::refusal::wrong_phase};
  return op.check(s, by);
}

template <class Op>
constexpr bool is_done_after_close =
    Op::when.has(model::phase::closed) && !std::is_same_v<Op, ops::import_session> &&
    !std::is_same_v<Op, ops::import_proposal>;

} // namespace

std::optional<model::actor> actor_of(const model::state& s, const model::identity& is,
                                     const ops::any_op& op) {
  const auto hand = std::visit([]<class Op>(const Op&) { return Op::by; }, op);
  if (hand == ops::hand::writer || is.as != model::role::resident) {
    return model::actor{is.as, is.writer};
  }
  const auto voter = hand == ops::hand::device ? is.voter : model::voter_of(s, is);
  if (!voter) return std::nullopt;
  return model::actor{is.as, *voter};
}

model::seq_t place_of_first(const model::state& s, const model::identity& is, const ops::any_op& op,
                            std::string_view op_id) {
  const auto place_under = [&](const model::actor& by) {
    const auto first = s.answered.find(model::answered_key(by, op_id));
    return first == s.answered.end() ? model::seq_t{0} : first->second;
  };
  const auto by = actor_of(s, is, op);
  if (const auto first = by ? place_under(*by) : 0; first != 0) return first;
  const bool is_vote =
      std::visit([]<class Op>(const Op&) { return Op::by == ops::hand::voter; }, op);
  if (!is_vote || !is.voter) return 0;
  const auto before = s.voters_before.find(*is.voter);
  if (before == s.voters_before.end()) return 0;
  for (const auto& voter : before->second) {
    if (const auto first = place_under({is.as, voter}); first != 0) return first;
  }
  return 0;
}

model::verdict authorise(const model::state& s, const model::actor& by, const ops::any_op& op) {
  return std::visit([&](const auto& o) { return authorise_op(s, by, o); }, op);
}

model::verdict authorise(const model::state& s, const model::identity& is, const ops::any_op& op) {
  const auto by = actor_of(s, is, op);
  if (!by) {
    return model::refused{is.voter ? model::refusal::card_needed
                                   : model::refusal::vote_outcome_unknown};
  }
  // It may have been withdrawn while the op was on its way.
  const bool is_staff = is.as != model::role::resident && is.as != model::role::host;
  if (is_staff && model::role_of_link(s, is.writer) != is.as) {
    return model::refused{model::refusal::link_unknown};
  }
  if (auto no = authorise(s, *by, op)) return no;
  const bool is_way_in = std::holds_alternative<ops::join>(op);
  if (is.as != model::role::resident || is_way_in || s.people.contains(is.writer)) {
    return model::may;
  }
  return model::refused{model::refusal::not_joined};
}

bool may_follow(const model::state& s, const ops::any_op& op) {
  if (!model::is_over(s)) return true;
  // Nothing but the next of the same import leaves the clock changed by the last entry.
  if (std::holds_alternative<ops::import_proposal>(op)) {
    return s.imported.has_value() && s.clock_changed == s.seq;
  }
  return std::visit([]<class Op>(const Op&) { return is_done_after_close<Op>; }, op);
}

bool is_of_council(std::string_view kind) {
  bool is = false;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, ops::any_op>>(
      [&]<class Op>(std::type_identity<Op>) {
        is = is || (is_done_after_close<Op> && Op::name == kind);
      });
  return is;
}

} // namespace viche::authorise
