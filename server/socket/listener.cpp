// The accept loop, and what to do when an address cannot be had.
#include "socket/listener.hpp"

#include "child/no_throw.hpp"
#include "socket/http.hpp"
#include "socket/spawn.hpp"

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using child::no_throw;

std::string written(const listen_at& at) {
  const bool is_v6 = at.address.find(':') != std::string::npos;
  return (is_v6 ? '[' + at.address + ']' : at.address) + ':' + std::to_string(at.port);
}

described_fault in_words(const listen_at& at, const boost::system::error_code& why) {
  if (why == asio::error::address_in_use) {
    return {fault::address_in_use, "Another program listens on " + written(at) +
                                       " already: end it, or choose another port with --listen."};
  }
  if (why == asio::error::access_denied) {
    return {fault::address_invalid, "This user may not listen on " + written(at) +
                                        ": choose a port from 1024 up with --listen."};
  }
  return {fault::address_invalid, "Viche cannot listen on " + written(at) + " (" + why.message() +
                                      "): give an address of this machine with --listen, or "
                                      "0.0.0.0 for all of them."};
}

asio::awaitable<void> accept_all(std::shared_ptr<tcp::acceptor> from, std::shared_ptr<doors> d) {
  while (from->is_open()) {
    auto [failed, peer] = co_await from->async_accept(no_throw);
    if (failed == asio::error::operation_aborted) break;
    if (failed) { // no descriptors left: those who are inside go on, newcomers wait a little
      asio::steady_timer later(d->executor, std::chrono::milliseconds(100));
      co_await later.async_wait(no_throw);
      continue;
    }
    if (d->open.size() >= d->bounds.sockets_max) continue; // closed at once
    boost::system::error_code ignored;
    peer.set_option(tcp::no_delay(true), ignored);
    peer.set_option(asio::socket_base::send_buffer_size(d->bounds.send_buffer_bytes), ignored);
    spawn(d->executor, serve_http(std::move(peer), d));
  }
}

} // namespace

listener::listener(std::shared_ptr<doors> d)
    : doors_(std::move(d)), acceptor_(std::make_shared<tcp::acceptor>(doors_->executor)) {}

described<void> listener::open(const listen_at& at) {
  boost::system::error_code failed;
  const auto address = asio::ip::make_address(at.address, failed);
  if (failed) return in_words(at, failed);
  const tcp::endpoint end(address, at.port);
  acceptor_->open(end.protocol(), failed);
  if (!failed) acceptor_->set_option(tcp::acceptor::reuse_address(true), failed);
  if (!failed && address.is_v6()) acceptor_->set_option(asio::ip::v6_only(false), failed);
  if (!failed) acceptor_->bind(end, failed);
  if (!failed) acceptor_->listen(asio::socket_base::max_listen_connections, failed);
  if (failed) return in_words(at, failed);
  spawn(doors_->executor, accept_all(acceptor_, doors_));
  return {};
}

std::uint16_t listener::port() const {
  boost::system::error_code failed;
  return acceptor_->local_endpoint(failed).port();
}

void listener::close() {
  boost::system::error_code ignored;
  acceptor_->close(ignored);
}

} // namespace viche::socket
