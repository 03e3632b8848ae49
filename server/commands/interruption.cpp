// A thread that waits for the signal.
#include "commands/interruption.hpp"

#include <csignal>
#include <utility>

namespace viche::commands {

interruption::interruption(std::function<void()> stop) : signals_(context_, SIGINT, SIGTERM) {
  signals_.async_wait([this, to_stop = std::move(stop)](const auto& cancelled, int number) {
    if (cancelled) return;
    came_ = number;
    to_stop();
  });
  waiting_ = std::jthread([this] { context_.run(); });
}

interruption::~interruption() {
  context_.stop(); // so that the thread can be joined
}

void interruption::end() {
  context_.stop();
  waiting_.join();
  signals_.clear(); // they end the process again
  if (came_ != 0) std::raise(came_);
}

} // namespace viche::commands
