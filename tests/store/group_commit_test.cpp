// Many sessions at once: their batches share transactions, and nobody's trouble is another's.
#include "store/log_fixture.hpp"
#include "store/reader.hpp"

#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <doctest/doctest.h>

#include <atomic>
#include <future>
#include <latch>

using namespace viche;
using namespace viche::test;
namespace asio = boost::asio;

namespace {

// Holds the writer within a commit until it is let go, so that a queue gathers behind it.
struct gate {
  std::atomic<int> commits = 0;
  std::atomic<int> refused_commit = 0; // the number of the one that the disk refuses
  std::promise<void> entered;
  std::promise<void> opened;
  std::shared_future<void> is_open = opened.get_future().share();

  store::op_log_options options() {
    store::op_log_options o;
    o.refuses = [this](store::disk_moment m) {
      if (m != store::disk_moment::before_commit) return false;
      const int number = ++commits;
      if (number == 1) {
        entered.set_value();
        is_open.wait();
      }
      return number == refused_commit;
    };
    return o;
  }
};

struct many_sessions {
  log_fixture f{false};
  std::vector<model::session_record> sessions;
  gate g;

  explicit many_sessions(int count) {
    for (int i = 0; i < count; ++i) {
      sessions.push_back(a_session(std::to_string(100'000 + i)));
      if (!await(f.log->create(sessions.back(), opening())).value()) std::abort();
    }
    f.reopen(g.options());
  }

  std::size_t rows_of(std::size_t i) {
    return await(f.log->load(sessions[i].code)).value().rows.size();
  }

  // The first session's batch enters the commit; the others' gather behind it and share the next.
  std::vector<result<std::string>> append_to_all(std::vector<model::append_batch> batches) {
    asio::thread_pool pool(1);
    std::vector<std::future<result<std::string>>> answers;
    for (std::size_t i = 0; i < sessions.size(); ++i) {
      answers.push_back(asio::co_spawn(pool, f.log->append(sessions[i].id, std::move(batches[i])),
                                       asio::use_future));
      if (i == 0) g.entered.get_future().wait();
    }
    asio::co_spawn(pool, f.log->codes(), asio::use_future); // the pool ran: all are queued
    asio::post(pool, [this] { g.opened.set_value(); });
    std::vector<result<std::string>> out;
    for (auto& a : answers)
      out.push_back(a.get());
    pool.join();
    return out;
  }
};

asio::awaitable<void> ask(store::op_log& log, std::thread::id& resumed_on) {
  (co_await log.codes()).value();
  resumed_on = std::this_thread::get_id();
}

constexpr model::seq_t rows_count = 40;

// A session's whole life; true if every step did what it should.
asio::awaitable<bool> live(store::op_log& log, int number) {
  auto record = a_session(std::to_string(200'000 + number));
  bool is_good = (co_await log.create(record, opening())).value();
  for (model::seq_t seq = 2; seq <= rows_count; ++seq) {
    auto batch = batch_of({an_idea(seq, "Лікар " + std::to_string(seq))});
    if (seq % 10 == 0) batch.texts_erased = {seq - 1};
    is_good = is_good && (co_await log.append(record.id, std::move(batch))).has_value();
    if (seq % 7 == 0) {
      auto found = co_await log.load(record.code);
      is_good = is_good && found.value().rows.size() == seq;
    }
  }
  co_return is_good;
}

std::vector<model::append_batch> an_idea_each(std::size_t count) {
  std::vector<model::append_batch> batches;
  for (std::size_t i = 0; i < count; ++i)
    batches.push_back(batch_of({an_idea(2, "Лікар")}));
  return batches;
}

} // namespace

TEST_CASE("what gathers while the disk works goes into one transaction") {
  many_sessions m(20);
  for (const auto& answer : m.append_to_all(an_idea_each(20)))
    CHECK(answer);
  CHECK(m.g.commits == 2);
  for (std::size_t i = 0; i < 20; ++i)
    CHECK(m.rows_of(i) == 2);
}

TEST_CASE("a refused transaction is a fault for every session in it, and for no other") {
  many_sessions m(6);
  m.g.refused_commit = 2;
  const auto answers = m.append_to_all(an_idea_each(6));
  CHECK(answers[0]);
  for (std::size_t i = 1; i < 6; ++i) {
    CHECK(answers[i].error() == fault::storage_unavailable);
    CHECK(m.rows_of(i) == 1);
  }
  CHECK(m.rows_of(0) == 2);
}

TEST_CASE("a batch that cannot be does not take the others of its transaction with it") {
  many_sessions m(4);
  auto batches = an_idea_each(4);
  batches[2] = batch_of({an_idea(2, "Лікар"), an_idea(9, "з пропуском")});
  const auto answers = m.append_to_all(std::move(batches));
  for (const std::size_t i : {0U, 1U, 3U}) {
    CHECK(answers[i]);
    CHECK(m.rows_of(i) == 2);
  }
  CHECK(answers[2].error() == fault::batch_impossible);
  CHECK(m.rows_of(2) == 1);
}

TEST_CASE("answers come back on the executor of whoever asked") {
  log_fixture f;
  asio::io_context context;
  std::thread::id resumed_on;
  asio::co_spawn(context, ask(*f.log, resumed_on),
                 [](std::exception_ptr thrown) { CHECK_FALSE(thrown); });
  context.run();
  const bool is_same_thread = resumed_on == std::this_thread::get_id();
  CHECK(is_same_thread);
}

TEST_CASE("sessions on several threads append, load and close at once, and all of it is there") {
  constexpr int sessions_count = 6;
  log_fixture f(false);
  {
    asio::thread_pool pool(3);
    std::vector<std::future<bool>> answers;
    for (int i = 0; i < sessions_count; ++i) {
      answers.push_back(asio::co_spawn(pool, live(*f.log, i), asio::use_future));
    }
    for (auto& a : answers)
      CHECK(a.get());
    pool.join();
  }
  f.log.reset();
  const auto found = store::verify_file(f.file).value();
  CHECK(found.is_whole());
  REQUIRE(found.chains.size() == sessions_count);
  for (const auto& c : found.chains)
    CHECK(c.entries == rows_count);
}

TEST_CASE("what is queued when the log ends is done and answered") {
  log_fixture f;
  asio::io_context context;
  std::optional<result<std::string>> answer;
  asio::co_spawn(context, f.log->append(f.session.id, batch_of({an_idea(2, "Лікар")})),
                 [&](std::exception_ptr, result<std::string> r) { answer = std::move(r); });
  context.poll(); // the batch is queued
  f.log.reset();
  context.restart();
  context.run();
  REQUIRE(answer.has_value());
  CHECK(answer->has_value());
  f.open();
  CHECK(f.load().rows.size() == 2);
}
