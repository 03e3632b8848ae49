// The order of starting and of stopping.
#include "socket/server.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>
#include <vector>

namespace viche::socket {

namespace asio = boost::asio;

namespace {

// A copy: whoever is ended takes itself off the set.
std::vector<open_end*> everything_open(const doors& d) {
  return {d.open.begin(), d.open.end()};
}

} // namespace

server::server(asio::any_io_executor executor, session::directory& sessions, session::clock now)
    : doors_(std::make_shared<doors>(std::move(executor), sessions, std::move(now))),
      listener_(doors_),
      control_(doors_) {}

described<void> server::open(const listen_at& at) {
  auto opened = listener_.open(at);
  if (opened.has_error()) return opened;
  doors_->listen_address = at.address;
  doors_->port = listener_.port();
  return {};
}

described<void> server::open_control(const std::filesystem::path& at) {
  return control_.open(at);
}

asio::awaitable<void> server::stop() {
  if (doors_->is_stopping) co_return;
  doors_->is_stopping = true; // from here on nobody gets in
  listener_.close();
  control_.close();
  doors_->stage.ask_to_end(); // meanwhile
  doors_->documents.stop();
  co_await doors_->sessions.stop();
  // Who has not said hello yet is in no session.
  for (auto* one : everything_open(*doors_))
    one->say_goodbye();
  const auto until = steady_ms() + doors_->bounds.closing_ms;
  asio::steady_timer tick(doors_->executor);
  while (doors_->connections > 0 && steady_ms() < until) {
    tick.expires_after(std::chrono::milliseconds(20));
    co_await tick.async_wait(asio::as_tuple(asio::use_awaitable));
  }
  co_await doors_->stage.stop();
  for (auto* one : everything_open(*doors_))
    one->cut();
}

} // namespace viche::socket
