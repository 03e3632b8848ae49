// An entry as the store keeps it: opaque bytes and texts, plus what the chain needs.
// decode/row makes and reads it; the store adds salts, commitments and the hash.
#pragma once

#include "model/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace viche::model {

// The public part is (seq, kind, time to the minute); the rest is private and can be erased.
struct log_row {
  seq_t seq = 0;
  std::string kind;      // the op's wire name
  time_ms_t time_ms = 0; // exact
  std::string op_id;     // with the actor: the key of a resend
  actor by;
  std::string fields; // JSON of the op's fields; a text is its ordinal in `texts`
  // nullopt: erased. On append every text is there.
  std::vector<std::optional<std::string>> texts;
};

// What one batch asks of the store; all of it in one transaction, or none.
struct append_batch {
  std::vector<log_row> rows;
  std::vector<seq_t> texts_erased; // all texts of these entries
  bool vote_key_erased = false;
};

} // namespace viche::model
