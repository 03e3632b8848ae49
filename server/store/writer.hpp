// The one writer thread of a data file: takes what is queued, puts all of it into one transaction
// (group commit), answers, and checkpoints between batches. Knows nothing of coroutines.
#pragma once

#include "fault.hpp"
#include "store/copying.hpp"
#include "store/data_file.hpp"
#include "store/file_lock.hpp"
#include "store/op_log_options.hpp"
#include "store/people.hpp"
#include "store/stored_session.hpp"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace viche::store {

// Called once, on the writer thread, and must not throw or wait.
template <class T>
using answer = std::function<void(result<T>)>;

struct create_job {
  model::session_record record;
  std::vector<model::log_row> rows; // its whole log so far
  answer<std::int64_t> done; // the id; 0: the code is taken
};

struct append_job {
  std::int64_t session_id = 0;
  model::append_batch batch;
  answer<std::string> done; // the new head, 64 hex digits
};

struct name_job {
  name_change change;
  answer<name_outcome> done;
};

struct names_job {
  std::int64_t session_id = 0;
  std::optional<model::id128> of; // nullopt: of everybody
  answer<std::vector<signature>> done;
};

struct load_job {
  std::string code;
  answer<stored_session> done;
};

struct codes_job {
  answer<std::vector<std::string>> done;
};

using job =
    std::variant<create_job, append_job, name_job, names_job, load_job, codes_job, copy_job>;

// Whether the WAL is to be copied into the file now. `is_busy`: somebody waits for the next batch.
bool is_checkpoint_due(int wal_pages, bool is_busy);

class writer {
public:
  writer(op_log_options options, file_lock lock, data_file file);

  // As stop(), then lets go of the lock.
  ~writer();

  // A full queue is answered at once with storage_unavailable, and after stop() with stopping.
  void post(job j);

  // Does what is queued, but a copy is not finished; empties the WAL and closes the file.
  void stop();

  // A text, name or key was erased, but a reader still keeps the WAL with its bytes; tried again.
  bool erasure_is_pending() const { return erasure_is_pending_; }

  std::uint64_t erasures() const { return erasures_; }

  const std::filesystem::path& file() const { return options_.file; }

private:
  void run();
  // Waits for jobs. Empty: the time has come to try an erasure again; nullopt: the end.
  std::optional<std::vector<job>> take();
  void work(std::vector<job> jobs);
  void commit(std::span<job> jobs);
  void read(job& j);
  bool reopen();
  void go_on_copying(); // some pages
  void rest(); // between batches
  void erase_from_wal();
  bool is_busy();
  bool is_refused(disk_moment m) const;
  void tell(const std::string& words);
  void tell_once(const std::string& words); // until a batch was written
  void tell_works();

  const op_log_options options_;
  file_lock lock_;
  std::optional<data_file> file_; // nullopt: the disk refused, and refused again to open it

  copying copy_; // of file_, whose connection it needs

  std::set<std::string> told_; // what the disk refused since it last took a batch

  std::mutex guard_; // of the two below; never held while working
  std::vector<job> queue_;
  bool is_stopping_ = false;
  std::condition_variable news_;

  std::atomic<bool> erasure_is_pending_;
  std::atomic<std::uint64_t> erasures_ = 0;
  std::thread thread_; // last: starts when everything is there
};

} // namespace viche::store
