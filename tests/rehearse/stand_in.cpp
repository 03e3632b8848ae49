// Plain sockets: it must not share code with the client it stands before.
#include "rehearse/stand_in.hpp"

#include <doctest/doctest.h>

#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <utility>

namespace viche::test {

stand_in::stand_in(std::function<std::string(const std::string&)> answer)
    : answer_(std::move(answer)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in at{};
  at.sin_family = AF_INET;
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof at;
  auto* address = reinterpret_cast<sockaddr*>(&at);
  REQUIRE(::bind(listener_, address, size) == 0);
  REQUIRE(::listen(listener_, 8) == 0);
  REQUIRE(::getsockname(listener_, address, &size) == 0);
  port_ = std::to_string(ntohs(at.sin_port));
  thread_ = std::thread([this] { serve(); });
}

stand_in::~stand_in() {
  ::shutdown(listener_, SHUT_RDWR); // accept returns
  thread_.join();
  ::close(listener_);
}

void stand_in::serve() {
  for (;;) {
    const int peer = ::accept(listener_, nullptr, nullptr);
    if (peer < 0) return;
    std::string head;
    char c = 0;
    while (!head.ends_with("\r\n\r\n") && ::read(peer, &c, 1) == 1)
      head.push_back(c);
    const auto bytes = answer_(head);
    const auto sent = ::send(peer, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    ::shutdown(peer, SHUT_WR);
    while (sent >= 0 && ::read(peer, &c, 1) == 1) { // until the client has left
    }
    ::close(peer);
  }
}

std::string upgrade_and_announce(const std::string& head, std::size_t bytes) {
  const std::string name = "Sec-WebSocket-Key: ";
  const auto from = head.find(name) + name.size();
  const auto key = head.substr(from, head.find("\r\n", from) - from) +
                   "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3
  std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
  SHA1(reinterpret_cast<const unsigned char*>(key.data()), key.size(), digest.data());
  std::array<unsigned char, 32> encoded{};
  EVP_EncodeBlock(encoded.data(), digest.data(), static_cast<int>(digest.size()));
  std::string out = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                    "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                    std::string(reinterpret_cast<const char*>(encoded.data())) + "\r\n\r\n";
  out += "\x81\x7e"; // text, whole, a length of two bytes
  out.push_back(static_cast<char>(bytes >> 8U & 0xFFU));
  out.push_back(static_cast<char>(bytes & 0xFFU));
  return out;
}

} // namespace viche::test
