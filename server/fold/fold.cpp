// One step of the fold.
#include "fold/fold.hpp"

#include <cassert>

namespace viche::fold {

void fold(model::state& s, const ops::entry& e, model::touched& t) {
  assert(e.at.seq == s.seq + 1);
  std::visit([&](const auto& op) { op.apply(s, e.at, t); }, e.what);
  s.answered.emplace(model::answered_key(e.at.by, e.op_id), e.at.seq);
  s.seq = e.at.seq;
}

} // namespace viche::fold
