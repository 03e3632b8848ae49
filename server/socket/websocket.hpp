// One WebSocket as the connection sees it: text in, frames out, a close code. The protocol itself
// (masks, fragments, pings, UTF-8, size) is Beast's, in the one file behind this door.
#pragma once

#include "broadcast/subscriber.hpp"
#include "model/audience.hpp"
#include "socket/http.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace viche::socket {

// Offers viche.v1 among its subprotocols.
bool offers_subprotocol(const request& r);

class web_socket {
public:
  struct received {
    enum class kind : std::uint8_t { text, binary, gone };
    kind what = kind::gone;
    std::string text;
  };

  // Answers the upgrade `r` that was read from `peer`; null if it was none, or the peer left.
  static boost::asio::awaitable<std::unique_ptr<web_socket>>
  accept(boost::asio::ip::tcp::socket peer, const request& r, std::int64_t closing_ms);
  ~web_socket();

  // The next message. `gone`: the peer closed, or sent what had to be closed at once: 1007 for
  // text that is no UTF-8, 1009 for more than message_bytes_max.
  boost::asio::awaitable<received> read();

  // One at a time. False: the peer is gone.
  boost::asio::awaitable<bool> write(broadcast::frame f);

  // Asks the peer for a pong; not before the last one was written. `on_pong` of watch_pongs hears
  // what comes back with the next reads.
  boost::asio::awaitable<void> ping(std::string text);
  void watch_pongs(std::function<void(std::string_view)> on_pong);

  // The closing handshake, at most closing_ms; then the socket is closed.
  boost::asio::awaitable<void> close(model::close_code why);

  // Closes the socket without a word; whatever waits in read, write or close ends.
  void cut();

private:
  struct stream;
  explicit web_socket(std::unique_ptr<stream> s);
  std::unique_ptr<stream> stream_;
};

} // namespace viche::socket
