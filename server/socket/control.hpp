// FILE.sock: how a sub-command that writes asks the server that holds the file. One line of JSON
// in, one out (before the answer of a copy come lines on its progress); whoever may open the socket
// (mode 0600) may use it.
#pragma once

#include "fault.hpp"
#include "socket/doors.hpp"

#include <boost/asio/local/stream_protocol.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace viche::socket {

// --- the server's side ---

class control {
public:
  explicit control(std::shared_ptr<doors> d);
  // Replaces a socket left behind: whoever holds the file's lock is the only server of it.
  described<void> open(const std::filesystem::path& at);
  // Accepts no more and removes the socket.
  void close();

private:
  std::shared_ptr<doors> doors_;
  std::shared_ptr<boost::asio::local::stream_protocol::acceptor> acceptor_;
  std::filesystem::path path_;
};

// --- the sub-command's side ---

std::filesystem::path control_path(const std::filesystem::path& data_file);

// {"command":"session_new","settings":…}
std::string session_new_line(std::string_view settings_json);

// {"command":"session_link","session":CODE,"role":ROLE,"called":NAME}
std::string session_link_line(std::string_view code, model::role as, std::string_view called);

// Sends the line and waits for the answer, at most control_ms. Fault peer_unreachable: nobody
// listens there, or no answer came. `hear` is told how much of a copy is made, in percent: each
// time the server says so the wait begins anew. `behind` is sent behind the line, as it is.
described<std::string> ask_server(const std::filesystem::path& at, std::string_view line,
                                  const std::function<void(int)>& hear = {},
                                  std::string_view behind = {});

} // namespace viche::socket
