// The schema itself refuses what must not happen, whoever opens the file.
#include "store/log_fixture.hpp"
#include "store/migrations.hpp"
#include "store/schema.hpp"

#include <doctest/doctest.h>

using namespace viche;
using namespace viche::test;

namespace {

// A file with a session and two entries, open on a connection of the test's own.
struct open_file : log_fixture {
  open_file() { append(batch_of({an_idea(2, "Лікар")})).value(); }

  bool allows(const std::string& sql) {
    log.reset();
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
    db.exec("PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON");
    const int code = db.tryExec(sql);
    INFO(sql);
    CHECK((code == SQLite::OK || (code & 0xFF) == 19)); // nothing but a constraint refuses
    return code == SQLite::OK;
  }
};

} // namespace

TEST_CASE("an entry is neither changed nor deleted") {
  open_file f;
  CHECK_FALSE(f.allows("UPDATE entry SET kind = 'join' WHERE seq = 2"));
  CHECK_FALSE(f.allows("UPDATE entry SET minute = minute + 1"));
  CHECK_FALSE(f.allows("DELETE FROM entry WHERE seq = 2"));
  CHECK_FALSE(f.allows("REPLACE INTO entry SELECT session, seq, 'join', minute, commitment, hash "
                       "FROM entry WHERE seq = 2"));
}

TEST_CASE("an entry comes after the last one of its session") {
  open_file f;
  const std::string copy = "INSERT INTO entry SELECT session, seq + ";
  const std::string rest = ", kind, minute, commitment, hash FROM entry WHERE seq = 2";
  CHECK_FALSE(f.allows(copy + "0" + rest));
  CHECK_FALSE(f.allows(copy + "2" + rest));
  CHECK_FALSE(f.allows("INSERT INTO entry SELECT 99, 1, kind, minute, commitment, hash "
                       "FROM entry WHERE seq = 2")); // of no session
  CHECK(f.allows(copy + "1" + rest));
}

TEST_CASE("private parts and texts can be erased, and nothing else") {
  open_file f;
  CHECK_FALSE(f.allows("UPDATE entry_private SET bytes = '{}' WHERE seq = 2"));
  CHECK_FALSE(f.allows("UPDATE entry_private SET resend_key = randomblob(32) WHERE seq = 2"));
  CHECK_FALSE(f.allows("UPDATE entry_private SET bytes = NULL WHERE seq = 2"));
  CHECK_FALSE(f.allows("DELETE FROM entry_private WHERE seq = 2"));
  CHECK_FALSE(f.allows("UPDATE entry_text SET text = 'Інше' WHERE seq = 2"));
  CHECK_FALSE(f.allows("UPDATE entry_text SET text = NULL WHERE seq = 2"));
  CHECK_FALSE(f.allows("UPDATE entry_text SET ordinal = 5 WHERE seq = 2"));
  CHECK_FALSE(f.allows("DELETE FROM entry_text WHERE seq = 2"));
  CHECK(f.allows("UPDATE entry_text SET salt = NULL, text = NULL WHERE seq = 2"));
  CHECK(f.allows("UPDATE entry_private SET salt = NULL, bytes = NULL, text_commitments = NULL"));
}

TEST_CASE("of a session only the vote key can be erased") {
  open_file f;
  CHECK_FALSE(f.allows("UPDATE session SET code = '000000'"));
  CHECK_FALSE(f.allows("UPDATE session SET epoch = 'x'"));
  CHECK_FALSE(f.allows("UPDATE session SET writer_key = randomblob(32)"));
  CHECK_FALSE(f.allows("UPDATE session SET vote_key = randomblob(32)"));
  CHECK_FALSE(f.allows("DELETE FROM session"));
  CHECK(f.allows("UPDATE session SET vote_key = NULL"));
}

TEST_CASE("an op is in its session once") {
  open_file f;
  CHECK_FALSE(f.allows("INSERT INTO entry SELECT session, 3, kind, minute, commitment, hash "
                       "FROM entry WHERE seq = 2; "
                       "INSERT INTO entry_private (session, seq, resend_key) "
                       "SELECT session, 3, resend_key FROM entry_private WHERE seq = 2"));
}

TEST_CASE("every table is strict") {
  open_file f;
  f.log.reset();
  SQLite::Database db(f.file.string());
  CHECK(db.execAndGet("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND "
                      "type = 'table' AND name NOT LIKE 'sqlite_%' AND NOT strict")
            .getInt() == 0);
}

namespace {

constexpr std::array made_up_steps{
    store::migration{5, "ALTER TABLE hall ADD COLUMN seats INTEGER"},
    store::migration{6, "UPDATE hall SET seats = 40"},
    store::migration{8, "INSERT INTO nowhere VALUES (1)"},
};

struct made_up_file {
  SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};

  explicit made_up_file(int version) {
    db.exec("CREATE TABLE hall (name TEXT); INSERT INTO hall VALUES ('old'); PRAGMA user_version=" +
            std::to_string(version));
  }
  int columns() { return db.execAndGet("SELECT count(*) FROM pragma_table_info('hall')").getInt(); }
};

} // namespace

TEST_CASE("an older file is taken through every step to the schema of today") {
  made_up_file f(5);
  CHECK(store::migrate(f.db, made_up_steps, 7));
  CHECK(store::version_of(f.db) == 7);
  CHECK(f.db.execAndGet("SELECT seats FROM hall").getInt() == 40);
  CHECK(store::migrate(f.db, made_up_steps, 7)); // nothing left to do
}

TEST_CASE("a step that is missing or breaks leaves the file as it was") {
  made_up_file f(5);
  CHECK_FALSE(store::migrate(f.db, made_up_steps, 8));
  CHECK(store::version_of(f.db) == 5);
  CHECK(f.columns() == 1);
  made_up_file breaking(8);
  CHECK_THROWS_AS((void)store::migrate(breaking.db, made_up_steps, 9), SQLite::Exception);
  CHECK(store::version_of(breaking.db) == 8);
}

TEST_CASE("the embedded schema has the version the program thinks it has") {
  SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec(std::string{store::schema_sql});
  CHECK(store::version_of(db) == store::schema_version);
}
