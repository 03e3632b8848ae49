// Runs the programs that make documents, one after another on the thread that asks, each within its
// bounds; and a folder that is gone behind them.
#pragma once

#include "child/confinement.hpp"
#include "child/job.hpp"
#include "fault.hpp"

#include <filesystem>
#include <mutex>
#include <optional>

namespace boost::asio {
class io_context;
}

namespace viche::documents {

class workshop {
public:
  // Blocks until the job has ended. Fault stopping: stop() was called; file_unwritable: the system
  // has no process, memory or descriptor for it.
  result<child::job_result> run(child::job j);
  // From any thread: ends what runs, and lets nothing begin any more.
  void stop();
  // Whether programs can be kept from the network on this machine; found out once.
  bool is_network_cut(const std::filesystem::path& folder);

private:
  std::mutex guard_; // of the two below
  boost::asio::io_context* running_ = nullptr;
  bool is_stopping_ = false;
  std::optional<bool> is_network_cut_; // of the one thread that runs jobs
};

// Only its owner may look into it: residents' texts lie in it for some seconds.
class work_folder {
public:
  // Fault file_unwritable: there is no room or right for one in `parent`, which is made if it is
  // not there.
  static result<work_folder> make(const std::filesystem::path& parent);
  ~work_folder();
  work_folder(work_folder&& other) noexcept : path_(std::move(other.path_)) { other.path_.clear(); }
  work_folder& operator=(work_folder&&) = delete;

  const std::filesystem::path& path() const { return path_; }

private:
  explicit work_folder(std::filesystem::path p) : path_(std::move(p)) {}
  std::filesystem::path path_;
};

} // namespace viche::documents
