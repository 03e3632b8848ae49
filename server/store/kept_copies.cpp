// Which copies go, and how.
#include "store/kept_copies.hpp"

#include "store/data_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace viche::store {
namespace {

namespace fs = std::filesystem;

// What was erased, by where it stood. Each only grows, and a copy has what was erased before it was
// made.
struct erasures {
  std::int64_t texts = 0;
  std::int64_t private_parts = 0;
  std::int64_t vote_keys = 0;
  std::optional<std::int64_t> names; // nullopt: of a schema that kept none
};

// nullopt: it cannot be asked.
std::optional<erasures> erased_in(const fs::path& copy) {
  auto opened = data_file::open_older_to_read(copy);
  if (!opened) return std::nullopt;
  try {
    auto& db = opened->db();
    const auto count = [&](const char* sql) { return db.execAndGet(sql).getInt64(); };
    erasures e;
    e.texts = count("SELECT count(*) FROM entry_text WHERE text IS NULL");
    e.private_parts = count("SELECT count(*) FROM entry_private WHERE bytes IS NULL");
    e.vote_keys = count("SELECT count(*) FROM session WHERE vote_key IS NULL");
    if (db.tableExists("people")) e.names = count("SELECT count(*) FROM people WHERE name IS NULL");
    return e;
  } catch (const SQLite::Exception&) {
    return std::nullopt;
  }
}

// Whether a copy still has something of what was erased by the time of the newest one.
bool holds_some_of(const erasures& copy, const erasures& newest) {
  return copy.texts < newest.texts || copy.private_parts < newest.private_parts ||
         copy.vote_keys < newest.vote_keys ||
         (copy.names && *copy.names < newest.names.value_or(0));
}

bool is_kept_name(std::string_view name, std::string_view beginning) {
  constexpr std::string_view shape = "00000000-0000.viche";
  if (!name.starts_with(beginning) || name.size() != beginning.size() + shape.size()) return false;
  name.remove_prefix(beginning.size());
  return std::ranges::equal(
      name, shape, [](char c, char s) { return s == '0' ? c >= '0' && c <= '9' : c == s; });
}

// Newest first.
std::vector<fs::path> others_of(const fs::path& newest, std::string_view beginning) {
  std::vector<fs::path> found;
  std::error_code failed;
  for (fs::directory_iterator at(newest.parent_path(), failed), end; !failed && at != end;
       at.increment(failed)) {
    const auto name = at->path().filename().string();
    if (is_kept_name(name, beginning) && name != newest.filename()) found.push_back(at->path());
  }
  std::ranges::sort(found, std::greater{});
  return found;
}

bool overwrite(const fs::path& file) {
  const int to = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
  if (to < 0) return errno == ENOENT;
  std::error_code failed;
  auto left = static_cast<std::int64_t>(fs::file_size(file, failed));
  const std::array<char, 65536> nothing{};
  bool is_done = !failed;
  while (is_done && left > 0) {
    const auto part = std::min(left, static_cast<std::int64_t>(nothing.size()));
    const auto count = ::write(to, nothing.data(), static_cast<std::size_t>(part));
    is_done = count > 0;
    left -= count;
  }
  is_done = is_done && ::fsync(to) == 0;
  ::close(to);
  return is_done;
}

// Somebody served it where it lies: it is a log of its own now, and not ours to remove.
bool lives_on(const fs::path& copy) {
  return fs::exists(copy.string() + ".lock");
}

std::optional<described_fault> remove_copy(const fs::path& copy, bool holds_erased) {
  if (lives_on(copy)) {
    if (!holds_erased) return std::nullopt;
    return described_fault{fault::file_in_use,
                           copy.string() + " holds what was erased since, but was served and is a "
                                           "data file of its own now: erase it there too."};
  }
  const bool is_blank = !holds_erased || overwrite(copy);
  std::error_code failed;
  fs::remove(copy, failed);
  if (!failed && is_blank) return std::nullopt;
  return described_fault{fault::file_unwritable,
                         copy.string() + " is an old copy and could not be removed" +
                             (holds_erased ? ", though something was erased since" : "") +
                             ": delete it yourself."};
}

// It is not ours to say that nobody needs it.
described_fault unreadable(const fs::path& copy) {
  return {fault::storage_corrupt,
          copy.string() + " cannot be read as a copy, and may hold what was erased since: look at "
                          "it, and delete it yourself."};
}

} // namespace

described<void> thin_out(const fs::path& newest, std::string_view beginning, std::size_t kept) {
  const auto erased = erased_in(newest);
  std::optional<described_fault> trouble;
  std::size_t left = 1;
  for (const auto& copy : others_of(newest, beginning)) {
    const auto in_copy = erased_in(copy);
    const bool holds_erased = erased && in_copy && holds_some_of(*in_copy, *erased);
    if (!holds_erased && left < kept) {
      ++left;
      if (!in_copy) trouble = unreadable(copy);
      continue;
    }
    // What cannot be asked may hold it.
    if (auto why = remove_copy(copy, holds_erased || !in_copy)) trouble = std::move(why);
  }
  if (trouble) return *trouble;
  return {};
}

} // namespace viche::store
