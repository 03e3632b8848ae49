// Puts sessions and entries into the file and erases what must go, within somebody's transaction.
// Exceptions of SQLite and of the private part pass through.
#pragma once

#include "model/log_row.hpp"
#include "model/session_record.hpp"
#include "store/digest.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>

namespace viche::store {

class entry_writer {
public:
  // Prepared statements of this connection; must end before it is closed.
  explicit entry_writer(const SQLite::Database& db);

  // The new session's id; nullopt: the code is taken.
  std::optional<std::int64_t> add_session(const model::session_record& record,
                                          const model::log_row& first);

  // The new head (32 bytes); nullopt: no session has this id. A seq that does not follow or an op
  // that is there already throws SQLITE_CONSTRAINT.
  std::optional<std::string> append(std::int64_t session_id, const model::append_batch& batch);

private:
  std::optional<std::string> head_of(std::int64_t session_id);
  std::string add_entry(std::int64_t session_id, const std::string& head,
                        const model::log_row& row);

  const SQLite::Database& db_;
  SQLite::Statement find_code_;
  SQLite::Statement find_head_;
  SQLite::Statement insert_session_;
  SQLite::Statement insert_entry_;
  SQLite::Statement insert_private_;
  SQLite::Statement insert_text_;
  SQLite::Statement erase_texts_;
  SQLite::Statement erase_vote_key_;
};

} // namespace viche::store
