// A few thousand at most: looking through them all is no work.
#include "socket/tickets.hpp"

#include "limits.hpp"
#include "session/passes.hpp"
#include "socket/secrets.hpp"

#include <algorithm>

namespace viche::socket {

std::string tickets::issue(std::string_view code, std::string_view pass, std::int64_t now_ms) {
  std::erase_if(issued_, [&](const one& t) {
    return t.until_ms <= now_ms || (t.code == code && t.pass == pass);
  });
  if (issued_.size() >= limits::tickets_max) issued_.pop_front();
  issued_.push_back({session::random_secret(token_bytes), std::string(code), std::string(pass),
                     now_ms + limits::ticket_ms});
  return issued_.back().ticket;
}

std::optional<std::string> tickets::take(std::string_view code, std::string_view ticket,
                                         std::int64_t now_ms) {
  const auto found = std::ranges::find_if(issued_, [&](const one& t) {
    return t.until_ms > now_ms && t.code == code && is_same_secret(t.ticket, ticket);
  });
  if (found == issued_.end()) return std::nullopt;
  if (!found->is_used) {
    found->is_used = true;
    found->until_ms = std::min(found->until_ms, now_ms + limits::ticket_again_ms);
  }
  return found->pass;
}

} // namespace viche::socket
