// The sub-command's side of FILE.sock: blocking, with a deadline of the socket's own.
#include "limits.hpp"
#include "model/wire_name.hpp"
#include "socket/backup_lines.hpp"
#include "socket/control.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace viche::socket {
namespace {

class descriptor {
public:
  explicit descriptor(int number) : number_(number) {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

private:
  int number_;
};

bool send_all(int to, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

} // namespace

std::filesystem::path control_path(const std::filesystem::path& data_file) {
  return data_file.string() + ".sock";
}

std::string session_new_line(std::string_view settings_json) {
  std::string line = R"({"command":"session_new","settings":)";
  line += settings_json;
  return line + '}';
}

std::string session_link_line(std::string_view code, model::role as, std::string_view called) {
  const boost::json::object o{{"command", "session_link"},
                              {"session", code},
                              {"role", model::wire_name(as)},
                              {"called", called}};
  return boost::json::serialize(o);
}

described<std::string> ask_server(const std::filesystem::path& at, std::string_view line,
                                  const std::function<void(int)>& hear, std::string_view behind) {
  described_fault silent{fault::peer_unreachable,
                         "No server answers at " + at.string() +
                             ": start one with viche serve, or end the one that hangs."};
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const auto name = at.string();
  if (name.size() >= sizeof(address.sun_path)) return silent;
  std::memcpy(address.sun_path, name.data(), name.size());

  const descriptor to(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const timeval deadline{limits::control_ms / 1000, 0};
  ::setsockopt(to.number(), SOL_SOCKET, SO_RCVTIMEO, &deadline, sizeof deadline);
  ::setsockopt(to.number(), SOL_SOCKET, SO_SNDTIMEO, &deadline, sizeof deadline);
  const auto* where = reinterpret_cast<const sockaddr*>(&address);
  if (::connect(to.number(), where, sizeof address) != 0) return silent;
  if (!send_all(to.number(), line) || !send_all(to.number(), "\n")) return silent;
  if (!send_all(to.number(), behind)) return silent;

  std::string answered;
  std::array<char, 4096> chunk{};
  while (answered.size() < limits::control_line_bytes_max) {
    const auto count = ::recv(to.number(), chunk.data(), chunk.size(), 0);
    if (count <= 0) return silent;
    answered.append(chunk.data(), static_cast<std::size_t>(count));
    for (auto end = answered.find('\n'); end != std::string::npos; end = answered.find('\n')) {
      const auto percent = progress_in(answered.substr(0, end));
      if (!percent) return answered.substr(0, end);
      if (hear) hear(*percent);
      answered.erase(0, end + 1);
    }
  }
  return silent;
}

} // namespace viche::socket
