// A state made by hand: ops applied in order, each with the next seq and its own time. Every op is
// checked first, so that no test builds what no session could.
#pragma once

#include "ops/list.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace viche::test {

inline constexpr model::time_ms_t session_begins = 1'763'791'200'000; // 22.11.2025 08:00 in Kyiv

inline model::id128 id_of(unsigned n) {
  model::id128 id;
  id.bytes[0] = static_cast<std::uint8_t>(n & 255U);
  id.bytes[1] = static_cast<std::uint8_t>(n >> 8U);
  id.bytes[15] = 1;
  return id;
}

inline model::actor resident(unsigned n) {
  return {model::role::resident, id_of(n)};
}
inline model::actor facilitator() {
  return {model::role::facilitator, id_of(60'000)};
}
inline model::actor an_operator() {
  return {model::role::operator_, id_of(60'001)};
}

class state_builder {
public:
  explicit state_builder(model::settings set) {
    ops::open_session open;
    static_cast<model::settings&>(open) = std::move(set);
    apply(open, {model::role::host, {}});
    s_.code = "482913";
  }

  // The seq the op got.
  template <ops::op Op>
  model::seq_t apply(const Op& op, const model::actor& by) {
    const auto refused = op.check(s_, by);
    REQUIRE_MESSAGE(!refused, Op::name, " was refused");
    const model::place at{s_.seq + 1, now_, by};
    model::touched touched;
    op.apply(s_, at, touched);
    s_.seq = at.seq;
    entries_.push_back({at, "op-" + std::to_string(at.seq) + "-of-a-builder", op});
    return at.seq;
  }

  state_builder& wait_minutes(std::int64_t n) {
    now_ += n * 60'000;
    return *this;
  }

  void open(model::phase p, std::uint32_t minutes = 0) {
    apply(ops::open_phase{p, minutes}, facilitator());
  }

  model::seq_t idea(unsigned author, std::string text, std::vector<std::string> areas) {
    ops::submit_idea op;
    op.text.value = std::move(text);
    for (auto& a : areas)
      op.areas.push_back({std::move(a)});
    return apply(op, resident(author));
  }

  void join(unsigned who, std::uint32_t table = 0, std::string settlement = {}) {
    ops::join op;
    op.table = table;
    op.settlement.value = std::move(settlement);
    apply(op, resident(who));
  }

  // Voters from `first` on, each a vote; voters and writers are different ids.
  void votes(model::seq_t idea, unsigned first, unsigned count) {
    for (unsigned n = 0; n < count; ++n) {
      apply(ops::cast_vote{idea}, resident(30'000 + first + n));
    }
  }

  // As when the board has shown the first place.
  void reveal() {
    open(model::phase::results);
    apply(ops::reveal_place{1}, facilitator());
  }

  const model::state& state() const { return s_; }
  const std::vector<ops::entry>& entries() const { return entries_; } // the log it is a fold of
  model::time_ms_t now() const { return now_; }

private:
  model::state s_;
  std::vector<ops::entry> entries_;
  model::time_ms_t now_ = session_begins;
};

} // namespace viche::test
