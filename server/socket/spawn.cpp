// The one place where a coroutine's exception ends.
#include "socket/spawn.hpp"

#include <boost/asio/co_spawn.hpp>

#include <spdlog/spdlog.h>

#include <exception>

namespace viche::socket {

void spawn(const boost::asio::any_io_executor& on, boost::asio::awaitable<void> what) {
  boost::asio::co_spawn(on, std::move(what), [](const std::exception_ptr& thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const std::exception& e) {
      spdlog::error("a connection was ended by a bug, please report it: {}", e.what());
    }
  });
}

} // namespace viche::socket
