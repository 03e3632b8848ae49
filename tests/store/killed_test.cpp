// A writer that is killed loses nothing that it had answered.
#include "store/log_fixture.hpp"
#include "store/reader.hpp"

#include <doctest/doctest.h>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace viche;
using namespace viche::test;

namespace {

// Appends for ever and writes a byte into the pipe for each answer; ends by being killed.
[[noreturn]] void write_until_killed(const std::filesystem::path& file, int answers) {
  auto log = store::op_log::open({.file = file}).value();
  auto session = a_session("482913");
  if (!await(log->create(session, opening())).value()) ::_exit(1);
  for (model::seq_t seq = 2;; ++seq) {
    auto batch = batch_of({an_idea(seq, "ідея " + std::to_string(seq))});
    if (seq % 5 == 0) batch.texts_erased = {seq - 1};
    if (!await(log->append(session.id, std::move(batch))).has_value()) ::_exit(1);
    if (::write(answers, ".", 1) != 1) ::_exit(1);
  }
}

} // namespace

TEST_CASE("what was answered before a SIGKILL is there afterwards, and the chain is whole") {
  temp_dir folder;
  const auto file = folder / "hall.viche";
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const auto child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) write_until_killed(file, ends[1]);
  ::close(ends[1]);
  model::seq_t answered = 0;
  char dot = 0;
  while (answered < 25 && ::read(ends[0], &dot, 1) == 1)
    ++answered;
  ::kill(child, SIGKILL);
  while (::read(ends[0], &dot, 1) == 1)
    ++answered; // answered before the signal came
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));

  CHECK(store::verify_file(file).value().is_whole()); // before anybody repaired anything
  const auto log = store::op_log::open({.file = file, .is_durable = false});
  REQUIRE(log.has_value());
  const auto found = await((*log)->load("482913")).value();
  CHECK(found.rows.size() >= answered + 1);
  CHECK(found.rows.size() <= answered + 2); // one may have been stored and not answered
  for (const auto& row : found.rows) {
    if (row.seq % 5 == 4 && row.seq < found.rows.size()) CHECK_FALSE(row.texts[0].has_value());
  }
}
