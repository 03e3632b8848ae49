// The client's sockets by Beast: the only test file that includes it.
#include "support/wire_client.hpp"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/websocket.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <stdexcept>
#include <tuple>

namespace viche::test {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http_wire = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto patience = std::chrono::seconds(20);

// Starts an operation with a handler of (error_code, …) and waits for it.
template <class Start>
error_code wait_for(asio::io_context& context, Start start) {
  std::optional<error_code> done;
  start([&done](error_code outcome, auto&&...) { done = outcome; });
  context.restart();
  context.run_for(patience);
  if (!done) throw std::runtime_error("nothing happened within 20 seconds");
  return *done;
}

void must(error_code failed) {
  if (failed) throw std::runtime_error(failed.message());
}

tcp::endpoint server_at(std::uint16_t port) {
  return {asio::ip::address_v4::loopback(), port};
}

http_reply plain(const http_wire::response<http_wire::string_body>& in) {
  http_reply out;
  out.status = in.result_int();
  for (const auto& field : in) {
    std::string name{field.name_string()};
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    out.headers[name] = std::string(field.value());
  }
  out.body = in.body();
  return out;
}

std::string live_target(const upgrade& how) {
  return "/api/sessions/" + how.code + "/live";
}

std::string host_of(std::uint16_t port) {
  return "127.0.0.1:" + std::to_string(port);
}

} // namespace

http_reply http(std::uint16_t port, const http_call& call) {
  asio::io_context context;
  tcp::socket socket(context);
  must(wait_for(context, [&](auto done) { socket.async_connect(server_at(port), done); }));
  http_wire::request<http_wire::string_body> out;
  out.method_string(call.method);
  out.target(call.target);
  out.version(11);
  out.set("Host", host_of(port));
  out.set("Connection", "close");
  for (const auto& [name, value] : call.headers)
    out.set(name, value);
  out.body() = call.body;
  out.prepare_payload();
  must(wait_for(context, [&](auto done) { http_wire::async_write(socket, out, done); }));
  beast::flat_buffer buffer;
  http_wire::response_parser<http_wire::string_body> in;
  in.body_limit(64U * 1024 * 1024);
  in.skip(call.method == "HEAD");
  must(wait_for(context, [&](auto done) { http_wire::async_read(socket, buffer, in, done); }));
  return plain(in.get());
}

std::string raw_http(std::uint16_t port, std::string_view bytes) {
  asio::io_context context;
  tcp::socket socket(context);
  must(wait_for(context, [&](auto done) { socket.async_connect(server_at(port), done); }));
  // A server that has seen enough may close before it has read all, and end with a reset: what it
  // said before that counts.
  std::string all;
  std::ignore =
      wait_for(context, [&](auto done) { asio::async_write(socket, asio::buffer(bytes), done); });
  std::ignore = wait_for(
      context, [&](auto done) { asio::async_read(socket, asio::dynamic_buffer(all), done); });
  return all;
}

std::string http_in_pieces(std::uint16_t port, const std::vector<std::string>& pieces,
                           int pause_ms) {
  asio::io_context context;
  tcp::socket socket(context);
  must(wait_for(context, [&](auto done) { socket.async_connect(server_at(port), done); }));
  for (const auto& piece : pieces) {
    asio::steady_timer pause(context, std::chrono::milliseconds(pause_ms));
    must(wait_for(context, [&](auto done) { pause.async_wait(done); }));
    const auto lost =
        wait_for(context, [&](auto done) { asio::async_write(socket, asio::buffer(piece), done); });
    if (lost) break;
  }
  std::string all;
  std::ignore = wait_for(
      context, [&](auto done) { asio::async_read(socket, asio::dynamic_buffer(all), done); });
  return all;
}

std::string http_slowly(std::uint16_t port, std::string_view request, const slow_reading& how) {
  asio::io_context context;
  tcp::socket socket(context, tcp::v4());
  socket.set_option(asio::socket_base::receive_buffer_size(how.receive_buffer_bytes));
  must(wait_for(context, [&](auto done) { socket.async_connect(server_at(port), done); }));
  must(wait_for(context,
                [&](auto done) { asio::async_write(socket, asio::buffer(request), done); }));
  std::string all;
  std::string some(how.bytes_at_once, '\0');
  for (error_code ended; !ended;) {
    std::size_t count = 0;
    asio::steady_timer pause(context, std::chrono::milliseconds(how.pause_ms));
    must(wait_for(context, [&](auto done) { pause.async_wait(done); }));
    ended = wait_for(context, [&](auto done) {
      socket.async_read_some(asio::buffer(some), [&count, done](error_code e, std::size_t n) {
        count = n;
        done(e);
      });
    });
    all.append(some, 0, count);
  }
  const auto head_end = all.find("\r\n\r\n");
  return head_end == std::string::npos ? "" : all.substr(head_end + 4);
}

struct wire_client::wire {
  asio::io_context context;
  beast::websocket::stream<tcp::socket> stream{context};
  beast::flat_buffer buffer;
  http_wire::response<http_wire::string_body> answer;

  error_code open(std::uint16_t port, const upgrade& how) {
    auto& socket = stream.next_layer();
    socket.open(tcp::v4());
    if (how.receive_buffer_bytes != 0) {
      socket.set_option(asio::socket_base::receive_buffer_size(how.receive_buffer_bytes));
    }
    must(wait_for(context, [&](auto done) { socket.async_connect(server_at(port), done); }));
    stream.set_option(
        beast::websocket::stream_base::decorator([&how](beast::websocket::request_type& request) {
          if (!how.subprotocol.empty()) request.set("Sec-WebSocket-Protocol", how.subprotocol);
          for (const auto& [name, value] : how.headers)
            request.set(name, value);
        }));
    stream.read_message_max(64U * 1024 * 1024);
    return wait_for(context, [&](auto done) {
      stream.async_handshake(answer, host_of(port), live_target(how), done);
    });
  }

  error_code read() {
    return wait_for(context, [&](auto done) { stream.async_read(buffer, done); });
  }

  void write(std::string_view bytes, bool is_text) {
    stream.text(is_text);
    must(wait_for(context, [&](auto done) { stream.async_write(asio::buffer(bytes), done); }));
  }
};

wire_client::wire_client(std::uint16_t port, const upgrade& how) : wire_(std::make_unique<wire>()) {
  must(wire_->open(port, how));
}

wire_client::~wire_client() = default;
wire_client::wire_client(wire_client&&) noexcept = default;

void wire_client::send(std::string_view text) {
  wire_->write(text, true);
}
void wire_client::send_binary(std::string_view bytes) {
  wire_->write(bytes, false);
}

std::string wire_client::receive() {
  must(wire_->read());
  std::string text = beast::buffers_to_string(wire_->buffer.data());
  wire_->buffer.clear();
  return text;
}

std::string wire_client::receive_with(std::string_view part) {
  for (;;) {
    auto text = receive();
    if (text.find(part) != std::string::npos) return text;
  }
}

std::uint16_t wire_client::closed_with() {
  while (!wire_->read())
    wire_->buffer.clear();
  const auto code = wire_->stream.reason().code;
  return code == beast::websocket::close_code::none ? std::uint16_t{1006} : code;
}

http_reply refused_upgrade(std::uint16_t port, const upgrade& how) {
  // As plain HTTP: Beast's client gives up a refused handshake before it has read the body.
  header_list headers{{"Connection", "Upgrade"},
                      {"Upgrade", "websocket"},
                      {"Sec-WebSocket-Version", "13"},
                      {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}};
  if (!how.subprotocol.empty()) headers.emplace_back("Sec-WebSocket-Protocol", how.subprotocol);
  headers.insert(headers.end(), how.headers.begin(), how.headers.end());
  return http(port, {.target = live_target(how), .headers = headers});
}

} // namespace viche::test
