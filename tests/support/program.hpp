// Runs the built program as somebody at a terminal would: words in, two outputs and an exit code.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace viche::test {

class program {
public:
  // Starts VICHE_PROGRAM with these words, and these NAME=VALUE before the inherited environment.
  explicit program(const std::vector<std::string>& words,
                   const std::vector<std::string>& environment = {});
  ~program(); // killed if it still runs
  program(const program&) = delete;
  program& operator=(const program&) = delete;

  // Reads standard output until it holds `part`; throws if the program ends before, or after 60 s.
  std::string said_with(const std::string& part);
  void signal(int number) const;

  struct end {
    int code = -1; // 128 + signal if it was killed
    std::string out;
    std::string err;
  };
  // Waits for the end, at most 60 s.
  end wait();

private:
  bool read_some(); // false: both outputs are closed
  pid_t pid_ = -1;
  int out_ = -1;
  int err_ = -1;
  end end_;
};

// From start to end.
program::end run(const std::vector<std::string>& words,
                 const std::vector<std::string>& environment = {});

} // namespace viche::test
