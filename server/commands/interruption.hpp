// Ctrl-C while a command has something to put away: the signal waits until that is done.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <functional>
#include <thread>

namespace viche::commands {

// From here to its end SIGINT and SIGTERM do not end the process but call `stop`, once and on
// another thread.
class interruption {
public:
  explicit interruption(std::function<void()> stop);
  ~interruption();
  interruption(const interruption&) = delete;
  interruption& operator=(const interruption&) = delete;

  // To be called when all is put away. If a signal came, the process ends by that very signal, so
  // that a shell knows why and ends its script too (128 + its number); else it goes on, and the
  // next signal ends it as ever.
  void end();

private:
  boost::asio::io_context context_{1};
  boost::asio::signal_set signals_;
  int came_ = 0;
  std::jthread waiting_; // last, as it uses the others
};

} // namespace viche::commands
