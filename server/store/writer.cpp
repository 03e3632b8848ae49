// The writer's loop. From the moment COMMIT returned a batch is durable; before that nobody hears
// of it; if it fails, the outcome is unknown and everybody in it hears that.
#include "store/writer.hpp"

#include "limits.hpp"
#include "store/entry_cursor.hpp"
#include "store/entry_writer.hpp"

#include <boost/system/system_error.hpp>
#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <chrono>
#include <stdexcept>

namespace viche::store {
namespace {

struct disk_refused : std::runtime_error {
  disk_refused() : std::runtime_error("the disk refused") {}
};

// What a write came to, until COMMIT says whether it did.
using outcome =
    std::variant<std::monostate, result<std::int64_t>, result<std::string>, result<name_outcome>>;

result<std::int64_t> create(entry_writer& entries, const create_job& j) {
  const auto id = entries.add_session(j.record, j.rows.front());
  if (!id) return 0;
  model::append_batch batch;
  batch.rows = j.rows;
  entries.append(*id, batch);
  return *id;
}

result<std::string> append(entry_writer& entries, const append_job& j) {
  const auto head = entries.append(j.session_id, j.batch);
  if (!head) return fault::session_unknown;
  return to_hex(*head);
}

outcome write(const SQLite::Database& db, entry_writer& entries, const job& j) {
  if (const auto* c = std::get_if<create_job>(&j)) return create(entries, *c);
  if (const auto* a = std::get_if<append_job>(&j)) return append(entries, *a);
  if (const auto* n = std::get_if<name_job>(&j)) {
    return result<name_outcome>(change_name(db, n->change));
  }
  return std::monostate{};
}

outcome failed(const job& j, fault why) {
  if (std::holds_alternative<create_job>(j)) return result<std::int64_t>(why);
  if (std::holds_alternative<append_job>(j)) return result<std::string>(why);
  if (std::holds_alternative<name_job>(j)) return result<name_outcome>(why);
  return std::monostate{};
}

// A bug of whoever made the batch (an op that is there already, a seq that does not follow, fields
// that are no JSON) is theirs alone: the savepoint keeps it from the other sessions' batches.
outcome write_alone(SQLite::Database& db, entry_writer& entries, const job& j,
                    std::vector<std::string>& bugs) {
  db.exec("SAVEPOINT batch");
  try {
    auto done = write(db, entries, j);
    db.exec("RELEASE batch");
    return done;
  } catch (const SQLite::Exception& e) {
    if ((e.getErrorCode() & 0xFF) != SQLITE_CONSTRAINT) throw;
    bugs.emplace_back(e.what());
  } catch (const boost::system::system_error& e) {
    bugs.emplace_back(e.what());
  }
  db.exec("ROLLBACK TO batch");
  db.exec("RELEASE batch");
  return failed(j, fault::batch_impossible);
}

void answer_with(job& j, outcome what) {
  if (auto* c = std::get_if<create_job>(&j)) c->done(std::get<result<std::int64_t>>(what));
  if (auto* a = std::get_if<append_job>(&j)) {
    a->done(std::move(std::get<result<std::string>>(what)));
  }
  if (auto* n = std::get_if<name_job>(&j)) n->done(std::get<result<name_outcome>>(what));
}

void refuse(job& j, fault why) {
  if (auto* c = std::get_if<copy_job>(&j)) return c->done(copy_ended(why, c->part));
  std::visit(
      [&](auto& any) {
        if constexpr (!std::is_same_v<decltype(any), copy_job&>) any.done(why);
      },
      j);
}

bool has_erased(const job& j, const outcome& what) {
  const auto* n = std::get_if<result<name_outcome>>(&what);
  if (n != nullptr) return n->has_value() && (*n)->has_erased;
  const auto* a = std::get_if<append_job>(&j);
  return a != nullptr && (a->batch.vote_key_erased || !a->batch.texts_erased.empty());
}

fault fault_of(const std::exception& e) {
  const auto* sql = dynamic_cast<const SQLite::Exception*>(&e);
  const bool is_damage = sql != nullptr && (sql->getErrorCode() & 0xFF) == SQLITE_CORRUPT;
  return is_damage ? fault::storage_corrupt : fault::storage_unavailable;
}

bool is_write(const job& j) {
  return std::holds_alternative<create_job>(j) || std::holds_alternative<append_job>(j) ||
         std::holds_alternative<name_job>(j);
}

} // namespace

bool is_checkpoint_due(int wal_pages, bool is_busy) {
  return wal_pages >= (is_busy ? limits::wal_pages_max : limits::wal_pages_soft);
}

writer::writer(op_log_options options, file_lock lock, data_file file)
    : options_(std::move(options)),
      lock_(std::move(lock)),
      file_(std::move(file)),
      erasure_is_pending_(file_->wal_at_open() != data_file::truncation::done),
      thread_([this] { run(); }) {}

writer::~writer() {
  stop();
}

void writer::stop() {
  {
    const std::lock_guard hold(guard_);
    is_stopping_ = true;
  }
  news_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void writer::post(job j) {
  auto why = fault::storage_unavailable;
  {
    const std::lock_guard hold(guard_);
    if (is_stopping_) {
      why = fault::stopping;
    } else if (queue_.size() < limits::store_jobs_max) {
      queue_.push_back(std::move(j));
      news_.notify_one();
      return;
    }
  }
  refuse(j, why);
}

void writer::run() {
  while (auto jobs = take()) {
    if (!jobs->empty()) work(std::move(*jobs));
    go_on_copying();
    rest();
  }
  copy_.end(fault::stopping);
  if (file_) erase_from_wal();
  file_.reset();
}

std::optional<std::vector<job>> writer::take() {
  std::unique_lock hold(guard_);
  const auto has_news = [this] { return is_stopping_ || !queue_.empty(); };
  if (copy_.is_under_way()) {
    // No waiting: its next step is the work there is.
  } else if (erasure_is_pending_) {
    news_.wait_for(hold, std::chrono::milliseconds(limits::erasure_retry_ms), has_news);
  } else {
    news_.wait(hold, has_news);
  }
  if (is_stopping_ && queue_.empty()) return std::nullopt;
  return std::exchange(queue_, {});
}

void writer::work(std::vector<job> jobs) {
  if (!file_ && !reopen()) {
    for (auto& j : jobs)
      refuse(j, fault::storage_unavailable);
    return;
  }
  // Writes first: a load that was queued after an append must see it.
  const auto reads = std::ranges::stable_partition(jobs, is_write).begin();
  if (reads != jobs.begin()) commit({jobs.begin(), reads});
  for (auto at = reads; at != jobs.end(); ++at)
    read(*at);
}

void writer::commit(std::span<job> jobs) {
  assert(file_);
  std::vector<outcome> outcomes;
  std::vector<std::string> bugs;
  try {
    auto& db = file_->db();
    db.exec("BEGIN IMMEDIATE");
    {
      entry_writer entries(db);
      for (const auto& j : jobs)
        outcomes.push_back(write_alone(db, entries, j, bugs));
    }
    if (is_refused(disk_moment::before_commit)) throw disk_refused{};
    db.exec("COMMIT"); // from here on all of it is durable
    if (is_refused(disk_moment::after_commit)) throw disk_refused{};
  } catch (const std::exception& e) {
    outcomes.clear();
    tell_once(std::string("The data file cannot be written: ") + e.what());
    reopen();
    const auto why = fault_of(e);
    for (auto& j : jobs)
      refuse(j, why);
    return;
  }
  tell_works();
  for (const auto& bug : bugs)
    tell("A batch contradicts what is in the data file: " + bug);
  bool is_erasure = false;
  for (std::size_t i = 0; i < jobs.size(); ++i)
    is_erasure = is_erasure || has_erased(jobs[i], outcomes[i]);
  if (is_erasure) {
    ++erasures_; // before anybody hears of it
    erase_from_wal();
  }
  for (std::size_t i = 0; i < jobs.size(); ++i)
    answer_with(jobs[i], std::move(outcomes[i]));
}

void writer::read(job& j) {
  if (!file_) return refuse(j, fault::storage_unavailable);
  try {
    if (auto* l = std::get_if<load_job>(&j)) {
      if (is_refused(disk_moment::before_load)) throw disk_refused{};
      auto found = read_whole_session(file_->db(), l->code);
      if (found) return l->done(std::move(*found));
      return l->done(found.error().what);
    }
    if (auto* n = std::get_if<names_job>(&j)) {
      return n->done(names_in(file_->db(), n->session_id, n->of));
    }
    if (auto* c = std::get_if<codes_job>(&j)) return c->done(session_codes(file_->db()));
    if (auto* c = std::get_if<copy_job>(&j)) return copy_.start(file_->db(), std::move(*c));
  } catch (const std::exception& e) {
    refuse(j, fault_of(e));
  }
}

// A connection that failed once is not asked again: its cache may hold pages the disk never took.
bool writer::reopen() {
  copy_.end(fault::storage_unavailable);
  file_.reset();
  if (is_refused(disk_moment::reopen)) return false;
  auto again = data_file::open_to_write(options_.file, options_.is_durable);
  if (!again) {
    tell_once(again.error().words);
    return false;
  }
  // Unless everything in the WAL is copied and synced, what was read back is not known to last.
  if (again->wal_at_open() == data_file::truncation::blocked) {
    tell_once("The data file was opened again, but another program holds its WAL.");
    return false;
  }
  erasure_is_pending_ = again->wal_at_open() != data_file::truncation::done;
  file_.emplace(std::move(*again));
  return true;
}

void writer::go_on_copying() {
  if (!copy_.is_under_way()) return;
  if (is_refused(disk_moment::before_pages)) return copy_.end(fault::storage_unavailable);
  copy_.step();
}

void writer::rest() {
  if (!file_) return;
  if (erasure_is_pending_) return erase_from_wal();
  if (!is_checkpoint_due(file_->wal_pages(), is_busy())) return;
  try {
    file_->checkpoint();
  } catch (const SQLite::Exception& e) {
    tell_once(std::string("The WAL cannot be copied into the data file: ") + e.what());
    reopen(); // nobody waits for this; whoever comes next hears if it failed
  }
}

void writer::erase_from_wal() {
  assert(file_);
  try {
    const auto came_to = file_->truncate_wal(limits::erasure_busy_ms);
    erasure_is_pending_ = came_to != data_file::truncation::done;
  } catch (const SQLite::Exception& e) {
    tell_once(std::string("What was erased cannot be taken out of the WAL: ") + e.what());
    erasure_is_pending_ = true; // the erasure itself is durable
    reopen();
  }
}

void writer::tell(const std::string& words) {
  if (options_.tell) options_.tell(words);
}

void writer::tell_once(const std::string& words) {
  if (told_.insert(words).second) tell(words);
}

void writer::tell_works() {
  if (told_.empty()) return;
  told_.clear();
  tell("The data file is written again.");
}

bool writer::is_busy() {
  const std::lock_guard hold(guard_);
  return !queue_.empty();
}

bool writer::is_refused(disk_moment m) const {
  return options_.refuses && options_.refuses(m);
}

} // namespace viche::store
