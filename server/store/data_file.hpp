// A data file, open: the one connection that writes, or one that reads. Turns what SQLite says into
// faults with a sentence for the person at the terminal.
#pragma once

#include "fault.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <memory>

namespace viche::store {

class data_file {
public:
  // Opens or makes the file, migrates an older schema and empties the WAL, as far as readers let
  // it (see wal_at_open). The caller holds the lock. Faults: file_unwritable, file_not_ours,
  // file_newer, storage_corrupt, storage_unavailable.
  static described<data_file> open_to_write(const std::filesystem::path& file, bool is_durable);

  // Never writes and never checkpoints, also not at its end. Faults as above.
  static described<data_file> open_to_read(const std::filesystem::path& file);

  // The same, of an older schema too: for whoever asks nothing that it did not have.
  static described<data_file> open_older_to_read(const std::filesystem::path& file);

  SQLite::Database& db() { return *db_; }

  // Pages in the WAL since it was last restarted.
  int wal_pages() const { return *wal_pages_; }

  // Copies what no reader holds back from the WAL to the file. Throws SQLite::Exception.
  void checkpoint();

  enum class truncation {
    done,
    copied_only, // all is in the file and synced, but a reader keeps the WAL from being emptied
    blocked,
  };
  // Copies everything and empties the WAL, waiting for readers up to `busy_ms`. Throws
  // SQLite::Exception if the disk refuses.
  truncation truncate_wal(int busy_ms);

  // What that came to when the file was opened to write.
  truncation wal_at_open() const { return wal_at_open_; }

private:
  explicit data_file(std::unique_ptr<SQLite::Database> db);

  std::unique_ptr<int> wal_pages_ = std::make_unique<int>(0); // SQLite keeps its address
  std::unique_ptr<SQLite::Database> db_;
  truncation wal_at_open_ = truncation::blocked;
};

// The fault an exception of SQLite stands for, with words that name the file.
described_fault fault_of(const SQLite::Exception& e, const std::filesystem::path& file);

} // namespace viche::store
