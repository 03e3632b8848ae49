// Entry ↔ row of the store. Rows are for ever: what a row means never changes.
#pragma once

#include "fault.hpp"
#include "model/log_row.hpp"
#include "ops/list.hpp"

namespace viche::decode {

model::log_row encode_row(const ops::entry& e);

// A text that was erased reads as empty. Fault storage_corrupt if the row is none of ours.
result<ops::entry> decode_row(const model::log_row& row);

} // namespace viche::decode
