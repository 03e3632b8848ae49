// The worker of similar ideas: what it is told counts before what it is asked, sessions do not mix,
// and when too many wait the answer is that it is busy.
#include "session/suggestions.hpp"

#include "limits.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

namespace viche::test {
namespace {

using viche::session::suggestions;

struct asker {
  boost::asio::io_context io;
  suggestions worker;
  explicit asker(std::size_t questions_max = limits::similar_questions_max)
      : worker(questions_max) {}

  suggestions::found ask(const std::shared_ptr<suggestions::topic>& about,
                         const std::string& text) {
    suggestions::found out;
    boost::asio::co_spawn(
        io, worker.ask(about, text),
        [&](const std::exception_ptr&, suggestions::found f) { out = std::move(f); });
    io.restart();
    io.run(); // the question is work of its context until it is answered
    return out;
  }
};

std::size_t count(const suggestions::found& f) {
  REQUIRE(f);
  return f->size();
}

} // namespace

TEST_CASE("what was told is known to every later question") {
  asker a;
  const auto village = a.worker.open();
  for (model::seq_t id = 1; id <= 50; ++id) {
    a.worker.tell(village, {{id, "Лікар щодня"}});
    CHECK(count(a.ask(village, "лікар")) == std::min<std::size_t>(id, limits::similar_shown_max));
  }
  for (model::seq_t id = 1; id <= 50; ++id)
    a.worker.tell(village, {{id, std::nullopt}});
  CHECK(count(a.ask(village, "лікар")) == 0);
}

TEST_CASE("the last word on an idea counts") {
  asker a;
  const auto village = a.worker.open();
  a.worker.tell(village, {{1, "Лікар щодня"}});
  a.worker.tell(village, {{1, "Дорога до Вербівки"}});
  CHECK(count(a.ask(village, "лікар щодня")) == 0);
  CHECK(count(a.ask(village, "дорога до вербівки")) == 1);
}

TEST_CASE("sessions do not see each other's ideas") {
  asker a;
  const auto village = a.worker.open();
  const auto town = a.worker.open();
  a.worker.tell(village, {{1, "Лікар щодня"}});
  a.worker.tell(town, {{1, "Дорога до Вербівки"}});
  CHECK(count(a.ask(town, "лікар щодня")) == 0);
  CHECK(count(a.ask(village, "лікар щодня")) == 1);
}

TEST_CASE("as many questions wait as may, and one more is told that the worker is busy") {
  asker none(0);
  const auto village = none.worker.open();
  none.worker.tell(village, {{1, "Лікар щодня"}});
  CHECK_FALSE(none.ask(village, "лікар").has_value());
  asker one(1);
  CHECK(one.ask(one.worker.open(), "лікар").has_value());
}

TEST_CASE("a worker may end while somebody waits for it") {
  boost::asio::io_context io;
  bool is_answered = false;
  {
    suggestions worker;
    boost::asio::co_spawn(
        io, worker.ask(worker.open(), "лікар"),
        [&](const std::exception_ptr&, const suggestions::found&) { is_answered = true; });
    io.run_one(); // until the question is asked
  }
  CHECK_FALSE(is_answered);
}

} // namespace viche::test
