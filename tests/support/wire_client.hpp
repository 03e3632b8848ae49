// A client of the server as somebody else would write it: HTTP requests and the live WebSocket over
// a real socket. Blocking; whatever does not happen within 20 seconds throws.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace viche::test {

using header_list = std::vector<std::pair<std::string, std::string>>;

struct http_reply {
  unsigned status = 0;
  std::map<std::string, std::string> headers; // names in lower case
  std::string body;
};

struct http_call {
  std::string method = "GET";
  std::string target = "/";
  std::string body{};
  header_list headers{}; // Host and Content-Length come by themselves
};

http_reply http(std::uint16_t port, const http_call& call);

// Sends these bytes as they are; what came back until the server closed.
std::string raw_http(std::uint16_t port, std::string_view bytes);

// Sends like a laptop on a bad network: each piece after a pause; what came back until the server
// closed.
std::string http_in_pieces(std::uint16_t port, const std::vector<std::string>& pieces,
                           int pause_ms);

// Reads like a phone on a bad network: some bytes, a pause, some more; the body that arrived.
struct slow_reading {
  int receive_buffer_bytes = 4096;
  std::size_t bytes_at_once = 4096;
  int pause_ms = 100;
};
std::string http_slowly(std::uint16_t port, std::string_view request, const slow_reading& how);

struct upgrade {
  std::string code{};
  std::string subprotocol = "viche.v1"; // empty: none is offered
  header_list headers{};
  int receive_buffer_bytes = 0; // 0: as the system has it
};

class wire_client {
public:
  // Throws if the upgrade was refused.
  wire_client(std::uint16_t port, const upgrade& how);
  ~wire_client();
  wire_client(wire_client&&) noexcept;

  void send(std::string_view text);
  void send_binary(std::string_view bytes);

  // The next message. Throws if the server closed.
  std::string receive();
  // Passes over messages until one holds `part`.
  std::string receive_with(std::string_view part);
  // Reads to the end; the close code, 1006 if the connection just ended.
  std::uint16_t closed_with();

private:
  struct wire;
  std::unique_ptr<wire> wire_;
};

// What a refused upgrade was answered.
http_reply refused_upgrade(std::uint16_t port, const upgrade& how);

} // namespace viche::test
