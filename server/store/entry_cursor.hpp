// Walks over the entries of a session as they lie in the file, and reads whole sessions.
// Exceptions of SQLite pass through; the doors of the store turn them into faults.
#pragma once

#include "fault.hpp"
#include "store/chain.hpp"
#include "store/stored_session.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace viche::store {

// The entries of one session in order, each with its private part and texts.
class entry_cursor {
public:
  entry_cursor(const SQLite::Database& db, std::int64_t session_id, model::seq_t from = 1);

  // nullopt: that was the last one.
  std::optional<stored_entry> next();

private:
  void read_texts_of(stored_entry& e);

  SQLite::Statement entries_;
  SQLite::Statement texts_;
  bool has_text_; // texts_ stands on a row not yet handed out
};

// nullopt: the session has no such entry.
std::optional<stored_entry> entry_at(const SQLite::Database& db, std::int64_t session_id,
                                     model::seq_t seq);

// Codes of all sessions, oldest first.
std::vector<std::string> session_codes(const SQLite::Database& db);

// nullopt: no session has this code.
std::optional<model::session_record> find_session(const SQLite::Database& db,
                                                  const std::string& code);

// The whole session, its chain checked on the way: fault storage_corrupt names the first broken
// record, session_unknown says that there is none. Call it within a transaction.
described<stored_session> read_whole_session(const SQLite::Database& db, const std::string& code);

} // namespace viche::store
