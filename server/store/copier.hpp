// The thread that makes copies of the data file, one after another, and sees to those there are:
// names, checks and syncs, for which no hall may wait. The pages come from the writer.
#pragma once

#include "fault.hpp"
#include "store/backup.hpp"
#include "store/op_log_options.hpp"

#include <boost/asio/thread_pool.hpp>

#include <atomic>
#include <functional>

namespace viche::store {

class writer;

class copier {
public:
  copier(writer& from, const op_log_options& options);
  ~copier(); // the writer has stopped; what still waits was refused

  // `done` is called once, on the thread of the copier, as what else is posted.
  void copy(backup_order order, std::function<void(described<backup_facts>)> done);
  void post(std::function<void()> work);

  // From now on copies are refused with the fault stopping; the one that is being checked is kept.
  void stop() { is_stopping_ = true; }

private:
  described<backup_facts> make(const backup_order& order);

  writer& from_;
  const std::filesystem::path file_;
  const std::int64_t patience_ms_;
  std::atomic<bool> is_stopping_ = false;
  boost::asio::thread_pool thread_{1};
};

} // namespace viche::store
