// Coroutines over Beast: one per page that connects and reads, one per open link that writes.
#include "rehearse/client.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <random>
#include <utility>

namespace viche::rehearse {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using socket_stream = websocket::stream<beast::tcp_stream>;
using std::chrono::milliseconds;

constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);
// Waits as the pages wait (web/src/session), or a rehearsed power cut would say nothing of a real.
constexpr auto connect_wait = std::chrono::seconds(4);
constexpr auto answer_wait = std::chrono::seconds(30); // a report of a city takes its time
constexpr auto silence_wait = std::chrono::seconds(30);
constexpr std::int64_t back_off_first_ms = 1000;
constexpr std::int64_t back_off_longest_ms = 3000;
constexpr std::int64_t wait_beyond_ms = 60'000; // connecting and answering have deadlines below
constexpr auto tick_period = milliseconds(100);

// Whether an HTTP answer asks to come again: full, stopping, busy.
bool says_later(unsigned status) {
  return status == 429 || status >= 500;
}

// 4200 … 4299: stay away (docs/protocol.md).
bool says_stay_away(std::uint16_t close_code) {
  return close_code >= 4200 && close_code < 4300;
}

described_fault unreachable(const server_address& where) {
  return {fault::peer_unreachable, "no server answers at http://" + where.host + ":" + where.port +
                                       "; is `viche serve` running there?"};
}

described_fault too_big(const std::string& target, std::size_t bytes_max) {
  return {fault::peer_refused,
          target + " sent more than " + std::to_string(bytes_max) + " bytes at once"};
}

} // namespace

// One page's place in the network, kept alive by the coroutines that use it.
struct client_link {
  client_link(asio::io_context& io, page& p, std::string t, std::string c)
      : of(&p), target(std::move(t)), cookie(std::move(c)), due(io) {}

  page* of;
  std::string target;
  std::string cookie;
  bool is_wanted = true;
  asio::steady_timer due; // ends early when there is something to write
  std::string sent_away; // why nobody comes back, in words; empty: they do
};

struct client::network {
  network(server_address w, client_bounds b)
      : where(std::move(w)), bounds(b), io(1), jitter(std::random_device{}()) {}

  asio::awaitable<std::optional<http_answer>> ask(http_request r);
  asio::awaitable<void> ask_until_answered(http_request r, std::optional<http_answer>& into,
                                           bool& is_over);
  asio::awaitable<void> keep_connected(std::shared_ptr<client_link> l);
  asio::awaitable<std::shared_ptr<socket_stream>> open(const std::shared_ptr<client_link>& l);
  asio::awaitable<void> read(std::shared_ptr<client_link> l,
                             std::shared_ptr<socket_stream> ws) const;
  asio::awaitable<void> write(std::shared_ptr<client_link> l, std::shared_ptr<socket_stream> ws);
  asio::awaitable<bool> connect(beast::tcp_stream& stream);
  asio::awaitable<void> back_off(unsigned tries);
  std::string authority() const;

  server_address where;
  client_bounds bounds;
  asio::io_context io;
  std::mt19937_64 jitter;
  std::map<page*, std::shared_ptr<client_link>> links;
  std::optional<described_fault> failure;
  std::function<void()> tick;
  std::function<bool()> is_given_up;
};

std::string client::network::authority() const {
  return where.host + ":" + where.port;
}

asio::awaitable<bool> client::network::connect(beast::tcp_stream& stream) {
  tcp::resolver resolver(io);
  auto host = where.host;
  if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  auto [unknown, endpoints] = co_await resolver.async_resolve(host, where.port, no_throw);
  if (unknown) co_return false;
  stream.expires_after(connect_wait);
  auto [failed, endpoint] = co_await stream.async_connect(endpoints, no_throw);
  if (failed) co_return false;
  stream.socket().set_option(tcp::no_delay(true), failed);
  co_return true;
}

// Full jitter: a hall that lost its server does not come back as one.
asio::awaitable<void> client::network::back_off(unsigned tries) {
  const auto longest = std::min(back_off_longest_ms, back_off_first_ms << std::min(tries, 10U));
  asio::steady_timer timer(io);
  timer.expires_after(
      milliseconds(1 + static_cast<std::int64_t>(jitter() % static_cast<std::uint64_t>(longest))));
  co_await timer.async_wait(no_throw);
}

asio::awaitable<std::optional<http_answer>> client::network::ask(http_request r) {
  beast::tcp_stream stream(io);
  if (!co_await connect(stream)) co_return std::nullopt;
  http::request<http::string_body> request{http::string_to_verb(r.method), r.target, 11};
  request.set(http::field::host, authority());
  request.set(http::field::connection, "close");
  if (!r.bearer.empty()) request.set(http::field::authorization, "Bearer " + r.bearer);
  if (!r.body.empty()) request.set(http::field::content_type, "application/json");
  request.body() = std::move(r.body);
  request.prepare_payload();
  stream.expires_after(answer_wait);
  auto [not_sent, sent] = co_await http::async_write(stream, request, no_throw);
  if (not_sent) co_return std::nullopt;
  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.body_limit(bounds.report_bytes_max);
  auto [not_read, count] = co_await http::async_read(stream, buffer, parser, no_throw);
  if (not_read == http::error::body_limit) {
    failure = too_big(r.target, bounds.report_bytes_max);
  }
  if (not_read) co_return std::nullopt;
  auto& response = parser.get();
  http_answer a{.status = response.result_int(), .body = std::move(response.body()), .cookies = {}};
  const auto set = response.equal_range(http::field::set_cookie);
  for (auto at = set.first; at != set.second; ++at) {
    const std::string cookie(at->value());
    a.cookies.push_back(cookie.substr(0, cookie.find(';')));
  }
  co_return a;
}

// `into` stays empty when the server was away too long.
asio::awaitable<void> client::network::ask_until_answered(http_request r,
                                                          std::optional<http_answer>& into,
                                                          bool& is_over) {
  const auto until = now() + bounds.reconnect_patience_ms * 1000;
  for (unsigned tries = 0;; ++tries) {
    auto answer = co_await ask(r);
    const bool is_last = now() >= until || failure;
    if (answer && (is_last || !says_later(answer->status))) into = std::move(answer);
    if (into || is_last) break;
    co_await back_off(tries);
  }
  is_over = true;
}

asio::awaitable<std::shared_ptr<socket_stream>>
client::network::open(const std::shared_ptr<client_link>& l) {
  auto ws = std::make_shared<socket_stream>(io);
  if (!co_await connect(ws->next_layer())) co_return nullptr;
  ws->next_layer().expires_never(); // the WebSocket keeps its own time
  ws->set_option(websocket::stream_base::timeout{
      .handshake_timeout = connect_wait, .idle_timeout = silence_wait, .keep_alive_pings = true});
  ws->set_option(websocket::stream_base::decorator([&l](websocket::request_type& request) {
    request.set(http::field::sec_websocket_protocol, "viche.v1");
    if (!l->cookie.empty()) request.set(http::field::cookie, l->cookie);
  }));
  ws->read_message_max(bounds.frame_bytes_max);
  ws->text(true);
  websocket::response_type response;
  auto [declined] = co_await ws->async_handshake(response, authority(), l->target, no_throw);
  if (!declined) co_return ws;
  if (declined == websocket::error::upgrade_declined && !says_later(response.result_int())) {
    l->sent_away = "the server declined the page: HTTP " + std::to_string(response.result_int()) +
                   " " + response.body();
  }
  co_return nullptr;
}

asio::awaitable<void> client::network::keep_connected(std::shared_ptr<client_link> l) {
  auto welcome_at = now();
  unsigned tries = 0;
  while (l->is_wanted && !failure) {
    const auto ws = co_await open(l);
    if (ws) {
      l->of->opened();
      asio::co_spawn(io, write(l, ws), asio::detached);
      co_await read(l, ws);
      if (l->of->is_welcome()) {
        welcome_at = now();
        tries = 0;
      }
      if (l->is_wanted) l->of->lost();
      ws->next_layer().close();
      l->due.cancel(); // the writer sees that the link is gone
    }
    if (!l->is_wanted) break;
    if (!l->sent_away.empty()) {
      failure = described_fault{fault::peer_refused, l->sent_away};
    } else if (now() - welcome_at > bounds.reconnect_patience_ms * 1000) {
      failure = unreachable(where);
    } else {
      co_await back_off(tries++);
    }
  }
}

asio::awaitable<void> client::network::read(std::shared_ptr<client_link> l,
                                            std::shared_ptr<socket_stream> ws) const {
  beast::flat_buffer buffer;
  while (l->is_wanted) {
    auto [failed, count] = co_await ws->async_read(buffer, no_throw);
    if (!l->is_wanted) co_return;
    if (failed) {
      const auto& why = ws->reason();
      if (failed == websocket::error::closed && says_stay_away(why.code) && l->sent_away.empty()) {
        l->sent_away = "the server sent the page away: " + std::to_string(why.code) + " " +
                       std::string(why.reason.data(), why.reason.size());
      }
      if (failed == websocket::error::message_too_big) {
        l->sent_away = too_big(l->target, bounds.frame_bytes_max).words;
      }
      co_return;
    }
    const auto bytes = buffer.cdata();
    const auto then =
        l->of->received({static_cast<const char*>(bytes.data()), bytes.size()}, now());
    buffer.consume(count);
    if (then == page::verdict::give_up) l->sent_away = l->of->trouble();
    if (then != page::verdict::go_on) co_return;
    l->due.cancel();
  }
}

asio::awaitable<void> client::network::write(std::shared_ptr<client_link> l,
                                             std::shared_ptr<socket_stream> ws) {
  while (ws->is_open()) {
    if (!l->is_wanted) {
      co_await ws->async_close(websocket::close_code::normal, no_throw);
      co_return;
    }
    if (const auto frame = l->of->next_frame(now())) {
      auto [failed, count] = co_await ws->async_write(asio::buffer(*frame), no_throw);
      if (failed) co_return; // the reader sees it too
      continue;
    }
    l->due.expires_after(
        std::chrono::microseconds(std::max<steady_us>(1000, l->of->next_due() - now())));
    co_await l->due.async_wait(no_throw);
  }
}

client::client(server_address where, client_bounds bounds)
    : network_(std::make_unique<network>(std::move(where), bounds)) {}

// Ends what still waits: coroutines die with the io_context, and so do their sockets.
client::~client() = default;

described<http_answer> client::request(const http_request& r) {
  std::optional<http_answer> answer;
  bool is_over = false;
  asio::co_spawn(network_->io, network_->ask_until_answered(r, answer, is_over), asio::detached);
  const auto ran = run_until([&] { return is_over; },
                             4 * network_->bounds.reconnect_patience_ms + wait_beyond_ms);
  if (!ran) return ran.error();
  if (!answer) return unreachable(network_->where);
  return std::move(*answer);
}

void client::attend(page& p, std::string target, std::string cookie) {
  auto l = std::make_shared<client_link>(network_->io, p, std::move(target), std::move(cookie));
  network_->links[&p] = l;
  asio::co_spawn(network_->io, network_->keep_connected(std::move(l)), asio::detached);
}

void client::part(page& p) {
  const auto at = network_->links.find(&p);
  if (at == network_->links.end()) return;
  at->second->is_wanted = false;
  at->second->due.cancel();
  network_->links.erase(at);
}

void client::wake(page& p) {
  if (const auto at = network_->links.find(&p); at != network_->links.end()) {
    at->second->due.cancel();
  }
}

described<bool> client::run_until(const std::function<bool()>& done, std::int64_t wait_ms) {
  const auto work = asio::make_work_guard(network_->io);
  const auto until = now() + wait_ms * 1000;
  auto next_tick = now();
  for (;;) {
    const auto failure = network_->failure;
    if (failure.has_value()) return failure.value();
    if (network_->is_given_up && network_->is_given_up()) {
      return described_fault{fault::stopping, "the rehearsal was ended"};
    }
    if (done()) return true;
    const auto at = now();
    if (at >= until) return false;
    if (network_->tick && at >= next_tick) {
      network_->tick();
      next_tick = at + std::chrono::duration_cast<std::chrono::microseconds>(tick_period).count();
    }
    const auto wait = std::min<steady_us>(until - at, 20'000);
    network_->io.restart();
    network_->io.run_one_for(std::chrono::microseconds(wait));
  }
}

void client::on_tick(std::function<void()> tick) {
  network_->tick = std::move(tick);
}

void client::give_up_when(std::function<bool()> is_given_up) {
  network_->is_given_up = std::move(is_given_up);
}

steady_us client::now() {
  using namespace std::chrono;
  return duration_cast<microseconds>(steady_clock::now().time_since_epoch()).count();
}

described<server_address> parse_url(std::string_view url) {
  const auto malformed = [&](const char* words) {
    return described_fault{fault::input_malformed, std::string(url) + ": " + words};
  };
  if (url.starts_with("https://")) {
    return malformed("the rehearsal speaks plain http:// to the server itself, not to a proxy");
  }
  if (!url.starts_with("http://"))
    return malformed("an address like http://127.0.0.1:8080 is wanted");
  auto rest = url.substr(7);
  if (rest.ends_with('/')) rest.remove_suffix(1);
  const auto bracket = rest.find(']'); // of an IPv6 address
  const auto colon = rest.find(':', bracket == std::string_view::npos ? 0 : bracket);
  server_address a{.host = std::string(rest.substr(0, colon)), .port = "80"};
  if (colon != std::string_view::npos) a.port = std::string(rest.substr(colon + 1));
  const bool is_number = !a.port.empty() && a.port.size() <= 5 &&
                         a.port.find_first_not_of("0123456789") == std::string::npos;
  const bool has_end = !a.host.starts_with('[') || a.host.ends_with(']');
  const bool has_path = a.host.find_first_of("/?#@ ") != std::string::npos;
  if (a.host.empty() || has_path || !has_end || !is_number) {
    return malformed("an address like http://127.0.0.1:8080 is wanted");
  }
  return a;
}

} // namespace viche::rehearse
