// Where to listen, and under which addresses of this machine a phone can find the server.
#pragma once

#include "fault.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace viche::socket {

struct listen_at {
  std::string address; // numeric, without brackets
  std::uint16_t port = 0;
};

// "0.0.0.0:8080", "[::]:8080", "localhost:8080"; port 0 lets the system choose.
described<listen_at> parse_listen(std::string_view text);

struct reachable_address {
  std::string url;
  bool is_loopback = false; // this machine alone
  bool is_virtual = false;  // of containers and virtual machines: no phone comes in through it
  std::optional<bool> is_lent; // see lent_addresses; nullopt: nobody said
};

// As reachable_urls, with what is known of each; which are lent, whoever asked the kernel knows.
std::vector<reachable_address>
reachable(const std::string& address, std::uint16_t port,
          const std::optional<std::set<std::string>>& lent = std::nullopt);

// http://ADDRESS:PORT of every address that reaches a server listening on `address`: for a
// wildcard those of all interfaces, the ordinary ones first, this machine's own (loopback) last.
std::vector<std::string> reachable_urls(const std::string& address, std::uint16_t port);

} // namespace viche::socket
