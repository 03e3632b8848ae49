// schema.sql, embedded in the binary by cmake/schema.cmake.
#pragma once

#include <string_view>

namespace viche::store {

extern const std::string_view schema_sql;

} // namespace viche::store
