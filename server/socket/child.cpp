// posix_spawn, two pipes, and a descriptor of the process that can be waited for as for a socket.
#include "socket/child.hpp"

#include "limits.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

// This header of glibc 2.36 does not say for itself that its functions are C's.
extern "C" {
#include <sys/pidfd.h>
}

#include <array>
#include <csignal>
#include <utility>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);
constexpr int first_of_ours = 3; // descriptors behind input, output and errors

class pipe_ends {
public:
  pipe_ends() : is_open_(::pipe2(ends_.data(), O_CLOEXEC) == 0) {}
  pipe_ends(const pipe_ends&) = delete;
  pipe_ends& operator=(const pipe_ends&) = delete;
  ~pipe_ends() {
    for (const int fd : ends_) {
      if (is_open_ && fd >= 0) ::close(fd);
    }
  }
  bool is_open() const { return is_open_; }
  int read_end() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }
  int take_read_end() { return std::exchange(ends_[0], -1); }
  int take_write_end() { return std::exchange(ends_[1], -1); }

private:
  std::array<int, 2> ends_{-1, -1};
  bool is_open_; // after the ends, which it is found out with
};

// 0: the system refused.
pid_t spawn_process(std::vector<std::string> words, int input, int output) {
  std::vector<char*> arguments;
  for (auto& w : words)
    arguments.push_back(w.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  // Sockets of phones and the lock of the data file are not for it: they would outlive us in it.
  ::posix_spawn_file_actions_addclosefrom_np(&actions, first_of_ours);
  pid_t id = 0;
  const int failed =
      ::posix_spawn(&id, arguments.front(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? id : 0;
}

} // namespace

struct child::ends {
  ends(const asio::any_io_executor& on, pid_t child_id) : id(child_id), says(on), process(on) {}
  ~ends() {
    if (input >= 0) ::close(input);
    if (has_ended) return;
    ::kill(id, SIGKILL);
    ::waitpid(id, nullptr, 0);
  }
  ends(const ends&) = delete;
  ends& operator=(const ends&) = delete;

  pid_t id;
  asio::posix::stream_descriptor says;
  asio::posix::stream_descriptor process; // readable when it has ended
  int input = -1;
  bool has_ended = false;
  std::string heard;
};

child::child(std::unique_ptr<ends> e) : ends_(std::move(e)) {}
child::~child() = default;

result<std::shared_ptr<child>> child::start(const asio::any_io_executor& on,
                                            const std::vector<std::string>& words) {
  pipe_ends to_it;
  pipe_ends from_it;
  if (!to_it.is_open() || !from_it.is_open()) return fault::file_unwritable;
  const auto id = spawn_process(words, to_it.read_end(), from_it.write_end());
  if (id == 0) return fault::file_unwritable;
  auto e = std::make_unique<ends>(on, id);
  e->input = to_it.take_write_end();
  e->says.assign(from_it.take_read_end());
  const int process = ::pidfd_open(id, 0);
  if (process < 0) return fault::file_unwritable; // e kills it
  e->process.assign(process);
  return std::shared_ptr<child>(new child(std::move(e)));
}

asio::awaitable<std::optional<std::string>> child::line() {
  auto [failed, length] = co_await asio::async_read_until(
      ends_->says, asio::dynamic_buffer(ends_->heard, limits::stage_line_bytes_max), '\n',
      no_throw);
  if (failed) co_return std::nullopt;
  std::string said = ends_->heard.substr(0, length - 1);
  ends_->heard.erase(0, length);
  co_return said;
}

void child::ask_to_end() {
  if (ends_->input >= 0) ::close(std::exchange(ends_->input, -1));
}

asio::awaitable<void> child::ended() {
  if (ends_->has_ended) co_return;
  co_await ends_->process.async_wait(asio::posix::stream_descriptor::wait_read, no_throw);
  if (ends_->has_ended) co_return;
  ends_->has_ended = true;
  ::waitpid(ends_->id, nullptr, 0);
  ends_->says.cancel(); // if somebody else still holds its output, nobody listens any more
}

void child::kill() {
  if (!ends_->has_ended) ::kill(ends_->id, SIGKILL);
}

pid_t child::id() const {
  return ends_->id;
}

} // namespace viche::socket
