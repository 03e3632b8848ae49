// Two pipes, and the wait for its end.
#include "child/companion.hpp"

#include "child/no_throw.hpp"
#include "child/spawn.hpp"
#include "limits.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/read_until.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace viche::child {
namespace {

namespace asio = boost::asio;

} // namespace

struct companion::ends {
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

companion::companion(std::unique_ptr<ends> e) : ends_(std::move(e)) {}
companion::~companion() = default;

result<std::shared_ptr<companion>> companion::start(const asio::any_io_executor& on,
                                                    const std::vector<std::string>& words) {
  pipe_ends to_it;
  pipe_ends from_it;
  if (!to_it.is_open() || !from_it.is_open()) return fault::file_unwritable;
  const auto begun = spawn({.words = words,
                            .input = to_it.read_end(),
                            .output = from_it.write_end(),
                            .errors = -1,
                            .environment = {},
                            .folder = {}});
  if (begun.has_error()) return begun.error();
  auto e = std::make_unique<ends>(on, begun->id);
  e->input = to_it.take_write_end();
  e->says.assign(from_it.take_read_end());
  e->process.assign(begun->ended);
  return std::shared_ptr<companion>(new companion(std::move(e)));
}

asio::awaitable<std::optional<std::string>> companion::line() {
  auto [failed, length] = co_await asio::async_read_until(
      ends_->says, asio::dynamic_buffer(ends_->heard, limits::stage_line_bytes_max), '\n',
      no_throw);
  if (failed) co_return std::nullopt;
  std::string said = ends_->heard.substr(0, length - 1);
  ends_->heard.erase(0, length);
  co_return said;
}

void companion::ask_to_end() {
  if (ends_->input >= 0) ::close(std::exchange(ends_->input, -1));
}

asio::awaitable<void> companion::ended() {
  if (ends_->has_ended) co_return;
  co_await ends_->process.async_wait(asio::posix::stream_descriptor::wait_read, no_throw);
  if (ends_->has_ended) co_return;
  ends_->has_ended = true;
  ::waitpid(ends_->id, nullptr, 0);
  ends_->says.cancel(); // if somebody else still holds its output, nobody listens any more
}

void companion::kill() {
  if (!ends_->has_ended) ::kill(ends_->id, SIGKILL);
}

pid_t companion::id() const {
  return ends_->id;
}

} // namespace viche::child
