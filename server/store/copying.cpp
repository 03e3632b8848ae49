// Steps of SQLite's online backup.
#include "store/copying.hpp"

#include "limits.hpp"

#include <sqlite3.h>

namespace viche::store {
namespace {

bool is_of_the_source(const SQLite::Exception& e) {
  return (e.getErrorCode() & 0xFF) == SQLITE_CORRUPT;
}

described_fault in_words(const SQLite::Exception& e, const std::filesystem::path& part) {
  if (is_of_the_source(e)) {
    return {fault::storage_corrupt, std::string("The data file is damaged (") + e.what() +
                                        "), so no copy was made: run viche verify."};
  }
  return copy_unwritable(part, e.what());
}

} // namespace

// No journal and no sync: until it is finished the copy is of no use to anybody.
copying::pages::pages(SQLite::Database& from, const std::filesystem::path& part)
    : to(part.string(), SQLite::OPEN_READWRITE, limits::file_busy_ms),
      steps((to.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"), to), from) {}

void copying::start(SQLite::Database& from, copy_job j) {
  if (is_under_way()) return j.done(copy_ended(fault::storage_unavailable, j.part));
  job_ = std::move(j);
  until_ = std::chrono::steady_clock::now() + std::chrono::milliseconds(job_.patience_ms);
  try {
    pages_.emplace(from, job_.part);
  } catch (const SQLite::Exception& e) {
    answer(in_words(e, job_.part));
  }
}

void copying::step() {
  if (!pages_) return;
  try {
    const int code = pages_->steps.executeStep(limits::backup_step_pages);
    if (code == SQLITE_DONE) return answer({});
    if (code != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(code), code);
    const auto all = pages_->steps.getTotalPageCount();
    const auto left = pages_->steps.getRemainingPageCount();
    if (job_.percent && all > 0) *job_.percent = 100 * (all - left) / all;
  } catch (const SQLite::Exception& e) {
    return answer(in_words(e, job_.part));
  }
  if (std::chrono::steady_clock::now() < until_) return;
  answer(described_fault{fault::file_unwritable,
                         "The copy takes too long at " + job_.part.parent_path().string() +
                             ": choose a faster disk, and copy from there."});
}

void copying::end(fault why) {
  if (is_under_way()) answer(copy_ended(why, job_.part));
}

void copying::answer(described<void> outcome) {
  pages_.reset();
  if (job_.percent && outcome.has_value()) *job_.percent = 100;
  const auto done = std::exchange(job_.done, {});
  done(std::move(outcome));
}

described_fault copy_unwritable(const std::filesystem::path& part, const std::string& why) {
  const auto to = part.parent_path() / part.stem();
  return {fault::file_unwritable, to.string() + " cannot be written (" + why +
                                      "): make room there, or choose another place."};
}

described_fault copy_ended(fault why, const std::filesystem::path& part) {
  const auto name = part.stem().string();
  if (why == fault::stopping) {
    return {why, "The server is ending, and " + name + " was not made: ask again without it."};
  }
  return {why, "The data file could not be read to the end, and " + name +
                   " was not made: try again, and look at the disk if that does not help."};
}

} // namespace viche::store
