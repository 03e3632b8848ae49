// One page written, synced and removed; names and times of the copies.
#include "socket/disk.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <system_error>

namespace viche::socket {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t page_bytes = 4096;

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

std::optional<std::int64_t> sync_time_ms(const fs::path& at) {
  using namespace std::chrono;
  ::unlink(at.c_str()); // of a server that was killed in the middle
  const int fd = ::open(at.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return std::nullopt;
  const std::array<char, page_bytes> page{};
  const auto began = steady_clock::now();
  const auto written = ::write(fd, page.data(), page.size());
  const bool is_kept = written == static_cast<ssize_t>(page.size()) && ::fsync(fd) == 0;
  const auto took = duration_cast<milliseconds>(steady_clock::now() - began).count();
  ::close(fd);
  ::unlink(at.c_str());
  return is_kept ? std::optional(took) : std::nullopt;
}

} // namespace

disk_facts probe_disk(const fs::path& data_file) {
  disk_facts f;
  struct statvfs space{};
  if (::statvfs(folder_of(data_file).c_str(), &space) == 0) {
    f.free_bytes = std::uint64_t{space.f_bavail} * space.f_frsize;
  }
  const auto took = sync_time_ms(data_file.string() + ".probe");
  f.is_writable = took.has_value();
  f.sync_ms = took.value_or(0);
  return f;
}

copy_facts look_at_copies(const fs::path& folder, const fs::path& data_file) {
  copy_facts f;
  const auto beginning = data_file.stem().string() + '-';
  std::error_code gone;
  for (fs::directory_iterator at(folder, gone), end; !gone && at != end; at.increment(gone)) {
    const auto name = at->path().filename().string();
    struct stat copy{};
    const bool is_copy = name.starts_with(beginning) && name.ends_with(".viche");
    if (!is_copy || ::stat(at->path().c_str(), &copy) != 0) continue;
    f.newest_at_ms = std::max(f.newest_at_ms.value_or(0), std::int64_t{copy.st_mtime} * 1000);
  }
  struct stat theirs{};
  struct stat ours{};
  if (::stat(folder.c_str(), &theirs) == 0 && ::stat(folder_of(data_file).c_str(), &ours) == 0) {
    f.is_same_disk = theirs.st_dev == ours.st_dev;
  }
  return f;
}

} // namespace viche::socket
