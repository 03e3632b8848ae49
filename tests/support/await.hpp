// Runs one coroutine to its end on a context of its own; for tests of doors that are awaited.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <exception>
#include <optional>

namespace viche::test {

template <class T>
T await(boost::asio::awaitable<T> what) {
  boost::asio::io_context context;
  std::optional<T> out;
  boost::asio::co_spawn(context, std::move(what), [&](std::exception_ptr thrown, T value) {
    if (thrown) std::rethrow_exception(thrown);
    out = std::move(value);
  });
  context.run();
  return std::move(out.value());
}

} // namespace viche::test
