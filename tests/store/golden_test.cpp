// A data file once written is read for ever, and its head stays what was published.
#include "store/log_fixture.hpp"
#include "store/migrations.hpp"
#include "store/reader.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace viche;
using namespace viche::test;

namespace {

// The data file of an older schema as it was, not yet opened by the program of today.
struct old_file : log_fixture {
  explicit old_file(const std::string& golden) : log_fixture(false) {
    log.reset();
    file = folder / "old.viche";
    std::ifstream in(VICHE_SOURCE_DIR "/tests/golden/" + golden);
    const std::string sql{std::istreambuf_iterator<char>(in), {}};
    REQUIRE_FALSE(sql.empty());
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA synchronous = OFF");
    db.exec(sql);
  }

  std::string ask(const std::string& sql) const {
    return SQLite::Database(file.string(), SQLite::OPEN_READONLY).execAndGet(sql).getString();
  }

  // Names of everything, and how tables, triggers and views were made.
  std::string shape() const {
    return ask("SELECT group_concat(name || ' ' || coalesce(sql, ''), char(10)) FROM "
               "(SELECT name, sql FROM sqlite_master ORDER BY name)");
  }
};

// What the program of today makes of nothing.
std::string shape_of_today() {
  old_file fresh("data_file_v1.sql");
  fresh.file = fresh.folder / "new.viche";
  fresh.open();
  return fresh.shape();
}

} // namespace

TEST_CASE("the data file of schema 1 opens, replays and verifies to the head it had") {
  const std::string head = "dfc41790402d6c66ddd5feb88e51a1643537f918edcb9f9c87ef08fbe1170f02";
  old_file f("data_file_v1.sql");
  f.open(); // and the views of today with it
  CHECK(f.ask("SELECT count(*) FROM submissions") == "2");
  const auto found = f.load();
  CHECK(found.head == head);
  REQUIRE(found.rows.size() == 6);
  CHECK_FALSE(found.rows[1].texts[0].has_value());
  CHECK(found.rows[2].texts[0] == "Дорога");
  CHECK(found.rows[3].fields == R"({"idea":2,"text":0})");
  CHECK(found.rows[4].by == model::actor{.as = model::role::resident, .id = id_of(501)});
  CHECK_FALSE(found.record.keys.vote.has_value());
  const auto verified = store::verify_file(f.file).value();
  CHECK(verified.is_whole());
  CHECK(verified.chains[0].head == head);
  CHECK(await(f.log->append(found.record.id, batch_of({an_idea(7, "Ще")}))));
}

TEST_CASE("the data file of schema 2 opens, replays and verifies to the heads it had") {
  const std::string head = "92832cfe18db6960a797f2b956171eb25e2ebc41dfe0fa8bf2fce2f734a6c55f";
  const std::string other = "aaa19150852cb7f683a9d56a32916be61e720cd8df6d4786a9507da73df508af";
  old_file f("data_file_v2.sql");
  f.open();
  CHECK(f.ask("SELECT count(*) FROM submissions") == "4");
  const auto found = f.load();
  CHECK(found.head == head);
  REQUIRE(found.rows.size() == 9);
  CHECK_FALSE(found.rows[2].texts[0].has_value());
  CHECK(found.rows[4].kind == "submit_late_idea");
  CHECK(found.rows[7].by == model::actor{.as = model::role::resident, .id = id_of(501)});
  CHECK(found.incarnation == "00000000482913ab"); // a log that was never copied
  CHECK_FALSE(found.record.keys.vote.has_value());
  const auto verified = store::verify_file(f.file).value();
  CHECK(verified.is_whole());
  REQUIRE(verified.chains.size() == 2);
  CHECK(verified.chains[0].head == head);
  CHECK(verified.chains[1].head == other);
  CHECK(await(f.log->append(found.record.id, batch_of({an_idea(10, "Ще")}))));
}

TEST_CASE("the data file of schema 3 opens with the epochs of a copy, and takes names") {
  const std::string head = "92832cfe18db6960a797f2b956171eb25e2ebc41dfe0fa8bf2fce2f734a6c55f";
  old_file f("data_file_v3.sql");
  f.open();
  const auto found = f.load();
  CHECK(found.head == head);
  CHECK(found.incarnation == "01541ce62cb5ce33");
  CHECK(store::verify_file(f.file).value().is_whole());
  store::name_change signs{found.record.id, id_of(501), "Олена", start_ms};
  CHECK(await(f.log->change_name(signs)).has_value());
  CHECK(await(f.log->names(found.record.id)).value().size() == 1);
  CHECK(await(f.log->append(found.record.id, batch_of({an_idea(10, "Ще")}))));
}

TEST_CASE("a file of any older schema comes to have the schema of today, to the letter") {
  const auto today = shape_of_today();
  for (const auto* golden : {"data_file_v1.sql", "data_file_v2.sql", "data_file_v3.sql"}) {
    CAPTURE(golden);
    old_file f(golden);
    f.open();
    CHECK(f.shape() == today);
    CHECK(f.ask("PRAGMA user_version") == std::to_string(store::schema_version));
  }
}
