// fork and exec; outputs in files, so that a program nobody listens to never waits for a reader.
#include "support/program.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace viche::test {
namespace {

constexpr auto patience = std::chrono::seconds(60);

// Ends with the null that exec wants; points into `words`.
std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (auto& word : words)
    out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

} // namespace

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void is_a_sentence(const std::string& err) {
  CAPTURE(err);
  CHECK(err.starts_with("viche: "));
  CHECK(std::count(err.begin(), err.end(), '\n') == 1);
}

program::program(const std::vector<std::string>& words,
                 const std::vector<std::string>& environment) {
  std::vector<std::string> all{VICHE_PROGRAM};
  all.insert(all.end(), words.begin(), words.end());
  auto variables = environment;
  for (char** one = ::environ; *one != nullptr; ++one)
    variables.emplace_back(*one);
  const auto arguments = pointers_to(all);
  const auto variable_pointers = pointers_to(variables);
  const auto out = (folder_ / "out").string();
  const auto err = (folder_ / "err").string();
  const auto parent = ::getpid();
  pid_ = ::fork();
  if (pid_ < 0) throw std::runtime_error("the program does not start");
  if (pid_ > 0) return;
  // From here on only what is safe between fork and exec.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int to_out = ::open(out.c_str(), O_WRONLY | O_CREAT, 0600);
  const int to_err = ::open(err.c_str(), O_WRONLY | O_CREAT, 0600);
  if (::getppid() != parent || to_out < 0 || to_err < 0) ::_exit(127);
  ::dup2(to_out, STDOUT_FILENO);
  ::dup2(to_err, STDERR_FILENO);
  ::execve(arguments[0], arguments.data(), variable_pointers.data());
  ::_exit(127);
}

program::~program() {
  signal(SIGKILL);
  wait();
}

std::string program::out() const {
  return text_of(folder_ / "out");
}

std::string program::err() const {
  return text_of(folder_ / "err");
}

std::string program::said_with(const std::string& part) {
  const auto until = std::chrono::steady_clock::now() + patience;
  while (true) {
    const bool runs = is_running(); // asked first: what it said before it ended counts
    auto said = out();
    if (said.find(part) != std::string::npos) return said;
    if (!runs) throw std::runtime_error("the program ended: " + said + err());
    if (std::chrono::steady_clock::now() > until) {
      throw std::runtime_error("the program does not say it: " + said + err());
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2)); // between two looks
  }
}

void program::ended_with(int status) {
  code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  pid_ = -1;
}

bool program::is_running() {
  int status = 0;
  if (pid_ > 0 && ::waitpid(pid_, &status, WNOHANG) == pid_) ended_with(status);
  return pid_ > 0;
}

void program::signal(int number) {
  if (is_running()) ::kill(pid_, number);
}

program::end program::wait() {
  int status = 0;
  if (pid_ > 0 && ::waitpid(pid_, &status, 0) == pid_) ended_with(status);
  return {code_, out(), err()};
}

program::end run(const std::vector<std::string>& words,
                 const std::vector<std::string>& environment) {
  return program(words, environment).wait();
}

} // namespace viche::test
