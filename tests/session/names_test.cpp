// Names beside the corridor: what is written there is asked for again when it is there.
#include "session/session.hpp"

#include "support/hall.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace viche::test {
namespace {

namespace asio = boost::asio;

// The close comes while the disk works on a batch, behind which `may_sign` is asked: then the name
// is written behind the close.
struct closing_hall {
  std::atomic<bool> is_slow{false};
  std::atomic<bool> is_writing{false};
  std::atomic<bool> is_close_sent{false};
  hall h{hall::options{.refuses = [this](store::disk_moment m) {
    if (!is_slow || m != store::disk_moment::before_commit) return false;
    is_writing = true;
    while (!is_close_sent)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return false;
  }}};
  std::shared_ptr<phone> desk = h.facilitator();
  std::shared_ptr<phone> anna = h.resident("anna");

  asio::awaitable<void> close_while_it_writes() {
    while (!is_writing)
      co_await asio::post(asio::use_awaitable);
    h.send(*desk, ops::open_phase{model::phase::closed, 0});
    is_close_sent = true;
  }

  asio::awaitable<model::verdict> sign_meanwhile() {
    const auto on = co_await asio::this_coro::executor;
    asio::co_spawn(on, close_while_it_writes(), [](const std::exception_ptr&) {});
    is_slow = true;
    h.send(*desk, ops::pause{model::pause_reason::rest}); // the batch that the disk works on
    co_return co_await h.session().sign(anna->is, "Олена");
  }
};

} // namespace

TEST_CASE("a name that comes behind the close does not stay") {
  closing_hall c;
  REQUIRE(!c.h.now(*c.desk, ops::set_authorship{model::authorship::named}));
  const auto no = c.h.run(c.sign_meanwhile());
  REQUIRE(no);
  CHECK(no->why == model::refusal::session_closed);
  CHECK(c.h.run(c.h.session().names())->empty());
}

TEST_CASE("a name that nothing came between stays") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  REQUIRE(!h.now(*desk, ops::set_authorship{model::authorship::named}));
  CHECK_FALSE(h.run(h.session().sign(anna->is, "Олена")));
  CHECK(h.run(h.session().names())->size() == 1);
}

} // namespace viche::test
