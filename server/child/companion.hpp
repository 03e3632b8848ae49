// Another process of ours that is spoken to over its input and output: it hears that it is to end,
// or that we did however we did, by the end of its input.
#pragma once

#include "fault.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace viche::child {

class companion {
public:
  // `words` begins with the program's path. It inherits standard error and no other descriptor of
  // ours. Fault file_unwritable: the system has no process for us.
  static result<std::shared_ptr<companion>> start(const boost::asio::any_io_executor& on,
                                                  const std::vector<std::string>& words);
  ~companion(); // killed, if it still runs
  companion(const companion&) = delete;
  companion& operator=(const companion&) = delete;

  // The next line it says, of at most stage_line_bytes_max. nullopt: it says nothing more.
  boost::asio::awaitable<std::optional<std::string>> line();
  // Ends its input.
  void ask_to_end();
  // Waits for its end, for ever, and takes it off the system's list.
  boost::asio::awaitable<void> ended();
  void kill();

  pid_t id() const;

private:
  struct ends;
  explicit companion(std::unique_ptr<ends> e);
  std::unique_ptr<ends> ends_;
};

} // namespace viche::child
