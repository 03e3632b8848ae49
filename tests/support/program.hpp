// Runs the built program as somebody at a terminal would: words in, two outputs and an exit code.
// Its own process, ended by its own id, and with the test however that ends.
#pragma once

#include "support/temp_dir.hpp"

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace viche::test {

class program {
public:
  // Starts VICHE_PROGRAM with these words, and these NAME=VALUE beside the inherited environment.
  explicit program(const std::vector<std::string>& words,
                   const std::vector<std::string>& environment = {});
  ~program(); // killed if it still runs
  program(const program&) = delete;
  program& operator=(const program&) = delete;

  // Standard output once it holds `part`; throws if the program ends before, or after 60 s.
  std::string said_with(const std::string& part);
  std::string out() const; // so far
  std::string err() const;
  bool is_running();
  void signal(int number);

  struct end {
    int code = -1; // 128 + signal if it was killed
    std::string out;
    std::string err;
  };
  end wait();

private:
  void ended_with(int status);

  temp_dir folder_; // of the two outputs
  pid_t pid_ = -1;
  int code_ = -1;
};

// From start to end.
program::end run(const std::vector<std::string>& words,
                 const std::vector<std::string>& environment = {});

// What stands in the file; empty: there is none.
std::string text_of(const std::filesystem::path& file);

// Checks that it is one sentence: a line, no trace, something to do.
void is_a_sentence(const std::string& err);

} // namespace viche::test
