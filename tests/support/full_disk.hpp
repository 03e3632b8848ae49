// A disk that takes no more, for as long as the object is there.
#pragma once

#include <csignal>

#include <sys/resource.h>

namespace viche::test {

// No file may grow beyond this many bytes.
class full_disk {
public:
  explicit full_disk(rlim_t bytes_max) {
    std::signal(SIGXFSZ, SIG_IGN); // write() then fails with EFBIG
    ::getrlimit(RLIMIT_FSIZE, &before_);
    auto small = before_;
    small.rlim_cur = bytes_max;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~full_disk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  full_disk(const full_disk&) = delete;
  full_disk& operator=(const full_disk&) = delete;

private:
  rlimit before_{};
};

} // namespace viche::test
