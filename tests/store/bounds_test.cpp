// The store's bounds bite: its queue, and the WAL that it checkpoints by itself.
#include "limits.hpp"
#include "store/log_fixture.hpp"
#include "store/writer.hpp"

#include <boost/asio/detached.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <future>

using namespace viche;
using namespace viche::test;

TEST_CASE("a call to a full queue is refused at once, and those in it are answered") {
  std::promise<void> opened;
  std::promise<void> entered;
  bool is_first = true;
  store::op_log_options options;
  options.refuses = [&, is_open = opened.get_future().share()](store::disk_moment) {
    if (std::exchange(is_first, false)) {
      entered.set_value();
      is_open.wait();
    }
    return false;
  };
  log_fixture f;
  f.reopen(options);

  boost::asio::io_context context;
  boost::asio::co_spawn(context, f.log->append(f.session.id, batch_of({an_idea(2, "Лікар")})),
                        boost::asio::detached);
  context.poll();
  entered.get_future().wait(); // the writer works on the first: from now on all is queued
  std::size_t answered = 0;
  std::size_t refused = 0;
  for (std::size_t i = 0; i < limits::store_jobs_max + 3; ++i) {
    boost::asio::co_spawn(context, f.log->codes(),
                          [&](std::exception_ptr, result<std::vector<std::string>> r) {
                            ++(r.has_value() ? answered : refused);
                          });
  }
  context.poll();
  CHECK(refused == 3);
  CHECK(answered == 0);
  opened.set_value();
  context.run();
  CHECK(answered == limits::store_jobs_max);
}

TEST_CASE("the WAL is copied into the file when it is long and nothing waits, and not before") {
  log_fixture f;
  constexpr std::size_t text_bytes = 40'000;
  constexpr auto bound_bytes = std::size_t{limits::wal_pages_soft} * 4096;
  model::seq_t seq = 1;
  auto append_many = [&](int count) {
    for (int i = 0; i < count; ++i) {
      REQUIRE(f.append(batch_of({an_idea(++seq, std::string(text_bytes, 'x'))})));
    }
  };
  append_many(static_cast<int>(bound_bytes / text_bytes / 4)); // other pages come with a text
  CHECK(std::filesystem::file_size(f.file) < 10 * text_bytes);
  append_many(static_cast<int>(bound_bytes / text_bytes));
  while (std::filesystem::file_size(f.file) < bound_bytes / 4)
    await(f.log->codes()).value();
}

TEST_CASE("a busy writer copies the WAL as well once it is very long") {
  CHECK_FALSE(store::is_checkpoint_due(limits::wal_pages_soft - 1, false));
  CHECK(store::is_checkpoint_due(limits::wal_pages_soft, false));
  CHECK_FALSE(store::is_checkpoint_due(limits::wal_pages_soft, true));
  CHECK_FALSE(store::is_checkpoint_due(limits::wal_pages_max - 1, true));
  CHECK(store::is_checkpoint_due(limits::wal_pages_max, true));
}

TEST_CASE("a file that another program holds is waited for, and not for ever") {
  log_fixture f;
  SQLite::Database other(f.file.string(), SQLite::OPEN_READWRITE);
  other.exec("BEGIN IMMEDIATE");
  const auto start = std::chrono::steady_clock::now();
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})).error() == fault::storage_unavailable);
  const auto waited = std::chrono::steady_clock::now() - start;
  const bool has_waited = waited >= std::chrono::milliseconds(limits::file_busy_ms);
  CHECK(has_waited);
  other.exec("ROLLBACK");
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})));
}
