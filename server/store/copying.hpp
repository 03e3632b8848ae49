// The pages of a copy, given by the one connection that writes, some at a time between two batches.
// What that connection writes meanwhile reaches the pages that were copied already, so the copy is
// of the moment of its last step.
#pragma once

#include "fault.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace viche::store {

struct copy_job {
  std::filesystem::path part; // an empty file that nobody else has open
  std::shared_ptr<std::atomic<int>> percent;
  std::int64_t patience_ms = 0;
  std::function<void(described<void>)> done; // once, on the writer thread; the file is closed then
};

class copying {
public:
  bool is_under_way() const { return pages_.has_value(); }

  // One copy at a time.
  void start(SQLite::Database& from, copy_job j);

  // Some pages more; answers when that was the last one, or when it cannot go on.
  void step();

  // Answers with this fault if a copy is under way. The connection may be closed behind it.
  void end(fault why);

private:
  struct pages {
    SQLite::Database to;
    SQLite::Backup steps;
    pages(SQLite::Database& from, const std::filesystem::path& part);
  };
  void answer(described<void> outcome);

  copy_job job_;
  std::chrono::steady_clock::time_point until_;
  std::optional<pages> pages_;
};

// In words, for a TO.part that takes no more, and for what ended a copy before its last page.
described_fault copy_unwritable(const std::filesystem::path& part, const std::string& why);
described_fault copy_ended(fault why, const std::filesystem::path& part);

} // namespace viche::store
