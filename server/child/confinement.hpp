// The bounds of a program that works on foreign texts, as words that stand before its own: prlimit,
// unshare, setpriv and nice of Debian's essential packages. Pure but for the question whether the
// system lets us take the network away.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace viche::child {

struct confinement {
  std::uint64_t memory_bytes_max = 0; // of addresses, per process
  std::uint64_t cpu_s_max = 0; // per process
  std::uint64_t file_bytes_max = 0; // that it may write into one file
  bool is_network_cut = false;
};

// The program runs below everything a hall waits for, and ends if whoever began it is killed.
std::vector<std::string> confined(const std::vector<std::string>& words, const confinement& by);

// Words that succeed where a process may have a network of its own, which is none.
std::vector<std::string> network_question();

} // namespace viche::child
