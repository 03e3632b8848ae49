// Opening, recognising, creating and checkpointing the SQLite file.
#include "store/data_file.hpp"

#include "limits.hpp"
#include "store/migrations.hpp"
#include "store/schema.hpp"

#include <sqlite3.h>

#include <optional>
#include <system_error>

namespace viche::store {
namespace {

constexpr int application_id = 1449355365; // "Vche", as in schema.sql

int pragma_number(const SQLite::Database& db, const char* what) {
  SQLite::Statement q(db, std::string("PRAGMA ") + what);
  q.executeStep();
  return q.getColumn(0).getInt();
}

bool has_tables(const SQLite::Database& db) {
  SQLite::Statement q(db, "SELECT 1 FROM sqlite_master LIMIT 1");
  return q.executeStep();
}

described_fault not_ours(const std::filesystem::path& file) {
  return {fault::file_not_ours, file.string() + " is not a data file of Viche and was left as it "
                                                "is: choose another file with --data."};
}

described_fault newer(const std::filesystem::path& file, int version) {
  return {fault::file_newer, file.string() + " was written by a newer Viche (schema " +
                                 std::to_string(version) + ", this one knows " +
                                 std::to_string(schema_version) +
                                 ") and was left as it is: start the newer version."};
}

described_fault unwritable(const std::filesystem::path& file, const std::string& why) {
  return {fault::file_unwritable, file.string() + " cannot be opened (" + why +
                                      "): make sure that it and its folder exist and that you may "
                                      "read and write there."};
}

// From sqlite3_open on, every name is taken literally: absolute, so neither "" nor "file:…".
std::unique_ptr<SQLite::Database> connect(const std::filesystem::path& file, int flags) {
  return std::make_unique<SQLite::Database>(std::filesystem::absolute(file).string(), flags,
                                            limits::file_busy_ms);
}

void configure_writer(SQLite::Database& db, bool is_durable) {
  db.exec("PRAGMA secure_delete = ON");
  db.exec("PRAGMA foreign_keys = ON");
  db.exec("PRAGMA temp_store = MEMORY"); // no text in temporary files
  db.exec("PRAGMA wal_autocheckpoint = 0");
  db.exec(is_durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF");
}

bool enter_wal_mode(SQLite::Database& db) {
  SQLite::Statement q(db, "PRAGMA journal_mode = WAL");
  q.executeStep();
  return q.getColumn(0).getString() == "wal";
}

// Under a second name (a hard link) somebody else could write it with another lock and another WAL.
std::optional<described_fault> check_one_name(const std::filesystem::path& file) {
  std::error_code absent;
  const auto names = std::filesystem::hard_link_count(file, absent);
  if (absent || names <= 1) return std::nullopt;
  return described_fault{fault::file_unwritable,
                         file.string() + " has another name too (a hard link), and two programs "
                                         "could write it at once: copy it with cp, or remove the "
                                         "other name."};
}

// A file without tables becomes ours, all at once or not at all.
void create_schema(SQLite::Database& db) {
  SQLite::Transaction all(db);
  db.exec(std::string{schema_sql});
  all.commit();
}

} // namespace

data_file::data_file(std::unique_ptr<SQLite::Database> db) : db_(std::move(db)) {}

described<data_file> data_file::open_to_write(const std::filesystem::path& file, bool is_durable) {
  try {
    if (const auto no = check_one_name(file)) return *no;
    data_file opened(connect(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
    auto& db = opened.db();
    const bool is_blank = !has_tables(db) && pragma_number(db, "application_id") == 0;
    if (is_blank) { // it will hold keys; the WAL inherits this
      using std::filesystem::perms;
      std::filesystem::permissions(file, perms::owner_read | perms::owner_write);
    }
    if (!is_blank && pragma_number(db, "application_id") != application_id) return not_ours(file);
    if (version_of(db) > schema_version) return newer(file, version_of(db));
    if (sqlite3_db_readonly(db.getHandle(), "main") == 1) {
      return unwritable(file, "it is read-only");
    }
    configure_writer(db, is_durable);
    if (!enter_wal_mode(db)) {
      return unwritable(file, "its file system does not allow a write-ahead log");
    }
    if (is_blank) create_schema(db);
    if (!migrate(db, migrations(), schema_version)) {
      return described_fault{fault::storage_corrupt,
                             file.string() + " says that it has schema " +
                                 std::to_string(version_of(db)) +
                                 ", which never was: go back to the last backup."};
    }
    sqlite3_wal_hook(
        db.getHandle(),
        [](void* pages, sqlite3*, const char*, int count) {
          *static_cast<int*>(pages) = count;
          return SQLITE_OK;
        },
        opened.wal_pages_.get());
    opened.wal_at_open_ = opened.truncate_wal(limits::file_busy_ms);
    return opened;
  } catch (const SQLite::Exception& e) {
    return fault_of(e, file);
  } catch (const std::filesystem::filesystem_error& e) {
    return unwritable(file, e.code().message());
  }
}

described<data_file> data_file::open_to_read(const std::filesystem::path& file) {
  auto opened = open_older_to_read(file);
  if (opened.has_error()) return opened;
  try {
    if (version_of(opened->db()) == schema_version) return opened;
    return unwritable(file, "it is of an older Viche; let `viche serve` open it once");
  } catch (const SQLite::Exception& e) {
    return fault_of(e, file);
  }
}

described<data_file> data_file::open_older_to_read(const std::filesystem::path& file) {
  try {
    data_file opened(connect(file, SQLite::OPEN_READONLY));
    auto& db = opened.db();
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    if (pragma_number(db, "application_id") != application_id) return not_ours(file);
    if (version_of(db) > schema_version) return newer(file, version_of(db));
    return opened;
  } catch (const SQLite::Exception& e) {
    return fault_of(e, file);
  }
}

void data_file::checkpoint() {
  const int code = sqlite3_wal_checkpoint_v2(db_->getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE,
                                             nullptr, nullptr);
  if (code != SQLITE_OK && code != SQLITE_BUSY) throw SQLite::Exception(db_->getHandle(), code);
  *wal_pages_ = 0;
}

data_file::truncation data_file::truncate_wal(int busy_ms) {
  db_->setBusyTimeout(busy_ms);
  int in_wal = 0;
  int copied = 0;
  const int code = sqlite3_wal_checkpoint_v2(db_->getHandle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE,
                                             &in_wal, &copied);
  db_->setBusyTimeout(limits::file_busy_ms);
  if (code != SQLITE_OK && code != SQLITE_BUSY) throw SQLite::Exception(db_->getHandle(), code);
  if (code == SQLITE_OK) {
    *wal_pages_ = 0;
    return truncation::done;
  }
  return in_wal == copied ? truncation::copied_only : truncation::blocked;
}

described_fault fault_of(const SQLite::Exception& e, const std::filesystem::path& file) {
  switch (e.getErrorCode() & 0xFF) { // the primary code
  case SQLITE_NOTADB: return not_ours(file);
  case SQLITE_CORRUPT:
    return {fault::storage_corrupt, file.string() + " is damaged (" + e.what() +
                                        "): keep a copy of it and go back to the last backup."};
  case SQLITE_CANTOPEN:
  case SQLITE_READONLY:
  case SQLITE_PERM: return unwritable(file, e.what());
  default:
    return {fault::storage_unavailable, file.string() + " cannot be read or written (" + e.what() +
                                            "): look at the disk, its space and its cable."};
  }
}

} // namespace viche::store
