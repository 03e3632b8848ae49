// A thread that waits for the signal.
#include "commands/interruption.hpp"

#include <boost/asio/post.hpp>

#include <csignal>
#include <utility>

namespace viche::commands {

interruption::interruption(std::function<void()> stop) : signals_(context_, SIGINT, SIGTERM) {
  signals_.async_wait([this, to_stop = std::move(stop)](const auto& cancelled, int number) {
    if (cancelled) return;
    came_ = number;
    to_stop();
  });
  waiting_ = std::thread([this] { context_.run(); });
}

interruption::~interruption() {
  if (waiting_.joinable()) end();
}

void interruption::end() {
  boost::asio::post(context_, [this] { signals_.cancel(); });
  waiting_.join();
  signals_.clear(); // as they were
  if (came_ != 0) std::raise(came_);
}

} // namespace viche::commands
