// Parsing of ADDRESS:PORT and the walk over the network interfaces.
#include "socket/addresses.hpp"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <tuple>

namespace viche::socket {
namespace {

bool is_v4(const std::string& address) {
  in_addr parsed{};
  return inet_pton(AF_INET, address.c_str(), &parsed) == 1;
}

bool is_v6(const std::string& address) {
  in6_addr parsed{};
  return inet_pton(AF_INET6, address.c_str(), &parsed) == 1;
}

std::string url_of(const std::string& address, std::uint16_t port) {
  const bool is_long = address.find(':') != std::string::npos;
  return "http://" + (is_long ? '[' + address + ']' : address) + ':' + std::to_string(port);
}

// Bridges of containers and virtual machines: no phone comes in through them.
bool is_virtual(std::string_view interface_name) {
  constexpr std::array<std::string_view, 4> prefixes{"docker", "br-", "veth", "virbr"};
  return std::any_of(prefixes.begin(), prefixes.end(), [interface_name](std::string_view p) {
    return interface_name.starts_with(p);
  });
}

bool is_loopback(const std::string& address) {
  return address.starts_with("127.") || address == "::1";
}

struct interface_address {
  int rank; // 0 ordinary, 1 virtual, 2 loopback
  int family_rank;
  std::string text;
};

// nullopt-like: an empty text for what no phone can use (IPv6 link-local needs a zone).
interface_address read(const ifaddrs& one) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool is_loopback = (one.ifa_flags & IFF_LOOPBACK) != 0;
  interface_address a{is_loopback ? 2 : is_virtual(one.ifa_name) ? 1 : 0, 0, {}};
  if (one.ifa_addr->sa_family == AF_INET) {
    const auto* in = reinterpret_cast<const sockaddr_in*>(one.ifa_addr);
    inet_ntop(AF_INET, &in->sin_addr, text.data(), text.size());
  } else if (one.ifa_addr->sa_family == AF_INET6) {
    const auto* in = reinterpret_cast<const sockaddr_in6*>(one.ifa_addr);
    if (IN6_IS_ADDR_LINKLOCAL(&in->sin6_addr)) return a;
    a.family_rank = 1;
    inet_ntop(AF_INET6, &in->sin6_addr, text.data(), text.size());
  }
  a.text = text.data();
  return a;
}

} // namespace

described<listen_at> parse_listen(std::string_view text) {
  described_fault malformed{fault::address_invalid,
                            "\"" + std::string(text) +
                                "\" is not an address to listen on: give it as "
                                "ADDRESS:PORT, for example 0.0.0.0:8080 or [::]:8080."};
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return malformed;
  listen_at at;
  at.address = text.substr(0, colon);
  if (at.address.starts_with('[') && at.address.ends_with(']')) {
    at.address = at.address.substr(1, at.address.size() - 2);
    if (!is_v6(at.address)) return malformed;
  } else if (at.address == "localhost") {
    at.address = "127.0.0.1";
  } else if (!is_v4(at.address)) {
    return malformed;
  }
  const auto port = text.substr(colon + 1);
  const auto [end, failed] = std::from_chars(port.data(), port.data() + port.size(), at.port);
  if (failed != std::errc{} || end != port.data() + port.size()) return malformed;
  return at;
}

std::vector<reachable_address> reachable(const std::string& address, std::uint16_t port,
                                         const std::optional<std::set<std::string>>& lent) {
  const auto told = [&](const std::string& text, bool is_virtual) {
    reachable_address a{url_of(text, port), is_loopback(text), is_virtual, {}};
    if (lent) a.is_lent = lent->contains(text);
    return a;
  };
  if (address != "0.0.0.0" && address != "::") return {told(address, false)};
  ifaddrs* head = nullptr;
  if (getifaddrs(&head) != 0) return {told("127.0.0.1", false)};
  const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> all(head, &freeifaddrs);

  std::vector<interface_address> found;
  for (const auto* one = all.get(); one != nullptr; one = one->ifa_next) {
    if (one->ifa_addr == nullptr || (one->ifa_flags & IFF_UP) == 0) continue;
    auto a = read(*one);
    if (a.text.empty() || (a.family_rank == 1 && address == "0.0.0.0")) continue;
    found.push_back(std::move(a));
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::tie(a.rank, a.family_rank) < std::tie(b.rank, b.family_rank);
  });
  std::vector<reachable_address> at;
  for (const auto& a : found) {
    at.push_back(told(a.text, a.rank == 1));
  }
  if (at.empty()) at.push_back(told("127.0.0.1", false)); // no network at all: this machine
  return at;
}

std::vector<std::string> reachable_urls(const std::string& address, std::uint16_t port) {
  std::vector<std::string> urls;
  for (auto& at : reachable(address, port)) {
    urls.push_back(std::move(at.url));
  }
  return urls;
}

} // namespace viche::socket
