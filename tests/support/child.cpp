// fork and exec; the kernel ends the child with us.
#include "support/child.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <utility>

namespace viche::test {
namespace {

int code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

child::child(const std::vector<std::string>& command, std::filesystem::path output)
    : output_(std::move(output)) {
  std::vector<char*> arguments;
  for (const auto& c : command)
    arguments.push_back(const_cast<char*>(c.c_str()));
  arguments.push_back(nullptr);
  const auto parent = ::getpid();
  pid_ = ::fork();
  REQUIRE(pid_ >= 0);
  if (pid_ > 0) return;
  // From here on only what is safe between fork and exec.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int to = ::open(output_.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (::getppid() != parent || to < 0) ::_exit(127);
  ::dup2(to, STDOUT_FILENO);
  ::dup2(to, STDERR_FILENO);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

child::~child() {
  signal(SIGKILL);
  wait();
}

void child::signal(int number) {
  if (is_running()) ::kill(pid_, number);
}

int child::wait() {
  if (pid_ > 0) {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    code_ = code_of(status);
    pid_ = -1;
  }
  return code_;
}

bool child::is_running() {
  if (pid_ <= 0) return false;
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) != pid_) return true;
  code_ = code_of(status);
  pid_ = -1;
  return false;
}

std::string child::output() const {
  std::ifstream file(output_, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

run_result run(const std::vector<std::string>& command, const std::filesystem::path& output) {
  child c(command, output);
  const int code = c.wait();
  return {code, c.output()};
}

} // namespace viche::test
