// Processes by posix_spawn, their outputs by poll.
#include "support/program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <stdexcept>

namespace viche::test {
namespace {

constexpr int patience_ms = 60'000;

std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return ends;
}

} // namespace

program::program(const std::vector<std::string>& words,
                 const std::vector<std::string>& environment) {
  std::vector<std::string> all{VICHE_PROGRAM};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> argv;
  for (auto& word : all)
    argv.push_back(word.data());
  argv.push_back(nullptr);

  auto variables = environment;
  for (char** one = ::environ; *one != nullptr; ++one)
    variables.emplace_back(*one);
  std::vector<char*> envp;
  for (auto& variable : variables)
    envp.push_back(variable.data());
  envp.push_back(nullptr);

  const auto out = make_pipe();
  const auto err = make_pipe();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, err[1], STDERR_FILENO);
  const int failed = ::posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), envp.data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(out[1]);
  ::close(err[1]);
  out_ = out[0];
  err_ = err[0];
  if (failed != 0) throw std::runtime_error("the program does not start");
}

program::~program() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  if (out_ >= 0) ::close(out_);
  if (err_ >= 0) ::close(err_);
}

bool program::read_some() {
  std::array<pollfd, 2> wanted{{{out_, POLLIN, 0}, {err_, POLLIN, 0}}};
  if (out_ < 0 && err_ < 0) return false;
  if (::poll(wanted.data(), wanted.size(), patience_ms) <= 0) {
    throw std::runtime_error("the program says nothing and does not end: " + end_.err);
  }
  const auto take = [](int& from, short ready, std::string& into) {
    if (from < 0 || ready == 0) return;
    std::array<char, 4096> chunk{};
    const auto count = ::read(from, chunk.data(), chunk.size());
    if (count > 0) {
      into.append(chunk.data(), static_cast<std::size_t>(count));
    } else {
      ::close(from);
      from = -1;
    }
  };
  take(out_, wanted[0].revents, end_.out);
  take(err_, wanted[1].revents, end_.err);
  return true;
}

std::string program::said_with(const std::string& part) {
  while (end_.out.find(part) == std::string::npos) {
    if (!read_some()) throw std::runtime_error("the program ended: " + end_.out + end_.err);
  }
  return end_.out;
}

void program::signal(int number) const {
  ::kill(pid_, number);
}

program::end program::wait() {
  while (read_some()) {
  }
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  end_.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return end_;
}

program::end run(const std::vector<std::string>& words,
                 const std::vector<std::string>& environment) {
  return program(words, environment).wait();
}

} // namespace viche::test
