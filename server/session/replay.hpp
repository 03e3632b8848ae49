// Rows of the store → the state they fold to. Pure; the same for start-up, export and tests.
#pragma once

#include "fault.hpp"
#include "model/log_row.hpp"
#include "model/state.hpp"
#include "model/touched.hpp"
#include "store/stored_session.hpp"

#include <functional>
#include <span>
#include <string>

namespace viche::session {

struct replayed {
  model::state state;
  model::time_ms_t last_time = 0;
};

// The state after some entries, and what they touched.
using witness = std::function<void(const model::state&, const model::touched&)>;

// Goes on from `from` over rows that follow it; `sees` is called after every
// limits::replay_told_together of them and after the last. Fault storage_corrupt if a row does not
// decode, the seqs have a gap or a row stands behind the close where the hall could do nothing any
// more; `from` is then of no use.
result<void> replay_on(replayed& from, std::span<const model::log_row> rows, const witness& sees);

// From the first row. Faults as above.
result<replayed> replay(const std::string& code, std::span<const model::log_row> rows);

// The head that a session shows, in 64 hex digits: once it is closed that of the entry that closed
// it, which the hall saw, whatever the council adds behind it; until then of the last entry.
struct shown_head {
  model::seq_t seq = 0;
  std::string hash;
};
// Fault storage_corrupt where no entry of the log closed it.
result<shown_head> head_to_show(const store::stored_session& stored, const model::state& s);

} // namespace viche::session
