// A program that is run to its end: bytes in, bytes out, and nothing left behind it. It gets an
// environment, a folder and a process group of its own, and is ended with all it started when its
// time is up, when it says too much, or when nobody waits for it any more.
#pragma once

#include "fault.hpp"

#include <boost/asio/awaitable.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace viche::child {

struct job {
  std::vector<std::string> words; // the program's path first
  std::string input;
  std::filesystem::path folder; // it starts there, and finds its home and temporary files there
  std::int64_t deadline_ms = 0;
  std::size_t output_bytes_max = 0;
};

enum class job_end : std::uint8_t {
  ended, // by itself; `status` says how
  late,
  too_long, // it said more than output_bytes_max
};

struct job_result {
  job_end how{};
  int status = 0; // what it returned; 128 + the signal that ended it
  std::string output;
  std::string errors; // the last of what it complained of
};

// How much of its complaints is kept.
inline constexpr std::size_t errors_bytes_max = 16 * 1024;

// On the executor of whoever awaits it, in a process that ignores SIGPIPE: a program need not hear
// all we say. Fault file_unwritable: the system has no process for us.
boost::asio::awaitable<result<job_result>> run(job j);

} // namespace viche::child
