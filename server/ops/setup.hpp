// Bounds of a session's settings, asked by open_session and configure_session alike.
#pragma once

#include "ops/op.hpp"

namespace viche::ops {

model::verdict check_settings(const model::settings& set);

} // namespace viche::ops
