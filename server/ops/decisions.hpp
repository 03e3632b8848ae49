// What the two ops of the council's decisions share. Lines count together or not at all; an empty
// decision takes one back.
#pragma once

#include "ops/op.hpp"

#include <vector>

namespace viche::ops {

// Refusal unless these are 1–2000 lines of published ideas, each once.
model::verdict check_lines(const model::state& s, const std::vector<model::decision_line>& lines);

void apply_lines(model::state& s, const model::place& at, model::touched& t,
                 const std::vector<model::decision_line>& lines);

} // namespace viche::ops
