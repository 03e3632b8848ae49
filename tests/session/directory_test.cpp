// Sessions by code: made, found, replayed, and never twice in memory.
#include "session/directory.hpp"

#include "report/json.hpp"
#include "report/sample.hpp"
#include "store/reader.hpp"
#include "support/hall.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>

#include <atomic>

namespace viche::test {
namespace {

struct house {
  temp_dir dir;
  boost::asio::io_context io;
  std::atomic<int> loads = 0;
  std::unique_ptr<store::op_log> log =
      store::op_log::open({.file = file(), .is_durable = false, .refuses = counting()}).value();
  session::directory sessions{io.get_executor(), *log, [] { return model::time_ms_t{1000}; }};

  template <class T>
  T run(boost::asio::awaitable<T> what) {
    std::optional<T> out;
    boost::asio::co_spawn(io, std::move(what),
                          [&](std::exception_ptr, T value) { out.emplace(std::move(value)); });
    while (!out) {
      io.restart();
      io.run_one();
    }
    return std::move(*out);
  }

  std::filesystem::path file() const { return dir.path() / "house.viche"; }

  // A disk that refuses nothing.
  std::function<bool(store::disk_moment)> counting() {
    return [this](store::disk_moment m) {
      if (m == store::disk_moment::before_load) ++loads;
      return false;
    };
  }

  // What so many who ask at once are answered.
  std::vector<result<std::shared_ptr<session::session>>> find_at_once(const std::string& code,
                                                                      std::size_t count) {
    std::vector<result<std::shared_ptr<session::session>>> found;
    for (std::size_t i = 0; i < count; ++i) {
      boost::asio::co_spawn(io, sessions.find(code),
                            [&](std::exception_ptr, auto one) { found.push_back(one); });
    }
    while (found.size() < count) {
      io.restart();
      io.run_one();
    }
    return found;
  }

  ~house() {
    bool is_stopped = false;
    boost::asio::co_spawn(io, sessions.stop(), [&](std::exception_ptr) { is_stopped = true; });
    while (!is_stopped) {
      io.restart();
      io.run_one();
    }
    io.restart();
    io.poll();
  }
};

} // namespace

TEST_CASE("a new session has a code and three links that open it in their roles") {
  house h;
  const auto made = h.run(h.sessions.create(hall_settings(10))).value();
  REQUIRE(!made.refused);
  auto s = h.run(h.sessions.find(made.links.code)).value();
  CHECK(h.run(s->identity_of_link(made.links.facilitator))->as == model::role::facilitator);
  CHECK(h.run(s->identity_of_link(made.links.operator_))->as == model::role::operator_);
  CHECK(h.run(s->identity_of_link(made.links.board))->as == model::role::board);
  CHECK(!h.run(s->identity_of_link("a wrong secret")));
}

TEST_CASE("settings out of bounds make no session") {
  house h;
  auto set = hall_settings(10);
  set.votes_per_person = 0;
  const auto made = h.run(h.sessions.create(set)).value();
  REQUIRE(made.refused);
  CHECK(made.refused->why == model::refusal::value_out_of_range);
  CHECK(h.run(h.log->codes()).value().empty());
}

TEST_CASE("an unknown code is a fault of its own") {
  house h;
  CHECK(h.run(h.sessions.find("000000")).error() == make_error_code(fault::session_unknown));
}

TEST_CASE("a hall that asks at once gets one live session, and its log is read once") {
  house h;
  const auto made = h.run(h.sessions.create(hall_settings(10))).value();
  const auto found = h.find_at_once(made.links.code, 40);
  for (const auto& one : found)
    CHECK(one.value() == found[0].value());
  CHECK(h.loads == 1);
  CHECK(h.run(h.sessions.find(made.links.code)).value() == found[0].value());
  CHECK(h.loads == 1);
}

TEST_CASE("a damaged log is read once, and everybody is told what it is") {
  house h;
  const auto made = h.run(h.sessions.create(hall_settings(10))).value();
  SQLite::Database(h.file().string(), SQLite::OPEN_READWRITE)
      .exec("DROP TRIGGER entry_stays_as_it_is; UPDATE entry SET kind = 'unheard_of'");
  for (const auto& one : h.find_at_once(made.links.code, 3))
    CHECK(one.error() == make_error_code(fault::storage_corrupt));
  CHECK(h.run(h.sessions.find(made.links.code)).error() == make_error_code(fault::storage_corrupt));
  CHECK(h.loads == 1);
}

TEST_CASE("an imported closed report is found and announced") {
  house h;
  const auto report =
      report::write_json(report::make_report(small_session().state(), sample_facts()));
  auto what = viche::session::prepare_import(report, 1000).value();
  const auto made = h.run(h.sessions.import(std::move(what))).value();
  REQUIRE(!made.refused);
  const auto found = h.find_at_once(made.links.code, 3);
  for (const auto& one : found)
    CHECK(one.value() == found[0].value());
  const auto now = h.run(found[0].value()->announce());
  REQUIRE(now);
  CHECK(now->phase == model::phase::closed);
  const auto moment = h.run(found[0].value()->moment_now());
  REQUIRE(moment);
  CHECK(moment->head == store::read_session(h.file(), made.links.code).value().head);
}

} // namespace viche::test
