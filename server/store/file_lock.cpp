// flock on FILE.lock; the kernel lets go of it however the process ends.
#include "store/file_lock.hpp"

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace viche::store {
namespace {

std::string holder_of(int descriptor) {
  std::array<char, 16> digits{};
  const auto count = ::pread(descriptor, digits.data(), digits.size(), 0);
  std::string pid;
  for (ssize_t i = 0; i < count && digits[static_cast<std::size_t>(i)] >= '0' &&
                      digits[static_cast<std::size_t>(i)] <= '9';
       ++i) {
    pid += digits[static_cast<std::size_t>(i)];
  }
  return pid.empty() ? "another process" : "process " + pid;
}

described_fault unwritable(const std::string& path, int error) {
  return {fault::file_unwritable,
          "Cannot lock " + path + " (" + std::generic_category().message(error) +
              "): make sure that its folder exists, is on this machine and may be written to."};
}

} // namespace

described<file_lock> file_lock::take(const std::filesystem::path& file) {
  const auto path = file.string() + ".lock";
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return unwritable(path, errno);
  file_lock held(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return unwritable(path, errno);
    return described_fault{fault::file_in_use,
                           file.string() + " is being written by " + holder_of(descriptor) +
                               ": stop it first, or choose another file with --data."};
  }
  // Who holds it, for the sentence above; the lock holds without it as well.
  const auto pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(descriptor, 0) == 0) {
    [[maybe_unused]] const auto written = ::pwrite(descriptor, pid.data(), pid.size(), 0);
  }
  return held;
}

file_lock::file_lock(int descriptor) : descriptor_(descriptor) {}

file_lock::file_lock(file_lock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

file_lock& file_lock::operator=(file_lock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

file_lock::~file_lock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

} // namespace viche::store
