// Entry + state → touched records. The sole writer of a state; a replay is the same fold. Pure.
#pragma once

#include "model/state.hpp"
#include "model/touched.hpp"
#include "ops/list.hpp"

namespace viche::fold {

// `e.at.seq` is the place after the state's last one (asserted). Adds to `t`.
void fold(model::state& s, const ops::entry& e, model::touched& t);

} // namespace viche::fold
