// Write, sync, rename.
#include "commands/write_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

namespace viche::commands {
namespace {

bool write_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(to, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

described_fault unwritable(const std::filesystem::path& file, int reason) {
  return {fault::file_unwritable, file.string() + " cannot be written (" +
                                      std::generic_category().message(reason) +
                                      "): choose another place with --out."};
}

} // namespace

described<void> write_file(const std::filesystem::path& file, std::string_view bytes) {
  const auto draft = file.string() + ".part-" + std::to_string(::getpid());
  const int to = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (to < 0) return unwritable(file, errno);
  bool is_done = write_all(to, bytes) && ::fsync(to) == 0;
  int reason = errno;
  if (::close(to) != 0 && is_done) {
    is_done = false;
    reason = errno;
  }
  if (is_done && std::rename(draft.c_str(), file.c_str()) != 0) {
    is_done = false;
    reason = errno;
  }
  if (is_done) return {};
  ::unlink(draft.c_str());
  return unwritable(file, reason);
}

} // namespace viche::commands
