// Everybody of a rehearsal and their pages: two moderators, an operator, the projector, the people.
#pragma once

#include "rehearse/client.hpp"
#include "rehearse/links.hpp"
#include "rehearse/page.hpp"
#include "rehearse/plan.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace viche::rehearse {

using described_void = described<void>;

class hall {
public:
  hall(client& net, session_links links);

  // Trades the links' secrets and opens the pages of the staff; returns when they hold the session.
  described_void let_staff_in();
  // One person comes in with their device, or joins those on a shared one, and says `join`.
  described_void let_in(const participant& who, std::uint32_t number, boost::json::object join);
  void send_home(std::uint32_t number);

  bool has_staff() const { return !desks_.empty(); }
  page& desk() { return *desks_[0]; }
  page& second_desk() { return *desks_[1]; }
  page& operator_or_desk() { return operator_ != nullptr ? *operator_ : desk(); }
  const page* board() const { return board_; }
  page& person(std::uint32_t number) { return *people_.at(number); }
  // Pages of those who are still here, by number.
  const std::map<std::uint32_t, page*>& people() const { return people_; }
  const page& desk() const { return *desks_[0]; }
  const page& second_desk() const { return *desks_[1]; }
  const session_links& links() const { return links_; }

  // Puts an op into the page's outbox.
  page::ticket send(page& by, boost::json::object op);
  // The same, and waits for the answer; a refusal for good is a peer_refused.
  described<std::uint64_t> tell(page& by, boost::json::object op);
  // Waits until `done`; peer_unreachable names `what` when that takes too long.
  described_void wait_for(const std::function<bool()>& done, std::string_view what);
  // Lets time pass while the pages live.
  described_void pass(steady_us until);
  described_void everybody_answered();

  client& net() { return net_; }

  // The sum over all pages, also of those who went home.
  page::story lived() const;

private:
  page& add(page_kind kind);
  described<page*> open_staff(const std::string& secret, page_kind kind);

  client& net_;
  session_links links_;
  std::deque<page> pages_; // stay where they are
  std::vector<page*> desks_;
  page* operator_ = nullptr;
  page* board_ = nullptr;
  std::map<std::uint32_t, page*> people_;
  std::map<std::uint32_t, std::string> cookies_; // by device
};

} // namespace viche::rehearse
