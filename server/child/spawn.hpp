// Another process begun, with nothing of ours but what is named here: sockets of phones and the
// lock of the data file would outlive us in it.
#pragma once

#include "fault.hpp"

#include <sys/types.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace viche::child {

// Both ends are closed on exec, and behind whoever does not take them.
class pipe_ends {
public:
  pipe_ends();
  ~pipe_ends();
  pipe_ends(const pipe_ends&) = delete;
  pipe_ends& operator=(const pipe_ends&) = delete;

  bool is_open() const { return is_open_; }
  int read_end() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }
  int take_read_end() { return std::exchange(ends_[0], -1); }
  int take_write_end() { return std::exchange(ends_[1], -1); }
  // What nobody took: the child's own end, without which its end would not be ours to see.
  void close_rest();

private:
  std::array<int, 2> ends_{-1, -1};
  bool is_open_; // after the ends, which it is found out with
};

struct spawn_plan {
  std::vector<std::string> words; // the program's path first
  int input = -1;
  int output = -1;
  int errors = -1; // -1: ours
  bool has_our_environment = true;
  std::vector<std::string> environment; // NAME=value, where it is not ours
  std::string folder; // it starts there; empty: where we are
  bool has_own_group = false; // whatever it starts can be ended together with it
};

// A descriptor that is readable when the process has ended, and its id.
struct spawned {
  pid_t id = 0;
  int ended = -1;
};

// Fault file_unwritable: the system has no process for us.
result<spawned> spawn(spawn_plan plan);

} // namespace viche::child
