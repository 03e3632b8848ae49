// The WebSocket of Beast 1.81 behind plain values. permessage-deflate stays off: it lacks later
// fixes and costs 10–60 times the CPU.
#include "socket/websocket.hpp"

#include "child/no_throw.hpp"
#include "limits.hpp"
#include "model/wire_name.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/websocket.hpp>

#include <chrono>

namespace viche::socket {
namespace {

namespace beast = boost::beast;
using child::no_throw;
constexpr const char* subprotocol = "viche.v1";

} // namespace

struct web_socket::stream {
  explicit stream(boost::asio::ip::tcp::socket s) : wire(std::move(s)) {}
  beast::websocket::stream<beast::tcp_stream> wire;
  beast::flat_buffer buffer;
};

bool offers_subprotocol(const request& r) {
  return beast::http::token_list{r.header("sec-websocket-protocol")}.exists(subprotocol);
}

web_socket::web_socket(std::unique_ptr<stream> s) : stream_(std::move(s)) {}
web_socket::~web_socket() = default;

boost::asio::awaitable<std::unique_ptr<web_socket>>
web_socket::accept(boost::asio::ip::tcp::socket peer, const request& r, std::int64_t closing_ms) {
  auto s = std::make_unique<stream>(std::move(peer));
  auto& wire = s->wire;
  // Idleness is the connection's matter: it has a close code of its own.
  beast::websocket::stream_base::timeout timeout{};
  timeout.handshake_timeout = std::chrono::milliseconds(closing_ms);
  timeout.idle_timeout = beast::websocket::stream_base::none();
  timeout.keep_alive_pings = false;
  wire.set_option(timeout);
  wire.set_option(
      beast::websocket::stream_base::decorator([](beast::websocket::response_type& response) {
        response.set(beast::http::field::sec_websocket_protocol, subprotocol);
      }));
  wire.read_message_max(limits::message_bytes_max);
  wire.text(true);
  wire.auto_fragment(false); // a frame is in memory as a whole: one frame, one write

  beast::http::request<beast::http::empty_body> upgrade{beast::http::verb::get, r.path, 11};
  for (const auto& [name, value] : r.headers) {
    upgrade.insert(name, value);
  }
  auto [failed] = co_await wire.async_accept(upgrade, no_throw);
  if (failed) co_return nullptr;
  co_return std::unique_ptr<web_socket>(new web_socket(std::move(s)));
}

boost::asio::awaitable<web_socket::received> web_socket::read() {
  received got;
  auto [failed, count] = co_await stream_->wire.async_read(stream_->buffer, no_throw);
  if (failed) co_return got;
  got.what = stream_->wire.got_text() ? received::kind::text : received::kind::binary;
  const auto bytes = stream_->buffer.cdata();
  got.text.assign(static_cast<const char*>(bytes.data()), bytes.size());
  stream_->buffer.consume(count);
  co_return got;
}

boost::asio::awaitable<bool> web_socket::write(broadcast::frame f) {
  auto [failed, count] = co_await stream_->wire.async_write(boost::asio::buffer(*f), no_throw);
  co_return !failed;
}

boost::asio::awaitable<void> web_socket::ping(std::string text) {
  co_await stream_->wire.async_ping(beast::websocket::ping_data(text), no_throw); // or it is gone
}

void web_socket::watch_pongs(std::function<void(std::string_view)> on_pong) {
  stream_->wire.control_callback(
      [heard = std::move(on_pong)](beast::websocket::frame_type kind, beast::string_view text) {
        if (kind == beast::websocket::frame_type::pong) heard({text.data(), text.size()});
      });
}

boost::asio::awaitable<void> web_socket::close(model::close_code why) {
  const auto name = model::wire_name(why);
  beast::websocket::close_reason reason;
  reason.code = static_cast<std::uint16_t>(why);
  reason.reason.assign(name.data(), name.size());
  co_await stream_->wire.async_close(reason, no_throw); // failed: the peer left by itself
  cut();
}

void web_socket::cut() {
  stream_->wire.next_layer().close();
}

} // namespace viche::socket
