// A program run by a test: its own process, its output in a file, ended by its own id. It also
// ends when the test does, however the test ends.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace viche::test {

class child {
public:
  // `output`: what it writes to standard output and error. Fails the test if it cannot be started.
  child(const std::vector<std::string>& command, std::filesystem::path output);
  ~child(); // SIGKILL, if it still runs
  child(const child&) = delete;
  child& operator=(const child&) = delete;

  void signal(int number);
  int wait(); // the exit code, 128 + N after signal N
  bool is_running();
  std::string output() const;

private:
  pid_t pid_ = -1;
  int code_ = -1;
  std::filesystem::path output_;
};

// Runs it to the end.
struct run_result {
  int code = -1;
  std::string output;
};
run_result run(const std::vector<std::string>& command, const std::filesystem::path& output);

} // namespace viche::test
