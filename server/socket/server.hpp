// The server's network side as one part: listens, serves, stops.
#pragma once

#include "fault.hpp"
#include "socket/control.hpp"
#include "socket/doors.hpp"
#include "socket/listener.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace viche::socket {

class server {
public:
  // `sessions` outlives the executor's last coroutine.
  server(boost::asio::any_io_executor executor, session::directory& sessions, session::clock now);
  // Waits for the threads of long work; what they hand over needs the executor, which outlives it.
  ~server() { doors_->wait_for_threads(); }
  server(const server&) = delete;
  server& operator=(const server&) = delete;

  // Bounds and keys; to be set before open().
  doors& settings() { return *doors_; }

  // Accepts from now on. Faults in words.
  described<void> open(const listen_at& at);
  described<void> open_control(const std::filesystem::path& at);
  std::uint16_t port() const { return doors_->port; }
  // Under which it can be reached, best first.
  std::vector<std::string> urls() const { return reachable_urls(doors_->listen_address, port()); }

  // Accepts nobody more, ends the sessions (pages are told 1001) and closes what is left after
  // closing_ms. When it returns, no page is connected and all that was acknowledged is stored.
  boost::asio::awaitable<void> stop();

private:
  std::shared_ptr<doors> doors_;
  listener listener_;
  control control_;
};

} // namespace viche::socket
