// FILE.sock: a line in, a line out, for whoever may open it.
#include "socket/control.hpp"

#include "limits.hpp"
#include "socket/backup_lines.hpp"
#include "store/reader.hpp"
#include "support/live_server.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <vector>

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

TEST_CASE("a link asked for on the control socket opens its page; one of no staff is none") {
  const t::live_server server;
  using viche::model::role;
  const auto ask = [&](role as) {
    return s::ask_server(server.control(), s::session_link_line(server.code, as, "Рада")).value();
  };
  const auto made = boost::json::parse(ask(role::facilitator)).as_object();
  CHECK(made.at("addresses").as_array().size() == 1);
  const auto desk = t::http(
      server.port(),
      {.target = "/api/sessions/" + server.code + "/names",
       .headers = {{"Authorization", "Bearer " + std::string(made.at("secret").as_string())}}});
  CHECK(desk.status == 200);
  CHECK(ask(role::resident).find("value_out_of_range") != std::string::npos);
  const auto unknown = s::session_link_line("000000", role::board, "");
  CHECK(s::ask_server(server.control(), unknown).value().find("session_unknown") !=
        std::string::npos);
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

TEST_CASE("a copy asked for on the control socket is made, and the answer has its heads") {
  const t::live_server server;
  const t::temp_dir folder;
  const auto to = folder / "copy.viche";
  const auto answer = s::ask_server(server.control(), s::backup_line({.to = to}));
  REQUIRE(answer.has_value());
  const auto head = viche::store::verify_file(to)->chains[0].head;
  CHECK(answer->find(R"("to":")" + to.string() + '"') != std::string::npos);
  CHECK(answer->find(R"("sessions":[{"code":")" + server.code + R"(","entries":1,"head":")" + head +
                     R"("}])") != std::string::npos);
}

TEST_CASE("a copy that cannot be made is answered with the fault and its sentence") {
  const t::live_server server;
  const t::temp_dir folder;
  const auto line = s::backup_line({.to = folder / "nowhere/copy.viche"});
  const auto refused = s::refusal_in(s::ask_server(server.control(), line).value());
  REQUIRE(refused.has_value());
  CHECK(refused->what == viche::fault::file_unwritable);
  CHECK(refused->words.find("nowhere/copy.viche cannot be written") != std::string::npos);
}

TEST_CASE("a copy is asked for with a whole path and a plain yes or no") {
  const t::live_server server;
  for (const auto* line :
       {R"({"command":"backup"})", R"({"command":"backup","to":"copy","replaces":false})",
        R"({"command":"backup","to":"/tmp/never","replaces":1})",
        R"({"command":"backup","to":7,"replaces":false})"}) {
    CAPTURE(line);
    CHECK(s::ask_server(server.control(), line).value() == malformed);
  }
}

TEST_CASE("who waits for a copy hears of it, and each word begins the wait anew") {
  // limits::backup_beat_ms in the hall
  const t::live_server server([](auto& doors) {
    doors.bounds.backup_beat_ms = 0;
    doors.bounds.control_ms = 2000;
  });
  const t::temp_dir folder;
  std::vector<int> heard;
  const auto answer = s::ask_server(server.control(), s::backup_line({.to = folder / "copy"}),
                                    [&](int percent) { heard.push_back(percent); });
  REQUIRE(answer.has_value());
  CHECK_FALSE(s::refusal_in(*answer).has_value());
  CHECK_FALSE(heard.empty());
  CHECK(std::is_sorted(heard.begin(), heard.end()));
}

TEST_CASE("the lines of a copy are read as they were written") {
  const viche::store::backup_order order{.to = "/hall/копія \"1\".viche", .replaces = true};
  const auto read = s::backup_order_in(s::backup_line(order));
  REQUIRE(read.has_value());
  CHECK(read->to == order.to);
  CHECK(read->replaces);
  CHECK(s::progress_in(s::progress_line(42)) == 42);
  CHECK_FALSE(s::progress_in(R"({"to":"/x","bytes":1,"sessions":[]})").has_value());
  for (const auto what : {viche::fault::file_in_use, viche::fault::storage_corrupt}) {
    const auto again = s::refusal_in(s::backup_refusal({what, "Слова."}));
    REQUIRE(again.has_value());
    CHECK(again->what == what);
    CHECK(again->words == "Слова.");
  }
  const auto ending = s::refusal_in(s::backup_refusal({viche::fault::stopping, "Слова."}));
  CHECK(ending->what == viche::fault::peer_refused);
}

TEST_CASE("a server that knows no copies is of another version") {
  const auto refused = s::refusal_in(malformed);
  REQUIRE(refused.has_value());
  CHECK(refused->what == viche::fault::peer_refused);
  CHECK(refused->words.find("another version") != std::string::npos);
}
