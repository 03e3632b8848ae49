// Four things at once, until all have ended: what goes in, what comes out, the complaints, the end
// of the process. A timer ends whatever is late.
#include "child/job.hpp"

#include "child/no_throw.hpp"
#include "child/spawn.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/write.hpp>

#include <sys/wait.h>

#include <array>
#include <chrono>
#include <csignal>
#include <memory>

namespace viche::child {
namespace {

namespace asio = boost::asio;

struct under_way {
  under_way(const asio::any_io_executor& on, const spawned& begun)
      : id(begun.id), process(on, begun.ended), input(on), output(on), errors(on), deadline(on) {}
  ~under_way() {
    if (!has_ended) reap();
  }
  under_way(const under_way&) = delete;
  under_way& operator=(const under_way&) = delete;

  // As long as we have not asked for its status its number is nobody else's, nor is its group's.
  void kill_group() const {
    if (!has_ended) ::kill(-id, SIGKILL);
  }
  void reap() {
    kill_group();
    int status = 0;
    ::waitpid(id, &status, 0);
    has_ended = true;
    said.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  void give_up(job_end why) {
    if (said.how == job_end::ended) said.how = why;
    kill_group();
    // What it started may have left its group and hold the pipes; nobody listens any more.
    boost::system::error_code ignored;
    input.close(ignored);
    output.close(ignored);
    errors.close(ignored);
  }

  pid_t id;
  asio::posix::stream_descriptor process; // readable when it has ended
  asio::posix::stream_descriptor input;
  asio::posix::stream_descriptor output;
  asio::posix::stream_descriptor errors;
  asio::steady_timer deadline;
  bool has_ended = false;
  job_result said;
};

asio::awaitable<void> feed(std::shared_ptr<under_way> u, std::string text) {
  co_await asio::async_write(u->input, asio::buffer(text), no_throw);
  boost::system::error_code ignored;
  u->input.close(ignored);
}

asio::awaitable<void> take_output(std::shared_ptr<under_way> u, std::size_t bytes_max) {
  std::array<char, 64 * 1024> piece{};
  while (u->output.is_open()) {
    auto [failed, count] = co_await u->output.async_read_some(asio::buffer(piece), no_throw);
    if (failed) co_return;
    u->said.output.append(piece.data(), count);
    if (u->said.output.size() <= bytes_max) continue;
    u->said.output.clear();
    u->give_up(job_end::too_long);
  }
}

asio::awaitable<void> take_errors(std::shared_ptr<under_way> u) {
  std::array<char, 4096> piece{};
  auto& kept = u->said.errors;
  while (u->errors.is_open()) {
    auto [failed, count] = co_await u->errors.async_read_some(asio::buffer(piece), no_throw);
    if (failed) co_return;
    kept.append(piece.data(), count);
    if (kept.size() > errors_bytes_max) kept.erase(0, kept.size() - errors_bytes_max);
  }
}

asio::awaitable<void> attend(std::shared_ptr<under_way> u) {
  co_await u->process.async_wait(asio::posix::stream_descriptor::wait_read, no_throw);
  u->reap(); // and whatever it left running
}

spawn_plan plan_of(const job& j) {
  const auto folder = j.folder.string();
  spawn_plan plan;
  plan.words = j.words;
  plan.has_our_environment = false;
  plan.environment = {"PATH=/usr/bin:/bin", "LANG=C.UTF-8", "HOME=" + folder, "TMPDIR=" + folder};
  plan.folder = folder;
  plan.has_own_group = true;
  return plan;
}

} // namespace

asio::awaitable<result<job_result>> run(job j) {
  using namespace asio::experimental::awaitable_operators;
  pipe_ends in;
  pipe_ends out;
  pipe_ends complaints;
  if (!in.is_open() || !out.is_open() || !complaints.is_open()) co_return fault::file_unwritable;
  auto plan = plan_of(j);
  plan.input = in.read_end();
  plan.output = out.write_end();
  plan.errors = complaints.write_end();
  const auto begun = spawn(std::move(plan));
  if (begun.has_error()) co_return begun.error();
  auto u = std::make_shared<under_way>(co_await asio::this_coro::executor, *begun);
  u->input.assign(in.take_write_end());
  u->output.assign(out.take_read_end());
  u->errors.assign(complaints.take_read_end());
  in.close_rest();
  out.close_rest();
  complaints.close_rest();

  u->deadline.expires_after(std::chrono::milliseconds(j.deadline_ms));
  u->deadline.async_wait([weak = std::weak_ptr(u)](const boost::system::error_code& stopped) {
    const auto late = weak.lock();
    if (late && !stopped) late->give_up(job_end::late);
  });
  co_await (feed(u, std::move(j.input)) && take_output(u, j.output_bytes_max) && take_errors(u) &&
            attend(u));
  u->deadline.cancel();
  co_return std::move(u->said);
}

} // namespace viche::child
