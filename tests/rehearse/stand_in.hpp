// A server that says what the test tells it to: one connection after another on a free port.
#pragma once

#include <functional>
#include <string>
#include <thread>

namespace viche::test {

class stand_in {
public:
  // `answer`: from the head of a request to all that is sent back; empty: the connection is closed.
  explicit stand_in(std::function<std::string(const std::string& head)> answer);
  ~stand_in();
  stand_in(const stand_in&) = delete;
  stand_in& operator=(const stand_in&) = delete;

  std::string port() const { return port_; }

private:
  void serve();

  std::function<std::string(const std::string&)> answer_;
  int listener_ = -1;
  std::string port_;
  std::thread thread_;
};

// The answer that opens a WebSocket for this request, and the first bytes of a text frame that
// announces so many.
std::string upgrade_and_announce(const std::string& head, std::size_t bytes);

} // namespace viche::test
