// The server's side of FILE.sock.
#include "socket/control.hpp"

#include "limits.hpp"
#include "model/wire_name.hpp"
#include "socket/addresses.hpp"
#include "socket/answers.hpp"
#include "socket/backup_lines.hpp"
#include "socket/setup_routes.hpp"
#include "socket/spawn.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <sys/stat.h>

#include <chrono>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
using local = asio::local::stream_protocol;
constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);

// Without fields if it is no object.
json::object object_in(std::string_view line) {
  json::parse_options options;
  options.max_depth = limits::json_depth_max;
  json::error_code failed;
  auto asked = json::parse(line, failed, {}, options);
  return !failed && asked.is_object() ? std::move(asked.get_object()) : json::object{};
}

std::string text_in(const json::object& o, std::string_view name) {
  const auto* value = o.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

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

// A copy that is being made, whether or not who asked still listens.
struct copy_under_way {
  explicit copy_under_way(const doors& d) : beat(d.executor) {}
  asio::steady_timer beat;
  std::optional<described<store::backup_facts>> outcome;
};

asio::awaitable<void> make_copy(std::shared_ptr<copy_under_way> copy, std::shared_ptr<doors> d,
                                store::backup_order order) {
  copy->outcome.emplace(co_await d->sessions.backup(std::move(order)));
  copy->beat.cancel();
}

// A copy may take minutes, so the deadline is for each line and not for the answer.
asio::awaitable<std::string> copied_line(peer_ptr peer, std::shared_ptr<doors> d,
                                         asio::steady_timer& due, store::backup_order order) {
  if (d->is_stopping) {
    co_return backup_refusal({fault::stopping, "The server is ending: ask again without it."});
  }
  const auto percent = std::make_shared<std::atomic<int>>(0);
  order.percent = percent;
  const auto to = order.to;
  const auto copy = std::make_shared<copy_under_way>(*d);
  spawn(d->executor, make_copy(copy, d, std::move(order)));
  for (;;) {
    copy->beat.expires_after(std::chrono::milliseconds(d->bounds.backup_beat_ms));
    if (!copy->outcome) co_await copy->beat.async_wait(no_throw);
    close_after(due, d->bounds.control_ms, peer);
    if (const auto& made = copy->outcome) {
      co_return made->has_value() ? backup_answer(to, made->value())
                                  : backup_refusal(made->error());
    }
    const auto line = progress_line(*percent) + '\n';
    auto [failed, count] = co_await asio::async_write(*peer, asio::buffer(line), no_throw);
    if (failed) co_return std::string{}; // gone; the copy is made all the same
  }
}

asio::awaitable<void> serve_line(peer_ptr peer, std::shared_ptr<doors> d) {
  asio::steady_timer due(d->executor);
  close_after(due, d->bounds.control_ms, peer);
  std::string line;
  auto [failed, count] = co_await asio::async_read_until(
      *peer, asio::dynamic_buffer(line, limits::control_line_bytes_max), '\n', no_throw);
  if (failed) co_return;
  line.resize(count);
  std::string answered;
  if (auto order = backup_order_in(line)) {
    answered = co_await copied_line(peer, d, due, std::move(*order));
  } else {
    answered = co_await answer_line(d, line);
  }
  answered += '\n';
  co_await asio::async_write(*peer, asio::buffer(answered), no_throw);
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
