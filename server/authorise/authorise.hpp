// May this actor do this now? Role, closing, pause, phase, then the op's own check. Pure.
#pragma once

#include "ops/list.hpp"

namespace viche::authorise {

model::verdict authorise(const model::state& s, const model::actor& by, const ops::any_op& op);

} // namespace viche::authorise
