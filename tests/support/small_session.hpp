// A session in a few lines, for tests of the pure rooms: authorise → sequence → fold with virtual
// time, and its log kept as rows. When it ends it replays them, so every test is one of replay too.
#pragma once

#include "model/audience.hpp"
#include "model/log_row.hpp"
#include "ops/list.hpp"
#include "sequence/local.hpp"

#include <cstdint>
#include <source_location>
#include <string>
#include <string_view>
#include <vector>

namespace viche::support {

using model::hide_reason;
using model::pause_reason;
using model::phase;
using model::record;
using model::refusal;
using model::role;
using model::seq_t;

struct person {
  model::identity is;
};

constexpr model::id128 id_of(std::uint8_t fill) {
  model::id128 id;
  for (auto& b : id.bytes)
    b = fill;
  return id;
}

constexpr person resident(std::uint8_t n) {
  return {{role::resident, id_of(n), id_of(static_cast<std::uint8_t>(0x80 + n))}};
}

constexpr person staff(role as, std::uint8_t n) {
  return {{as, id_of(n), std::nullopt}};
}

inline constexpr person host{{role::host, {}, std::nullopt}};
inline constexpr person desk = staff(role::facilitator, 0x71);
// Another facilitator; an op adds the link where it matters that it is there.
inline constexpr person colleague = staff(role::facilitator, 0x74);
inline constexpr person typist = staff(role::operator_, 0x72);
inline constexpr person wall = staff(role::board, 0x73);
inline constexpr person anna = resident(1);
inline constexpr person bohdan = resident(2);
inline constexpr person vira = resident(3);

// Three areas, three votes, five tables, two settlements.
model::settings village(std::uint32_t level = 1);

inline constexpr model::time_ms_t noon = 1'763'791'200'000;

class small_session {
public:
  // Opened by the host; then `in` is opened by the desk, unless it is the lobby.
  explicit small_session(phase in = phase::lobby, model::settings set = village());
  ~small_session(); // checks that a replay of the rows gives this very state
  small_session(const small_session&) = delete;
  small_session& operator=(const small_session&) = delete;

  using where = std::source_location;

  // Nobody needs to join here: who asks for that is authorise of an identity, with a test of its
  // own. Fails the test if it is refused. A second passes. Returns the entry's seq.
  seq_t does(const person& p, const ops::any_op& op, where at = where::current());

  // Fails the test unless it is refused just so.
  void refuses(const person& p, const ops::any_op& op, refusal why, std::string_view field = {},
               where at = where::current());

  model::verdict asks(const person& p, const ops::any_op& op) const;

  // --- the usual things, in a word ---
  seq_t submit(const person& p, std::string text, std::vector<std::string> areas = {"medicine"},
               where at = where::current());
  void open(phase p, std::uint32_t minutes = 0, where at = where::current());
  void vote(const person& p, seq_t idea, where at = where::current());
  void take_off(const person& p, seq_t idea, where at = where::current());
  void merge(seq_t main, std::vector<seq_t> others, where at = where::current());
  void split(seq_t idea, where at = where::current());
  void hide(seq_t idea, where at = where::current());

  // Goes on after so many milliseconds more.
  void wait(model::time_ms_t ms) { time_ += ms; }

  // --- what is true now ---
  const model::state& state() const { return state_; }
  const model::idea& idea(seq_t id) const;
  std::size_t support(seq_t id) const;
  std::size_t spent(const person& p) const;
  const model::touched& touched() const { return touched_; } // by the last entry
  bool touches(record kind, seq_t id = 0) const;
  model::time_ms_t time() const { return time_; }
  const std::vector<model::log_row>& rows() const { return rows_; }

private:
  sequence::local order_{0, 0};
  model::time_ms_t time_ = noon;
  model::state state_;
  model::touched touched_;
  std::vector<model::log_row> rows_;
};

std::vector<model::slug> slugs(const std::vector<std::string>& areas);

model::state replayed(const std::vector<model::log_row>& rows);

// Every field of a state as text, in a fixed order: two states are equal if their prints are.
std::string printed(const model::state& s);

} // namespace viche::support
