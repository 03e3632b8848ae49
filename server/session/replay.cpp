// The fold over a whole log.
#include "session/replay.hpp"

#include "decode/row.hpp"
#include "fold/fold.hpp"

namespace viche::session {

result<replayed> replay(const std::string& code, const std::vector<model::log_row>& rows) {
  replayed out;
  out.state.code = code;
  for (const auto& row : rows) {
    const auto entry = decode::decode_row(row);
    if (entry.has_error()) return entry.error();
    if (entry->at.seq != out.state.seq + 1) return fault::storage_corrupt;
    model::touched nobody_listens;
    fold::fold(out.state, *entry, nobody_listens);
    out.last_time = entry->at.time_ms;
  }
  return out;
}

} // namespace viche::session
