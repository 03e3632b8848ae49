// posix_spawn, and a descriptor of the process that can be waited for as for a socket.
#include "child/spawn.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

// This header of glibc 2.36 does not say for itself that its functions are C's.
extern "C" {
#include <sys/pidfd.h>
}

#include <csignal>

namespace viche::child {
namespace {

constexpr int first_of_ours = 3; // descriptors behind input, output and errors

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (auto& w : words)
    out.push_back(w.data());
  out.push_back(nullptr);
  return out;
}

// What the system keeps for a spawn, given back behind it.
struct wishes {
  wishes() {
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
  }
  ~wishes() {
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
  }
  wishes(const wishes&) = delete;
  wishes& operator=(const wishes&) = delete;

  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
};

void wish_for(wishes& w, const spawn_plan& plan) {
  ::posix_spawn_file_actions_adddup2(&w.actions, plan.input, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&w.actions, plan.output, STDOUT_FILENO);
  if (plan.errors >= 0) {
    ::posix_spawn_file_actions_adddup2(&w.actions, plan.errors, STDERR_FILENO);
  }
  ::posix_spawn_file_actions_addclosefrom_np(&w.actions, first_of_ours);
  if (!plan.folder.empty()) {
    ::posix_spawn_file_actions_addchdir_np(&w.actions, plan.folder.c_str());
  }
  // We ignore a broken pipe; that would go on in whatever we start.
  sigset_t usual;
  ::sigemptyset(&usual);
  ::sigaddset(&usual, SIGPIPE);
  ::posix_spawnattr_setsigdefault(&w.attributes, &usual);
  int flags = POSIX_SPAWN_SETSIGDEF;
  if (plan.has_own_group) flags |= POSIX_SPAWN_SETPGROUP; // its number is the process's own
  ::posix_spawnattr_setflags(&w.attributes, static_cast<short>(flags));
}

} // namespace

pipe_ends::pipe_ends() : is_open_(::pipe2(ends_.data(), O_CLOEXEC) == 0) {}

pipe_ends::~pipe_ends() {
  close_rest();
}

void pipe_ends::close_rest() {
  for (int& fd : ends_) {
    if (is_open_ && fd >= 0) ::close(std::exchange(fd, -1));
  }
}

result<spawned> spawn(spawn_plan plan) {
  wishes w;
  wish_for(w, plan);
  const auto words = pointers(plan.words);
  const auto environment = pointers(plan.environment);
  spawned out;
  const int failed = ::posix_spawn(&out.id, words.front(), &w.actions, &w.attributes, words.data(),
                                   plan.has_our_environment ? environ : environment.data());
  if (failed != 0) return fault::file_unwritable;
  out.ended = ::pidfd_open(out.id, 0);
  if (out.ended >= 0) return out;
  ::kill(out.id, SIGKILL);
  ::waitpid(out.id, nullptr, 0);
  return fault::file_unwritable;
}

} // namespace viche::child
