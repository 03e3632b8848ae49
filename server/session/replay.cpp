// The fold over a whole log.
#include "session/replay.hpp"

#include "authorise/authorise.hpp"
#include "decode/row.hpp"
#include "fold/fold.hpp"
#include "limits.hpp"

namespace viche::session {

result<void> replay_on(replayed& from, std::span<const model::log_row> rows, const witness& sees) {
  model::touched touched;
  std::size_t untold = 0;
  for (const auto& row : rows) {
    const auto entry = decode::decode_row(row);
    if (entry.has_error()) return entry.error();
    if (entry->at.seq != from.state.seq + 1) return fault::storage_corrupt;
    // The chain has no key: whoever has the file can write entries that follow.
    if (!authorise::may_follow(from.state, entry->what)) return fault::storage_corrupt;
    fold::fold(from.state, *entry, touched);
    from.last_time = entry->at.time_ms;
    if (++untold < limits::replay_told_together && &row != &rows.back()) continue;
    if (sees) sees(from.state, touched);
    touched = {};
    untold = 0;
  }
  return boost::system::in_place_value;
}

result<replayed> replay(const std::string& code, std::span<const model::log_row> rows) {
  replayed out;
  out.state.code = code;
  const auto done = replay_on(out, rows, {});
  if (done.has_error()) return done.error();
  return out;
}

result<shown_head> head_to_show(const store::stored_session& stored, const model::state& s) {
  if (model::phase_now(s) != model::phase::closed) return shown_head{s.seq, stored.head};
  // Nothing changes phases or pauses behind the close.
  const auto closed_by = s.clock_changed;
  if (closed_by == 0 || closed_by > stored.hashes.size()) return fault::storage_corrupt;
  return shown_head{closed_by, store::to_hex(store::bytes_of(stored.hashes[closed_by - 1]))};
}

} // namespace viche::session
