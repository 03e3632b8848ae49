// The steps between schemas, and taking them.
#include "store/migrations.hpp"

#include <algorithm>
#include <string>

namespace viche::store {

std::span<const migration> migrations() {
  return {};
}

int version_of(const SQLite::Database& db) {
  SQLite::Statement q(db, "PRAGMA user_version");
  q.executeStep();
  return q.getColumn(0).getInt();
}

bool migrate(SQLite::Database& db, std::span<const migration> steps, int wanted) {
  SQLite::Transaction all(db); // rolls back unless committed
  for (int at = version_of(db); at < wanted; ++at) {
    const auto step = std::ranges::find(steps, at, &migration::from);
    if (step == steps.end()) return false;
    db.exec(std::string{step->sql});
    db.exec("PRAGMA user_version = " + std::to_string(at + 1));
  }
  all.commit();
  return true;
}

} // namespace viche::store
