// A batch that contradicts the log is a bug of ours: it ends the process, and no session stays
// read-only for an op that is sent again and again.
#include "support/hall.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace viche::test {
namespace {

constexpr int ended_by_a_bug = 3;

// Somebody else writes the entry that the corridor is about to write.
void take_place(const std::filesystem::path& file, model::seq_t seq) {
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
  db.exec("INSERT INTO entry SELECT session, " + std::to_string(seq) +
          ", kind, minute, commitment, hash FROM entry WHERE seq = 1");
}

int live_until_the_log_contradicts() {
  hall h;
  const auto anna = h.resident("anna");
  take_place(h.file(), h.moment().state->seq + 1);
  try {
    h.send(*anna, ops::join{0, {}, model::channel::phone});
    h.settle();
  } catch (const std::logic_error&) {
    ::_exit(ended_by_a_bug); // as main would; the hall has no corridor any more that could end
  }
  return 0;
}

} // namespace

TEST_CASE("what contradicts the log ends the process") {
  const auto child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(live_until_the_log_contradicts());
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == ended_by_a_bug);
}

} // namespace viche::test
