// The sequencer of one machine: a counter and a clock that never goes back.
#pragma once

#include "sequence/sequencer.hpp"

#include <algorithm>

namespace viche::sequence {

class local final : public sequencer {
public:
  local(model::seq_t last_seq, model::time_ms_t last_time) : seq_(last_seq), time_(last_time) {}

  model::place next(const model::actor& by, model::time_ms_t now) override {
    time_ = std::max(time_, now);
    return {.seq = ++seq_, .time_ms = time_, .by = by};
  }

  void reset(model::seq_t last_seq, model::time_ms_t last_time) override {
    seq_ = last_seq;
    time_ = last_time;
  }

private:
  model::seq_t seq_;
  model::time_ms_t time_;
};

} // namespace viche::sequence
