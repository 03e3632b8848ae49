// The network of the rehearsal: HTTP requests and pages that keep themselves connected. The only
// door to sockets here; Asio and Beast stay behind it, in client.cpp.
#pragma once

#include "fault.hpp"
#include "limits.hpp"
#include "rehearse/page.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace viche::rehearse {

struct server_address {
  std::string host;
  std::string port;
};

// "http://HOST[:PORT]", with or without a slash at the end. input_malformed otherwise; https is
// for a proxy in front of the server, and the rehearsal speaks to the server itself.
described<server_address> parse_url(std::string_view url);

struct http_request {
  std::string method;
  std::string target;
  std::string body;   // JSON; empty: none
  std::string bearer; // empty: no Authorization
};

struct http_answer {
  unsigned status = 0;
  std::string body;
  std::vector<std::string> cookies; // NAME=VALUE
};

// The bounds of server/limits.hpp that a test makes small, to see them bite.
struct client_bounds {
  std::int64_t reconnect_patience_ms = limits::reconnect_patience_ms;
  std::size_t report_bytes_max = limits::report_bytes_max;
  std::size_t frame_bytes_max = limits::frame_bytes_max;
};

// Everything runs on the thread that calls `request` or `run_until`, and only while it does.
class client {
public:
  explicit client(server_address where, client_bounds bounds = {});
  ~client();
  client(const client&) = delete;
  client& operator=(const client&) = delete;

  // While the server cannot be reached or says "later" it is tried again, with growing pauses,
  // for reconnect_patience_ms; then peer_unreachable. An answer over report_bytes_max is a
  // peer_refused; any other is the caller's.
  described<http_answer> request(const http_request& r);

  // Opens `target` for this page and opens it again whenever the link breaks, until `part`. The
  // page must live as long as the client or until `part` and the next `run_until`.
  void attend(page& p, std::string target, std::string cookie);
  void part(page& p);

  // Tells the connection that the page has something to write.
  void wake(page& p);

  // True: `done` came true. False: `wait_ms` passed first. A fault: a page was away longer than
  // reconnect_patience_ms, was sent away for good, or was sent more than frame_bytes_max at once.
  // `done` is asked after every step.
  described<bool> run_until(const std::function<bool()>& done, std::int64_t wait_ms);

  // Called now and then while running, for the progress line.
  void on_tick(std::function<void()> tick);

  // Asked at every step: once it says so, `request` and `run_until` end with the fault stopping.
  void give_up_when(std::function<bool()> is_given_up);

  static steady_us now();

private:
  struct network;
  std::unique_ptr<network> network_;
};

} // namespace viche::rehearse
