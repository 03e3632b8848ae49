// One page's side of the protocol, without a socket: what it says first, what it wants, how it
// takes answers, what it does after a broken link. Pure: time and chance are given.
#pragma once

#include "rehearse/dice.hpp"
#include "rehearse/replica.hpp"

#include <boost/json/object.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viche::rehearse {

// Microseconds of a clock that never goes back.
using steady_us = std::int64_t;

struct page_kind {
  std::string page; // phone, desk, operator or board
  std::uint32_t slot = 0;
};

struct op_answer {
  std::optional<std::uint64_t> seq; // nullopt: refused for good
  std::string refusal;
};

class page {
public:
  // `op_ids` makes the random ids of its ops.
  page(page_kind kind, std::uint64_t op_ids);

  // --- what the person does ---

  // Put at the end of the outbox; answered once, however often the link breaks.
  using ticket = std::size_t;
  ticket send(boost::json::object op);
  const op_answer* answer_to(ticket t) const; // nullptr: not yet
  bool is_idle() const { return outbox_.empty(); }
  const replica& held() const { return held_; }

  // --- what the connection does ---

  void opened(); // the socket is there: hello goes first
  void lost();   // it is gone: what is unanswered goes again, with its id
  // The next thing to write, if something is due.
  std::optional<std::string> next_frame(steady_us now);
  // When next_frame should be asked again though nothing was received.
  steady_us next_due() const;

  enum class verdict : std::uint8_t {
    go_on,
    come_back, // close the socket and open another
    give_up    // see `trouble`
  };
  verdict received(std::string_view text, steady_us now);
  const std::string& trouble() const { return trouble_; }
  bool is_welcome() const { return is_welcome_; }

  // --- what it went through ---

  struct story {
    std::size_t sent = 0;   // ops, each counted once
    std::size_t acked = 0;
    std::size_t later = 0;  // refusals that said: later
    std::vector<std::string> refused; // for good: "cast_vote: idea_hidden"
    std::size_t reconnects = 0;
    std::size_t gaps = 0;
    std::size_t leaks = 0;
    std::uint64_t turnout = 0;   // people who voted, as last told
    std::vector<steady_us> ack_times;
  };
  const story& lived() const { return lived_; }
  const page_kind& kind() const { return kind_; }

private:
  struct pending {
    std::string id;
    std::string kind;
    std::string frame;
    ticket answers = 0;
    bool is_in_flight = false;
    steady_us sent_at = 0;
    steady_us not_before = 0;
    unsigned tries = 0;
    bool waits_for_resume = false;
  };

  std::string hello() const;
  std::string random_id();
  verdict take(const boost::json::object& message, steady_us now);
  verdict take_change(replica::outcome outcome, const boost::json::object& message);
  verdict take_welcome(const boost::json::object& message);
  verdict take_ack(const boost::json::object& message, steady_us now);
  verdict take_refusal(const boost::json::object& message, steady_us now);
  verdict complain(std::string words);
  void wait_and_retry(pending& p, bool is_paused, steady_us now);
  bool is_paused() const;

  page_kind kind_;
  dice op_ids_;
  std::deque<pending> outbox_; // one in flight, the others behind it
  std::deque<std::optional<op_answer>> answers_;
  replica held_;
  bool is_open_ = false;
  bool is_welcome_ = false;
  bool said_hello_ = false;
  steady_us wrote_at_ = 0;
  std::string trouble_;
  story lived_;
};

} // namespace viche::rehearse
