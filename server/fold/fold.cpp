// One step of the fold. What can be undone is remembered here, so that no op can forget it.
#include "fold/fold.hpp"

#include <cassert>

namespace viche::fold {
namespace {

template <class Op>
void apply(model::state& s, const Op& op, const model::place& at, model::touched& t) {
  if constexpr (ops::undoable<Op>) {
    const auto what = op.changes(s);
    auto step = model::remember(s, what, at.seq, Op::name);
    op.apply(s, at, t);
    model::stamp(s, what, at.seq);
    if (at.by.as == model::role::facilitator) {
      model::keep_step(s, at.by.id, std::move(step), t);
    }
  } else {
    op.apply(s, at, t);
  }
}

} // namespace

void fold(model::state& s, const ops::entry& e, model::touched& t) {
  assert(e.at.seq == s.seq + 1);
  std::visit([&](const auto& op) { apply(s, op, e.at, t); }, e.what);
  s.answered.emplace(model::answered_key(e.at.by, e.op_id), e.at.seq);
  s.entries_of[e.at.by.id].push_back(e.at.seq);
  s.seq = e.at.seq;
}

} // namespace viche::fold
