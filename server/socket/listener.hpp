// Accepts TCP connections and gives each its own coroutine of HTTP.
#pragma once

#include "fault.hpp"
#include "socket/addresses.hpp"
#include "socket/doors.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <cstdint>
#include <memory>

namespace viche::socket {

class listener {
public:
  explicit listener(std::shared_ptr<doors> d);

  // Binds, and accepts from now on. Faults address_in_use, address_invalid, in words.
  described<void> open(const listen_at& at);
  std::uint16_t port() const;
  void close();

private:
  std::shared_ptr<doors> doors_;
  std::shared_ptr<boost::asio::ip::tcp::acceptor> acceptor_; // its coroutine holds it too
};

} // namespace viche::socket
