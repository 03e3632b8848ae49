// A data file once written is read for ever, and its head stays what was published.
#include "store/log_fixture.hpp"
#include "store/reader.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace viche;
using namespace viche::test;

TEST_CASE("the data file of schema 1 opens, replays and verifies to the head it had") {
  const std::string head = "dfc41790402d6c66ddd5feb88e51a1643537f918edcb9f9c87ef08fbe1170f02";
  log_fixture f(false);
  f.log.reset();
  f.file = f.folder / "old.viche";
  {
    std::ifstream in(VICHE_SOURCE_DIR "/tests/golden/data_file_v1.sql");
    const std::string sql{std::istreambuf_iterator<char>(in), {}};
    REQUIRE_FALSE(sql.empty());
    SQLite::Database db(f.file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA synchronous = OFF");
    db.exec(sql);
  }
  f.open(); // and the views of today with it
  CHECK(SQLite::Database(f.file.string(), SQLite::OPEN_READONLY)
            .execAndGet("SELECT count(*) FROM submissions")
            .getInt() > 0);
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
