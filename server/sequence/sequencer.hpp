// The seam where an op gets its place. From here on seq is final. One implementation so far, for
// one machine; several machines would agree through a stream and pass the same contract suite.
#pragma once

#include "model/ids.hpp"

namespace viche::sequence {

class sequencer {
public:
  virtual ~sequencer() = default;

  // The next place: seqs without gaps, times that never go back however the clock jumps.
  virtual model::place next(const model::actor& by, model::time_ms_t now) = 0;

  // Goes back to what is durable, after a write whose outcome was unknown.
  virtual void reset(model::seq_t last_seq, model::time_ms_t last_time) = 0;
};

} // namespace viche::sequence
