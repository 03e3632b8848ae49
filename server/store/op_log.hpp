// The store's door: every session's log in one SQLite file, written by one thread through one
// connection. Nothing here knows what an op means.
#pragma once

#include "fault.hpp"
#include "store/backup.hpp"
#include "store/op_log_options.hpp"
#include "store/people.hpp"
#include "store/stored_session.hpp"

#include <boost/asio/awaitable.hpp>

#include <memory>
#include <string>
#include <vector>

namespace viche::store {

class copier;
class writer;

// The awaitables resume on the caller's executor, whose context must outlive the op_log: what is
// queued when the op_log ends is still done and answered there.
class op_log {
public:
  // Takes the lock FILE.lock, opens or makes FILE, migrates an older schema, starts the writer
  // thread. Faults, each with a sentence: file_in_use, file_unwritable, file_not_ours, file_newer,
  // storage_corrupt, storage_unavailable.
  static described<std::unique_ptr<op_log>> open(const op_log_options& options);

  // Finishes what is queued, checkpoints (TRUNCATE) and ends the thread.
  ~op_log();

  // Stores a new session with its first entry. The code must be free (result: false if it is not;
  // try another). The id is filled in.
  boost::asio::awaitable<result<bool>> create(model::session_record& record, model::log_row first);

  // The same with a whole log, of an import: all of it in one transaction, or nothing.
  boost::asio::awaitable<result<bool>> create(model::session_record& record,
                                              std::vector<model::log_row> rows);

  // All of the batch in one transaction, durable when this returns without fault; the answer is
  // the new head of the chain (64 hex digits). With texts_erased or vote_key_erased the WAL is
  // truncated before it returns, unless a reader holds it: see erasure_is_pending. Faults:
  //   storage_unavailable  the outcome is unknown: the connection has been closed, reopened and
  //                        checkpointed if that was possible; load() the session again
  //   storage_corrupt      the same for a damaged file
  //   batch_impossible     a bug of the caller (an op that is there already, a seq that does not
  //                        follow); nothing of the batch is there, and it never will be
  //   session_unknown      no session has this id; nothing was written
  boost::asio::awaitable<result<std::string>> append(std::int64_t session_id,
                                                     model::append_batch batch);

  // The whole session, for a replay; its chain is checked on the way. Faults: session_unknown if
  // no session has this code, storage_corrupt (`viche verify` names the record).
  boost::asio::awaitable<result<stored_session>> load(std::string code);

  // A name is written or erased, durable when this returns without fault; an erased one is then as
  // gone as a text that append() erased. Fault storage_unavailable: the outcome is unknown.
  boost::asio::awaitable<result<name_outcome>> change_name(name_change change);

  // Names that stand in a session; of one person only, if one is named.
  boost::asio::awaitable<result<std::vector<signature>>>
  names(std::int64_t session_id, std::optional<model::id128> of = std::nullopt);

  // For store/reader.
  const std::filesystem::path& file() const;

  // Codes of all sessions, oldest first.
  boost::asio::awaitable<result<std::vector<std::string>>> codes();

  // A copy of the file that another server can take over from: same codes, links and chains, and
  // epochs of its own. The pages are copied between batches, so appends go on and the copy is of
  // the moment of its last page; what comes behind it is not in it. On any fault nothing is left
  // at `to` but what was there. Faults, each with a sentence: those of copy_file::make,
  // file_unwritable (a full disk), storage_corrupt, storage_unavailable, stopping.
  boost::asio::awaitable<described<backup_facts>> backup(backup_order order);

  // As store/kept_copies says, behind the copies asked for before.
  boost::asio::awaitable<described<void>> thin_out(std::filesystem::path newest,
                                                   std::string beginning, std::size_t kept);

  // Batches so far that erased something: a copy begun before the last of them may still hold it.
  // Any thread may ask.
  std::uint64_t erasures() const;

  // What was erased is gone from the log, but a reader still keeps the WAL that holds its bytes;
  // tried again every erasure_retry_ms. Any thread may ask.
  bool erasure_is_pending() const;

private:
  op_log(std::unique_ptr<writer> w, const op_log_options& options);
  std::unique_ptr<writer> writer_;
  std::unique_ptr<copier> copier_;
};

} // namespace viche::store
