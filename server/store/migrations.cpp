// The steps between schemas, and taking them.
#include "store/migrations.hpp"

#include "store/schema.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>

namespace viche::store {
namespace {

// Views hold nothing, so they are made again from the schema of today, whose last part they are.
// Of a view that reads what a later step adds, SQLite asks nothing until it is read.
std::string views_again() {
  const auto at = schema_sql.find("-- For reading.");
  assert(at != std::string_view::npos);
  std::string sql;
  for (const auto* view : {"votes", "ideas", "areas", "sessions", "merges", "submissions",
                           "standing_entries", "entries"}) {
    sql += std::string("DROP VIEW IF EXISTS ") + view + ";\n"; // whichever the version had
  }
  sql += schema_sql.substr(at);
  return sql;
}

// Copies that live on by themselves (`viche backup`) are told apart from what they were made of.
constexpr std::string_view incarnations = R"sql(
CREATE TABLE incarnation (
  session INTEGER PRIMARY KEY REFERENCES session (id),
  epoch   TEXT    NOT NULL CHECK (length(epoch) = 16)
) STRICT;
)sql";

// Names outside the log.
constexpr std::string_view names = R"sql(
CREATE TABLE people (
  id           INTEGER PRIMARY KEY,
  session      INTEGER NOT NULL REFERENCES session (id),
  person       BLOB    NOT NULL CHECK (length(person) = 16),
  name         TEXT,
  consented_ms INTEGER,
  CHECK ((name IS NULL) = (consented_ms IS NULL))
) STRICT;

CREATE INDEX people_of_a_session ON people (session, person);

CREATE UNIQUE INDEX one_name_of_a_person ON people (session, person) WHERE name IS NOT NULL;

CREATE TRIGGER people_are_only_erased BEFORE UPDATE ON people
WHEN NEW.id IS NOT OLD.id OR NEW.session IS NOT OLD.session OR NEW.person IS NOT OLD.person
  OR NEW.name IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a name can only be erased');
END;

CREATE TRIGGER people_stay BEFORE DELETE ON people
BEGIN
  SELECT RAISE(ABORT, 'a name is erased by setting it to NULL');
END;
)sql";

} // namespace

std::span<const migration> migrations() {
  static const std::string from_1 = views_again(); // late ideas are ideas, once accepted
  static const std::string from_2 = std::string{incarnations} + views_again(); // undo, paper
  static const std::array steps{migration{1, from_1}, migration{2, from_2}, migration{3, names}};
  return steps;
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
