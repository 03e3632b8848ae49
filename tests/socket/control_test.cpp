// FILE.sock: a line in, a line out, for whoever may open it.
#include "socket/control.hpp"

#include "limits.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

namespace t = viche::test;
namespace s = viche::socket;

namespace {

const std::string malformed = R"({"refusal":"request_malformed","kind":"final"})";

// Connects and says nothing; true: the server ended it.
bool is_ended(const std::filesystem::path& at) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, at.c_str(), at.string().size());
  const int to = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const timeval patience{20, 0};
  ::setsockopt(to, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  REQUIRE(::connect(to, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  char byte = 0;
  const auto count = ::recv(to, &byte, 1, 0);
  ::close(to);
  return count == 0;
}

} // namespace

TEST_CASE("a session made through the control socket comes with the server's addresses") {
  const t::live_server server;
  const auto line = s::ask_server(server.control(), s::session_new_line(t::small_settings));
  REQUIRE(line.has_value());
  CHECK(line->find(R"("facilitator":")") != std::string::npos);
  CHECK(line->find(R"("addresses":["http://127.0.0.1:)") != std::string::npos);
}

TEST_CASE("another line is refused as malformed") {
  const t::live_server server;
  for (const auto* line : {"", "{}", "[1]", R"({"command":"dance","settings":{}})"}) {
    CAPTURE(line);
    CHECK(s::ask_server(server.control(), line).value() == malformed);
  }
}

TEST_CASE("a line over its bound gets no answer") {
  const t::live_server server;
  const std::string line(viche::limits::control_line_bytes_max + 1, 'x');
  const auto answer = s::ask_server(server.control(), line);
  REQUIRE(answer.has_error());
  CHECK(answer.error().what == viche::fault::peer_unreachable);
}

TEST_CASE("who connects and says nothing is ended when its time is over") {
  // limits::control_ms in the hall
  const t::live_server server([](auto& doors) { doors.bounds.control_ms = 50; });
  CHECK(is_ended(server.control()));
}

TEST_CASE("where no server listens, asking says so") {
  const auto answer = s::ask_server("/nonexistent/hall.viche.sock", "{}");
  REQUIRE(answer.has_error());
  CHECK(answer.error().what == viche::fault::peer_unreachable);
}
