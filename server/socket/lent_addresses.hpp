// Which addresses of this machine are lent to it for a time (by a router's DHCP, or by IPv6's own
// way) and may be others after the router's restart. Whoever lends one says for how long, and the
// kernel keeps that; an address without an end was set by hand, or is of the laptop's own hotspot.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>

namespace viche::socket {

// nullopt: the kernel did not say.
std::optional<std::set<std::string>> lent_addresses();

// Adds those of one answer of the kernel (netlink, RTM_NEWADDR; see rtnetlink(7)). Pure.
enum class lent_answer { more, last, refused };
lent_answer read_lent(std::span<const char> answer, std::set<std::string>& into);

} // namespace viche::socket
