// One-time tickets: a page that is open asks for one, and opens the same person with it at another
// address of the server, where its cookie is not. In memory only, and never many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace viche::socket {

class tickets {
public:
  // Times are of a clock that never goes back. The newest of a pass counts, for ticket_ms; over
  // tickets_max the oldest goes.
  std::string issue(std::string_view code, std::string_view pass, std::int64_t now_ms);

  // The pass behind the ticket of this session, once; for ticket_again_ms again, as the answer may
  // be lost on the way. nullopt: there is none, or no more.
  std::optional<std::string> take(std::string_view code, std::string_view ticket,
                                  std::int64_t now_ms);

  std::size_t size() const { return issued_.size(); }

private:
  struct one {
    std::string ticket;
    std::string code;
    std::string pass;
    std::int64_t until_ms = 0;
    bool is_used = false;
  };
  std::deque<one> issued_; // the oldest first
};

} // namespace viche::socket
