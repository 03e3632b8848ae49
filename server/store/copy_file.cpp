// From an empty TO.part to TO.
#include "store/copy_file.hpp"

#include "limits.hpp"
#include "store/copying.hpp"
#include "store/data_file.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace viche::store {
namespace {

namespace fs = std::filesystem;

fs::path beside(const fs::path& file, const char* ending) {
  return file.string() + ending;
}

bool is_there(const fs::path& file) {
  std::error_code absent;
  return fs::exists(fs::symlink_status(file, absent));
}

described_fault wrong(const fs::path& to, const std::string& why) {
  return {fault::input_malformed, to.string() + ' ' + why};
}

described_fault unwritable(const fs::path& to, int reason) {
  return {fault::file_unwritable, to.string() + " cannot be written (" +
                                      std::generic_category().message(reason) +
                                      "): choose a folder that is there, has room and that the "
                                      "server may write to."};
}

// The data file that is copied, and what belongs to it.
bool belongs_to(const fs::path& of, const fs::path& to) {
  constexpr std::array endings{"", "-wal", "-shm", "-journal", ".lock", ".sock", ".hostkey"};
  for (const auto* ending : endings) {
    std::error_code absent;
    if (fs::equivalent(beside(of, ending), to, absent)) return true;
  }
  return false;
}

std::optional<described_fault> why_not(const fs::path& of, const backup_order& order) {
  const auto& to = order.to;
  if (belongs_to(of, to)) return wrong(to, "is the data file or belongs to it: name another file.");
  if (fs::is_directory(to)) return wrong(to, "is a folder: name a file in it.");
  if (is_there(to) && !order.replaces) {
    return wrong(to, "is there already and was left as it is: name another file, or replace it "
                     "with --force.");
  }
  for (const auto* ending : {"-wal", "-journal"}) {
    // SQLite would take it for the copy's own and play it into the copy.
    if (is_there(beside(to, ending))) {
      return wrong(to, std::string("has something of another data file beside it (") + ending +
                           "): name another file.");
    }
  }
  return std::nullopt;
}

// What lies at `to` is a data file, and nobody writes it: its lock, if it ever had one.
described<std::optional<file_lock>> hold_replaced(const fs::path& to) {
  std::optional<file_lock> held;
  if (!is_there(to)) return held;
  const auto old = data_file::open_to_read(to);
  if (!old && old.error().what == fault::file_not_ours) {
    return described_fault{fault::file_not_ours,
                           to.string() + " is not a data file of Viche and was left as it is: "
                                         "name another file."};
  }
  if (!is_there(beside(to, ".lock"))) return held;
  auto lock = file_lock::take(to);
  if (!lock) return lock.error();
  held.emplace(std::move(*lock));
  return held;
}

void remove_all_of(const fs::path& part) {
  for (const auto* ending : {"", "-wal", "-shm", "-journal"})
    ::unlink(beside(part, ending).c_str());
}

// 0: done, else why not. What is read behind it comes from the disk, as far as that can be asked.
int sync(const fs::path& what, int flags) {
  const int opened = ::open(what.c_str(), flags | O_CLOEXEC);
  if (opened < 0) return errno;
  const int why = ::fsync(opened) == 0 ? 0 : errno;
  if (why == 0) ::posix_fadvise(opened, 0, 0, POSIX_FADV_DONTNEED);
  ::close(opened);
  return why;
}

// Also one file without a write-ahead log: it can be read where nothing can be written, and who
// serves it turns the log on.
void give_epochs(const fs::path& part) {
  SQLite::Database db(part.string(), SQLite::OPEN_READWRITE, limits::file_busy_ms);
  db.exec("PRAGMA temp_store = MEMORY; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
  db.exec("INSERT OR REPLACE INTO incarnation (session, epoch) "
          "SELECT id, lower(hex(randomblob(8))) FROM session");
}

described_fault not_whole(const fs::path& to, const std::string& why) {
  return {fault::storage_corrupt, "The copy was not whole (" + why + ") and was not kept as " +
                                      to.string() +
                                      ": look at that disk, and run viche verify on the data "
                                      "file."};
}

std::string first_broken(const verification& found) {
  for (const auto& c : found.chains) {
    if (c.broken) return *c.broken;
  }
  return found.broken.value_or("");
}

} // namespace

described<copy_file> copy_file::make(const fs::path& of, const backup_order& order) {
  if (const auto no = why_not(of, order)) return *no;
  auto held = hold_replaced(order.to);
  if (!held) return held.error();
  const auto part = beside(order.to, ".part");
  remove_all_of(part); // of a copy that a power cut ended
  const int made = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) return unwritable(order.to, errno);
  ::close(made);
  return copy_file(order, std::move(*held));
}

copy_file::copy_file(const backup_order& order, std::optional<file_lock> replaced)
    : to_(order.to),
      part_(beside(order.to, ".part")),
      replaces_(order.replaces),
      replaced_(std::move(replaced)) {}

copy_file::copy_file(copy_file&& other) noexcept
    : to_(std::move(other.to_)),
      part_(std::exchange(other.part_, {})),
      replaces_(other.replaces_),
      replaced_(std::move(other.replaced_)) {}

copy_file::~copy_file() {
  if (!part_.empty()) remove_all_of(part_);
}

described<backup_facts> copy_file::finish() {
  try {
    give_epochs(part_);
  } catch (const SQLite::Exception& e) {
    return copy_unwritable(part_, e.what());
  }
  if (const int why = sync(part_, O_RDONLY); why != 0) return unwritable(to_, why);
  auto found = verify_file(part_);
  if (!found) return not_whole(to_, found.error().words);
  if (!found->is_whole()) return not_whole(to_, first_broken(*found));
  const auto placed = put_in_place();
  if (!placed) return placed.error();
  std::error_code unknown;
  return backup_facts{fs::file_size(to_, unknown), std::move(found->chains)};
}

described<void> copy_file::put_in_place() {
  if (is_there(to_) && !replaces_) return wrong(to_, "came to be there meanwhile: name another.");
  if (std::rename(part_.c_str(), to_.c_str()) != 0) return unwritable(to_, errno);
  part_.clear();
  const int why = sync(fs::absolute(to_).parent_path(), O_RDONLY | O_DIRECTORY);
  // Some file systems sync no folder.
  if (why != 0 && why != EINVAL) return unwritable(to_, why);
  return {};
}

} // namespace viche::store
