// The private part of an entry as bytes: what is stored, hashed and, one day, erased.
// {"actor":{"as":"resident","id":"…32 hex…"},"op_id":"…","time_ms":…,"op":{fields}}
#pragma once

#include "model/log_row.hpp"

#include <string>
#include <string_view>

namespace viche::store {

// Throws boost::system::system_error if `row.fields` is no JSON object: a bug of whoever made it.
std::string encode_private_part(const model::log_row& row);

// Fills time_ms, op_id, by and fields of the row. False: these bytes are not a private part.
[[nodiscard]] bool decode_private_part(std::string_view bytes, model::log_row& row);

} // namespace viche::store
