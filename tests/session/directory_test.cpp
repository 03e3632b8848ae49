// Sessions by code: made, found, replayed, and never twice in memory.
#include "session/directory.hpp"

#include "support/hall.hpp"

#include <doctest/doctest.h>

namespace viche::test {
namespace {

struct house {
  temp_dir dir;
  boost::asio::io_context io;
  std::unique_ptr<store::op_log> log =
      store::op_log::open({.file = dir.path() / "house.viche", .is_durable = false}).value();
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

TEST_CASE("two who ask at once get the same live session") {
  house h;
  const auto made = h.run(h.sessions.create(hall_settings(10))).value();
  std::vector<std::shared_ptr<session::session>> found;
  for (int i = 0; i < 2; ++i) {
    boost::asio::co_spawn(h.io, h.sessions.find(made.links.code),
                          [&](std::exception_ptr, auto one) { found.push_back(one.value()); });
  }
  while (found.size() < 2) {
    h.io.restart();
    h.io.run_one();
  }
  CHECK(found[0] == found[1]);
}

} // namespace viche::test
