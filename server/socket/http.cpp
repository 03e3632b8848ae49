// HTTP/1.1 of Beast 1.81: bounds and deadlines on the one parser that reads, the headers that
// every answer carries, and the step from an upgrade to a connection.
#include "socket/http.hpp"

#include "broadcast/encode.hpp"
#include "child/no_throw.hpp"
#include "limits.hpp"
#include "socket/answers.hpp"
#include "socket/connection.hpp"
#include "socket/consideration_routes.hpp"
#include "socket/doors.hpp"
#include "socket/routes.hpp"
#include "socket/websocket.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/serializer.hpp>
#include <boost/beast/http/span_body.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using child::no_throw;
using parser = http::request_parser<http::string_body>;

// Images may come from anywhere: a page whose server moved looks for it by a picture.
constexpr const char* content_policy =
    "default-src 'self'; img-src 'self' data: http: https:; style-src 'self'; script-src 'self'; "
    "connect-src 'self' ws: wss:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

// A stream in the set of what the end of the server ends.
class open_stream final : public open_end {
public:
  open_stream(asio::ip::tcp::socket peer, std::shared_ptr<doors> d)
      : wire(std::move(peer)), doors_(std::move(d)) {
    doors_->open.insert(this);
  }
  open_stream(const open_stream&) = delete;
  open_stream& operator=(const open_stream&) = delete;
  ~open_stream() override { doors_->open.erase(this); }

  void cut() override { wire.close(); }
  void deadline(std::int64_t ms) { wire.expires_after(std::chrono::milliseconds(ms)); }

  beast::tcp_stream wire;
  beast::flat_buffer buffer;

private:
  std::shared_ptr<doors> doors_;
};

// Through a socket of both families an IPv4 peer has a mapped address.
bool is_loopback(const asio::ip::address& peer) {
  if (peer.is_v6() && peer.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, peer.to_v6()).is_loopback();
  }
  return peer.is_loopback();
}

// All but the body, which may be still to come.
request head_of(const http::request<http::string_body>& in, bool is_from_loopback) {
  request r;
  r.method = std::string(in.method_string());
  const std::string_view target{in.target().data(), in.target().size()};
  const auto question = std::min(target.find('?'), target.size());
  r.path = target.substr(0, question);
  if (question < target.size()) r.query = target.substr(question + 1);
  for (const auto& field : in) {
    std::string name{field.name_string()};
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    r.headers.emplace_back(std::move(name), std::string(field.value()));
  }
  r.is_from_loopback = is_from_loopback;
  return r;
}

request plain(http::request<http::string_body> in, bool is_from_loopback) {
  auto r = head_of(in, is_from_loopback);
  r.body = std::move(in.body());
  return r;
}

// The whole of it, or only the head for HEAD and 304. False: the peer is gone, or took nothing for
// `stalled_ms`.
asio::awaitable<bool> write_answer(open_stream& s, const answer& a, bool is_head, bool is_kept_open,
                                   std::int64_t stalled_ms) {
  http::response<http::span_body<const char>> out;
  out.version(11);
  out.result(a.status);
  out.keep_alive(is_kept_open);
  out.set("X-Content-Type-Options", "nosniff");
  out.set("Referrer-Policy", "no-referrer");
  out.set("Content-Security-Policy", content_policy);
  if (!a.type.empty()) out.set(http::field::content_type, a.type);
  for (const auto& [name, value] : a.headers) {
    out.set(name, value);
  }
  const auto body = a.body();
  out.body() = {body.data(), body.size()};
  const bool has_body = a.status != 304;
  if (has_body) out.content_length(body.size());

  http::response_serializer<http::span_body<const char>> serializer{out};
  serializer.limit(limits::http_write_bytes_max);
  serializer.split(is_head || !has_body);
  s.deadline(stalled_ms);
  if (serializer.split()) {
    auto [failed, count] = co_await http::async_write_header(s.wire, serializer, no_throw);
    co_return !failed;
  }
  // Each piece has its own deadline: a long report on a slow phone takes its time, and only a
  // peer that takes nothing is left.
  while (!serializer.is_done()) {
    s.deadline(stalled_ms);
    auto [failed, count] = co_await http::async_write_some(s.wire, serializer, no_throw);
    if (failed) co_return false;
  }
  co_return true;
}

// What the parser would not take. Nothing: the peer left or was too slow, nobody reads an answer.
std::optional<answer> refused_request(const beast::error_code& why) {
  using model::refusal;
  if (why == http::error::body_limit) return refuse(refusal::request_malformed, 413);
  if (why == http::error::header_limit || why == http::error::buffer_overflow) {
    return refuse(refusal::request_malformed, 431);
  }
  const bool is_grammar =
      why.category() == http::make_error_code(http::error::bad_method).category();
  const bool is_end = why == http::error::end_of_stream || why == http::error::partial_message;
  if (is_grammar && !is_end) return refuse(refusal::request_malformed);
  return std::nullopt;
}

// Closing with unread bytes resets the connection, and the refusal may be lost with it: take a
// little of what is still coming, for a little while.
asio::awaitable<void> drain(open_stream& s, std::size_t bytes_max) {
  beast::error_code ignored;
  s.wire.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
  s.deadline(limits::closing_ms);
  std::array<char, 8192> unread{};
  for (std::size_t taken = 0; taken < bytes_max;) {
    auto [failed, count] = co_await s.wire.async_read_some(asio::buffer(unread), no_throw);
    if (failed) break;
    taken += count;
  }
}

// Of the request whose head has come; asked before any of the body is taken.
asio::awaitable<std::size_t> body_bound(const parser& p, const std::shared_ptr<doors>& d) {
  const auto& head = p.get();
  const std::string_view target{head.target().data(), head.target().size()};
  const auto method = head.method_string();
  if (!may_bring_table({method.data(), method.size()}, target)) {
    co_return limits::http_body_bytes_max;
  }
  co_return co_await body_bytes_max(d, head_of(head, false));
}

// Each piece has its own deadline, and all of them have one: who sends a table over a slow network
// is heard out, and who sends a byte now and then is not.
asio::awaitable<beast::error_code> read_body(open_stream& s, parser& p, std::int64_t piece_ms,
                                             std::int64_t whole_ms) {
  const auto until = steady_ms() + whole_ms;
  p.eager(true);
  while (!p.is_done()) {
    const auto left_ms = until - steady_ms();
    if (left_ms <= 0) co_return beast::error_code(beast::error::timeout);
    s.deadline(std::min(piece_ms, left_ms));
    auto [failed, count] = co_await http::async_read_some(s.wire, s.buffer, p, no_throw);
    if (failed) co_return failed;
  }
  co_return beast::error_code();
}

// `bound`: what the body of this request may have.
asio::awaitable<beast::error_code>
read_request(open_stream& s, parser& p, const std::shared_ptr<doors>& d, std::size_t& bound) {
  // The limits are set here, on what reads: one set on a copy would never apply.
  p.header_limit(static_cast<std::uint32_t>(limits::http_header_bytes_max));
  p.body_limit(boost::none); // whose body it is, and how large it may be, the head says
  auto [failed, count] = co_await http::async_read_header(s.wire, s.buffer, p, no_throw);
  if (failed) co_return failed;
  bound = co_await body_bound(p, d);
  if (p.content_length().value_or(std::uint64_t{0}) > bound) {
    co_return beast::error_code(http::error::body_limit);
  }
  p.body_limit(bound);
  if (beast::iequals(p.get()[http::field::expect], "100-continue")) {
    constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    auto [lost, sent] = co_await asio::async_write(s.wire, asio::buffer(go_on), no_throw);
    if (lost) co_return lost;
  }
  const auto piece_ms = d->bounds.request_ms;
  const bool is_table = bound > limits::http_body_bytes_max;
  co_return co_await read_body(s, p, piece_ms, is_table ? d->bounds.table_sent_ms : piece_ms);
}

asio::awaitable<void> go_live(std::unique_ptr<open_stream> s, std::shared_ptr<doors> d, request r,
                              admission admitted) {
  const auto closing_ms = d->bounds.closing_ms;
  auto wire = co_await web_socket::accept(s->wire.release_socket(), r, closing_ms);
  s.reset();
  if (!wire) co_return;
  co_await live(std::move(wire), std::move(d), std::move(admitted));
}

} // namespace

std::string_view request::header(std::string_view lower_case_name) const {
  for (const auto& [name, value] : headers) {
    if (name == lower_case_name) return value;
  }
  return {};
}

std::string_view answer::body() const {
  if (!fixed.empty()) return fixed;
  return shared ? *shared : text;
}

asio::awaitable<void> serve_http(asio::ip::tcp::socket peer, std::shared_ptr<doors> d) {
  beast::error_code gone;
  const bool is_from_loopback = is_loopback(peer.remote_endpoint(gone).address());
  if (gone) co_return;
  auto s = std::make_unique<open_stream>(std::move(peer), d);
  for (bool is_kept_open = true; is_kept_open && !d->is_stopping;) {
    parser p;
    s->deadline(d->bounds.request_ms);
    std::size_t bound = limits::http_body_bytes_max;
    const auto failed = co_await read_request(*s, p, d, bound);
    if (failed) {
      auto refused = refused_request(failed);
      if (failed == http::error::body_limit && bound > limits::http_body_bytes_max) {
        refused = table_too_large(head_of(p.get(), is_from_loopback));
      }
      if (!refused) co_return;
      const auto stalled_ms = d->bounds.request_ms;
      const bool is_told = co_await write_answer(*s, *refused, false, false, stalled_ms);
      if (is_told) co_await drain(*s, 4 * bound);
      co_return;
    }
    is_kept_open = p.keep_alive();
    auto r = plain(p.release(), is_from_loopback);
    s->wire.expires_never();

    answer a;
    if (asks_for_live(r)) {
      auto admitted = co_await admit(d, r);
      if (auto* to = std::get_if<admission>(&admitted)) {
        co_await go_live(std::move(s), std::move(d), std::move(r), std::move(*to));
        co_return;
      }
      a = std::get<answer>(std::move(admitted));
    } else {
      a = co_await route(d, r);
    }
    const bool is_head = r.method == "HEAD";
    if (!co_await write_answer(*s, a, is_head, is_kept_open, d->bounds.request_ms)) co_return;
  }
  s->wire.socket().shutdown(asio::ip::tcp::socket::shutdown_send, gone);
}

} // namespace viche::socket
