// The server's side of FILE.sock.
#include "socket/control.hpp"

#include "child/no_throw.hpp"
#include "limits.hpp"
#include "model/wire_name.hpp"
#include "socket/addresses.hpp"
#include "socket/answers.hpp"
#include "socket/backup_lines.hpp"
#include "socket/import_lines.hpp"
#include "socket/line_fields.hpp"
#include "socket/setup_routes.hpp"
#include "socket/spawn.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <sys/stat.h>

#include <chrono>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
using child::no_throw;
using local = asio::local::stream_protocol;

// {"command":"session_new","settings":{…}} or {"command":"session_link","session","role","called"}.
asio::awaitable<answer> make_what_is_asked(doors& d, json::object asked) {
  const auto command = text_in(asked, "command");
  const auto* settings = asked.if_contains("settings");
  if (command == "session_new" && settings != nullptr) {
    co_return co_await make_session(d, json::serialize(*settings));
  }
  const auto role = model::from_wire_name<model::role>(text_in(asked, "role"));
  if (command != "session_link" || !role) co_return refuse(model::refusal::request_malformed);
  link_order order{text_in(asked, "session"), *role, text_in(asked, "called")};
  co_return co_await make_link(d, std::move(order));
}

asio::awaitable<std::string> answer_line(std::shared_ptr<doors> d, std::string line) {
  auto made = co_await make_what_is_asked(*d, object_in(line));
  if (made.status != 201) co_return made.text;
  // The sub-command prints whole links, so it needs to know where this server is.
  const auto addresses = address_list(*d).text;
  made.text.back() = ',';
  co_return made.text + addresses.substr(1);
}

using peer_ptr = std::shared_ptr<local::socket>;

// Ends the connection of whoever keeps the server waiting.
void close_after(asio::steady_timer& due, std::int64_t ms, const peer_ptr& peer) {
  due.expires_after(std::chrono::milliseconds(ms));
  due.async_wait([weak = std::weak_ptr(peer)](boost::system::error_code cancelled) {
    const auto late = weak.lock();
    boost::system::error_code ignored;
    if (!cancelled && late) late->close(ignored);
  });
}

// Long work under way, whether or not who asked still listens.
struct long_work {
  explicit long_work(const doors& d) : beat(d.executor) {}
  asio::steady_timer beat;
  std::shared_ptr<std::atomic<int>> percent = std::make_shared<std::atomic<int>>(0);
  std::optional<std::string> answer;

  void end(std::string line) {
    answer = std::move(line);
    beat.cancel();
  }
};

// Whoever waits is answered even where an exception, which spawn then tells, ended the work.
asio::awaitable<void> carry_out(std::shared_ptr<long_work> work,
                                asio::awaitable<std::string> what) {
  try {
    auto line = co_await std::move(what);
    work->end(std::move(line));
  } catch (...) {
    work->end(backup_refusal(
        {fault::peer_refused, "The server failed at this, which is a bug: its log says where."}));
    throw;
  }
}

asio::awaitable<std::string> make_copy(std::shared_ptr<long_work> work, std::shared_ptr<doors> d,
                                       store::backup_order order) {
  const auto to = order.to;
  order.percent = work->percent;
  const auto made = co_await d->sessions.backup(std::move(order));
  co_return made.has_value() ? backup_answer(to, *made) : backup_refusal(made.error());
}

asio::awaitable<std::string> make_import(std::shared_ptr<doors> d, std::string report) {
  const auto made =
      co_await import_report(d->sessions, d->workers.get_executor(), std::move(report), d->now());
  if (made.has_error()) co_return backup_refusal(made.error());
  auto answered = import_answer(*made);
  answered.back() = ',';
  co_return answered + address_list(*d).text.substr(1);
}

// It may take minutes, so the deadline is for each line and not for the answer.
asio::awaitable<std::string> answer_of(std::shared_ptr<long_work> work, peer_ptr peer,
                                       std::shared_ptr<doors> d, asio::steady_timer& due) {
  for (;;) {
    work->beat.expires_after(std::chrono::milliseconds(d->bounds.backup_beat_ms));
    if (!work->answer) co_await work->beat.async_wait(no_throw);
    close_after(due, d->bounds.control_ms, peer);
    if (work->answer) co_return work->answer.value_or(std::string{});
    const auto line = progress_line(*work->percent) + '\n';
    auto [failed, count] = co_await asio::async_write(*peer, asio::buffer(line), no_throw);
    if (failed) co_return std::string{}; // gone; the work is done all the same
  }
}

// What follows the line; empty if it did not come.
asio::awaitable<std::string> report_behind(peer_ptr peer, std::string begun, std::size_t bytes) {
  if (begun.size() > bytes) co_return std::string{};
  const auto have = begun.size();
  begun.resize(bytes);
  auto [failed, count] =
      co_await asio::async_read(*peer, asio::buffer(begun.data() + have, bytes - have), no_throw);
  if (failed) co_return std::string{};
  co_return begun;
}

constexpr auto server_is_ending = "The server is ending: ask again without it.";

// `line` ends with its line break; `behind` is what came with it.
asio::awaitable<std::string> answered(peer_ptr peer, std::shared_ptr<doors> d,
                                      asio::steady_timer& due, std::string line,
                                      std::string behind) {
  auto order = backup_order_in(line);
  const auto bytes = import_bytes_in(line);
  if (!order && !bytes) co_return co_await answer_line(d, line);
  if (d->is_stopping) co_return backup_refusal({fault::stopping, server_is_ending});
  const auto work = std::make_shared<long_work>(*d);
  if (order) {
    spawn(d->executor, carry_out(work, make_copy(work, d, std::move(*order))));
  } else {
    auto report = co_await report_behind(peer, std::move(behind), *bytes);
    spawn(d->executor, carry_out(work, make_import(d, std::move(report))));
  }
  co_return co_await answer_of(work, peer, d, due);
}

asio::awaitable<void> serve_line(peer_ptr peer, std::shared_ptr<doors> d) {
  asio::steady_timer due(d->executor);
  close_after(due, d->bounds.control_ms, peer);
  std::string line;
  auto [failed, count] = co_await asio::async_read_until(
      *peer, asio::dynamic_buffer(line, limits::control_line_bytes_max), '\n', no_throw);
  if (failed) co_return;
  auto behind = line.substr(count);
  line.resize(count);
  auto text = co_await answered(peer, d, due, std::move(line), std::move(behind));
  text += '\n';
  co_await asio::async_write(*peer, asio::buffer(text), no_throw);
}

asio::awaitable<void> accept_all(std::shared_ptr<local::acceptor> from, std::shared_ptr<doors> d) {
  while (from->is_open()) {
    auto [failed, peer] = co_await from->async_accept(no_throw);
    if (failed == asio::error::operation_aborted) break;
    if (failed) { // no descriptors left, for now
      asio::steady_timer later(d->executor, std::chrono::milliseconds(100));
      co_await later.async_wait(no_throw);
      continue;
    }
    auto shared = std::make_shared<local::socket>(std::move(peer));
    spawn(d->executor, serve_line(std::move(shared), d));
  }
}

} // namespace

control::control(std::shared_ptr<doors> d)
    : doors_(std::move(d)), acceptor_(std::make_shared<local::acceptor>(doors_->executor)) {}

described<void> control::open(const std::filesystem::path& at) {
  std::error_code ignored;
  std::filesystem::remove(at, ignored);
  boost::system::error_code failed;
  const std::string name = at.string();
  if (name.size() >= sizeof(sockaddr_un::sun_path)) {
    return described_fault{fault::file_unwritable,
                           "The path of the data file is too long for a socket beside it (" + name +
                               "): keep it under 100 characters."};
  }
  acceptor_->open(local(), failed);
  const auto mask = ::umask(0177); // 0600 from the first moment on
  if (!failed) acceptor_->bind(local::endpoint(name), failed);
  ::umask(mask);
  if (!failed) acceptor_->listen(asio::socket_base::max_listen_connections, failed);
  if (failed) {
    return described_fault{fault::file_unwritable, "The socket " + name + " cannot be made (" +
                                                       failed.message() +
                                                       "): the folder of the data file must be "
                                                       "writable."};
  }
  path_ = at;
  spawn(doors_->executor, accept_all(acceptor_, doors_));
  return {};
}

void control::close() {
  boost::system::error_code failed;
  acceptor_->close(failed);
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove(path_, ignored);
  path_.clear();
}

} // namespace viche::socket
