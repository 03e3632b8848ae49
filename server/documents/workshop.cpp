// A context of its own for each job, so that whoever asks may block on it.
#include "documents/workshop.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <cstdlib>
#include <exception>

namespace viche::documents {

namespace fs = std::filesystem;

result<child::job_result> workshop::run(child::job j) {
  boost::asio::io_context context{1};
  std::optional<result<child::job_result>> out;
  bool is_thrown = false;
  boost::asio::co_spawn(context, child::run(std::move(j)),
                        [&](const std::exception_ptr& thrown, result<child::job_result> ended) {
                          is_thrown = thrown != nullptr;
                          if (!is_thrown) out = std::move(ended);
                        });
  {
    const std::lock_guard lock(guard_);
    if (is_stopping_) return fault::stopping;
    running_ = &context;
  }
  // However it ends, stop() finds no context that is gone.
  const struct forgotten {
    workshop& by;
    ~forgotten() {
      const std::lock_guard lock(by.guard_);
      by.running_ = nullptr;
    }
  } at_the_end{*this};
  context.run();
  if (is_thrown) return fault::file_unwritable; // no memory or descriptor was left for it
  if (!out) return fault::stopping;             // the context takes the program with it
  return std::move(*out);
}

void workshop::stop() {
  const std::lock_guard lock(guard_);
  is_stopping_ = true;
  if (running_ != nullptr) running_->stop();
}

bool workshop::is_network_cut(const fs::path& folder) {
  if (!is_network_cut_) {
    const auto asked = run({.words = child::network_question(),
                            .input = {},
                            .folder = folder,
                            .deadline_ms = 5'000,
                            .output_bytes_max = 4096});
    is_network_cut_ =
        asked.has_value() && asked->how == child::job_end::ended && asked->status == 0;
  }
  return *is_network_cut_;
}

result<work_folder> work_folder::make(const fs::path& parent) {
  std::error_code failed;
  fs::create_directories(parent, failed);
  auto pattern = (parent / "document-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) return fault::file_unwritable;
  return work_folder(pattern);
}

work_folder::~work_folder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

} // namespace viche::documents
