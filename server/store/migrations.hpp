// Older data files are brought to the schema of today, one step a version. A new schema changes
// schema.sql and adds a step here.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <span>
#include <string_view>

namespace viche::store {

struct migration {
  int from = 0;         // leads to from + 1
  std::string_view sql; // without BEGIN, COMMIT and user_version
};

inline constexpr int schema_version = 4;

// All steps of the product, in order.
std::span<const migration> migrations();

int version_of(const SQLite::Database& db); // user_version

// Takes every step from the file's version up to `wanted`, all of them in one transaction. False,
// and nothing changed: no step leads on from where the file is. Exceptions of SQLite pass through
// and leave the file as it was.
[[nodiscard]] bool migrate(SQLite::Database& db, std::span<const migration> steps, int wanted);

} // namespace viche::store
