// The store's door: every session's log in one SQLite file, written by one thread through one
// connection. Nothing here knows what an op means.
#pragma once

#include "fault.hpp"
#include "model/log_row.hpp"
#include "model/session_record.hpp"

#include <boost/asio/awaitable.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace viche::store {

struct stored_session {
  model::session_record record;
  std::vector<model::log_row> rows; // in order of seq
  std::string head;                 // hash of the last entry, 64 hex digits
};

struct op_log_options {
  std::filesystem::path file;
  // fsync off: only for tests that count on losing data or that need none of it.
  bool is_durable = true;
};

class op_log {
public:
  // Takes the lock FILE.lock, opens or makes FILE, migrates an older schema, starts the writer
  // thread. Faults, each with a sentence: file_in_use, file_unwritable, file_not_ours, file_newer,
  // storage_corrupt.
  static described<std::unique_ptr<op_log>> open(const op_log_options& options);

  // Finishes what is queued, checkpoints (TRUNCATE) and ends the thread.
  ~op_log();

  // Stores a new session with its first entry. The code must be free (result: false if it is not;
  // try another). The id is filled in.
  boost::asio::awaitable<result<bool>> create(model::session_record& record, model::log_row first);

  // All of the batch in one transaction, durable when this returns without fault; the answer is
  // the new head of the chain (64 hex digits). With texts_erased or vote_key_erased the WAL is
  // truncated before it returns. After a fault the outcome is unknown: the connection has been
  // closed, reopened and checkpointed if that was possible; load() the session again.
  boost::asio::awaitable<result<std::string>> append(std::int64_t session_id,
                                                     model::append_batch batch);

  // The whole session, for a replay; fault session_unknown if no session has this code.
  boost::asio::awaitable<result<stored_session>> load(std::string code);

  // Codes of all sessions, oldest first.
  boost::asio::awaitable<result<std::vector<std::string>>> codes();

private:
  op_log();
  struct writer;
  std::unique_ptr<writer> writer_;
};

} // namespace viche::store
