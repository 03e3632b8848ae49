// What is redacted is gone from the file and from the WAL, to the last byte; so is the vote key.
#include "limits.hpp"
#include "store/log_fixture.hpp"
#include "support/bytes_on_disk.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <random>
#include <thread>

using namespace viche;
using namespace viche::test;

namespace {

model::append_batch redaction(model::seq_t seq, model::seq_t idea, std::string remains) {
  auto batch =
      batch_of({a_row(seq, "redact_idea", {.as = model::role::facilitator, .id = id_of(2)},
                      "{\"idea\":" + std::to_string(idea) + ",\"text\":0}", {std::move(remains)})});
  batch.texts_erased = {idea};
  return batch;
}

bool holds(const std::string& bytes, const std::string& what) {
  return bytes.find(what) != std::string::npos;
}

} // namespace

TEST_CASE("a redacted text is nowhere on disk when the answer comes, and its remains are") {
  log_fixture f;
  const std::string secret = "телефон Марії 067 000 00 00";
  f.append(batch_of({an_idea(2, "Лікар, " + secret)})).value();
  REQUIRE(holds(bytes_on_disk(f.file), secret));

  f.append(redaction(3, 2, "Лікар")).value();
  CHECK_FALSE(f.log->erasure_is_pending());
  CHECK_FALSE(holds(bytes_on_disk(f.file), secret));
  CHECK(holds(bytes_on_disk(f.file), "Лікар"));
  const auto found = f.load();
  CHECK_FALSE(found.rows[1].texts[0].has_value());
  CHECK(found.rows[2].texts[0] == "Лікар");
}

TEST_CASE("texts of any length, among many sessions, leave no copy behind") {
  log_fixture f(false);
  std::mt19937 random(20'251'122); // fixed: the same file every time
  std::array<model::session_record, 3> sessions{a_session("100001"), a_session("100002"),
                                                a_session("100003")};
  std::array<model::seq_t, 3> last{1, 1, 1};
  for (auto& s : sessions)
    REQUIRE(await(f.log->create(s, opening())).value());
  struct place {
    std::size_t session;
    model::seq_t seq;
    std::string mark;
  };
  std::vector<place> standing;
  std::vector<std::string> erased;
  for (int i = 0; i < 400; ++i) {
    const auto which = random() % sessions.size();
    if (i % 5 != 4) {
      const auto mark = "mark" + std::to_string(1'000'000 + i) + ";";
      std::string text;
      for (auto times = 1 + random() % (i % 20 == 0 ? 900 : 60); times > 0; --times)
        text += mark;
      const auto seq = ++last[which];
      REQUIRE(await(f.log->append(sessions[which].id, batch_of({an_idea(seq, text)}))));
      standing.push_back({which, seq, mark});
    } else {
      const auto at = standing.begin() + static_cast<std::ptrdiff_t>(random() % standing.size());
      auto batch = redaction(++last[at->session], at->seq, "what remains");
      REQUIRE(await(f.log->append(sessions[at->session].id, std::move(batch))));
      erased.push_back(at->mark);
      standing.erase(at);
    }
  }
  const auto bytes = bytes_on_disk(f.file);
  for (const auto& mark : erased)
    CHECK_FALSE(holds(bytes, mark));
  for (const auto& p : standing)
    CHECK(holds(bytes, p.mark));
}

TEST_CASE("the vote key is nowhere on disk once the session is closed") {
  log_fixture f;
  const std::string key(32, '\x5A');
  REQUIRE(holds(bytes_on_disk(f.file), key));
  auto batch = batch_of({a_row(2, "open_phase", {.as = model::role::facilitator, .id = id_of(2)},
                               R"({"phase":"closed","minutes":0})")});
  batch.vote_key_erased = true;
  f.append(std::move(batch)).value();
  CHECK_FALSE(holds(bytes_on_disk(f.file), key));
  CHECK_FALSE(f.load().record.keys.vote.has_value());
  CHECK(f.load().record.keys.writer == f.session.keys.writer);
}

TEST_CASE("a reader that holds the WAL delays the last of an erasure, not the answer") {
  log_fixture f;
  const std::string secret = "телефон Марії 067 000 00 00";
  f.append(batch_of({an_idea(2, secret)})).value();
  {
    SQLite::Database reader(f.file.string(), SQLite::OPEN_READONLY);
    reader.exec("BEGIN");
    CHECK(reader.execAndGet("SELECT count(*) FROM entry").getInt() == 2);

    const auto start = std::chrono::steady_clock::now();
    CHECK(f.append(redaction(3, 2, "Лікар")));
    const auto waited = std::chrono::steady_clock::now() - start;
    const bool has_waited = waited >= std::chrono::milliseconds(limits::erasure_busy_ms);
    CHECK(has_waited);
    CHECK(f.log->erasure_is_pending());
    CHECK_FALSE(f.load().rows[1].texts[0].has_value());
  }
  INFO("tried again every " << limits::erasure_retry_ms << " ms, though nobody calls");
  while (f.log->erasure_is_pending())
    std::this_thread::yield();
  CHECK_FALSE(holds(bytes_on_disk(f.file), secret));
}

TEST_CASE("an erasure that a crash left in the WAL ends when the file is opened") {
  log_fixture f;
  const std::string secret = "телефон Марії 067 000 00 00";
  f.append(batch_of({an_idea(2, secret)})).value();
  auto crashed = f.folder / "crashed.viche";
  {
    SQLite::Database reader(f.file.string(), SQLite::OPEN_READONLY);
    reader.exec("BEGIN");
    reader.execAndGet("SELECT count(*) FROM entry").getInt();
    CHECK(f.append(redaction(3, 2, "Лікар")));
    for (const auto* end : {"", "-wal"}) { // as a power cut would leave them
      const auto copy = "cp '" + f.file.string() + end + "' '" + crashed.string() + end + "'";
      REQUIRE(std::system(copy.c_str()) == 0);
    }
  }
  REQUIRE(holds(bytes_on_disk(crashed), secret));
  const auto log = store::op_log::open({.file = crashed, .is_durable = false});
  REQUIRE(log.has_value());
  CHECK_FALSE(log.value()->erasure_is_pending());
  CHECK_FALSE(holds(bytes_on_disk(crashed), secret));
}
