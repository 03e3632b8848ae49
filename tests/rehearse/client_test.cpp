// The network of the rehearsal against a server that misbehaves.
#include "rehearse/client.hpp"

#include "rehearse/stand_in.hpp"

#include <doctest/doctest.h>

#include <atomic>

using namespace viche;
using namespace viche::rehearse;
using viche::test::stand_in;

namespace {

const http_request get{.method = "GET", .target = "/healthz", .body = {}, .bearer = {}};

std::string ok(const std::string& more, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + more + "Content-Length: " + std::to_string(body.size()) +
         "\r\n\r\n" + body;
}

} // namespace

TEST_CASE("an answer comes with its body and its cookies as they are sent back") {
  stand_in server([](const std::string& head) {
    CHECK(head.starts_with("GET /healthz HTTP/1.1\r\n"));
    return ok("Set-Cookie: a=1; HttpOnly\r\nSet-Cookie: b=2\r\n", "hello");
  });
  client c({"127.0.0.1", server.port()});
  const auto answer = c.request(get);
  REQUIRE(answer.has_value());
  CHECK(answer->status == 200);
  CHECK(answer->body == "hello");
  CHECK(answer->cookies == std::vector<std::string>{"a=1", "b=2"});
}

TEST_CASE("a server that closes the door or says later is asked again") {
  std::atomic<int> asked = 0;
  stand_in server([&](const std::string&) -> std::string {
    ++asked;
    if (asked == 1) return "";
    if (asked == 2) return "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    return ok("", "");
  });
  client c({"127.0.0.1", server.port()});
  CHECK(c.request(get)->status == 200);
  CHECK(asked == 3);
}

TEST_CASE("a server that stays away is given up when patience ends") {
  std::string port;
  {
    port = stand_in([](const std::string&) { return ""; }).port();
  }
  client c({"127.0.0.1", port}, {.reconnect_patience_ms = 100});
  const auto answer = c.request(get);
  REQUIRE(answer.has_error());
  CHECK(answer.error().what == fault::peer_unreachable);

  client waiting({"127.0.0.1", port}, {.reconnect_patience_ms = 100});
  page p({.page = "phone"}, 1);
  waiting.attend(p, "/live", "");
  const auto ran = waiting.run_until([] { return false; }, 60'000);
  REQUIRE(ran.has_error());
  CHECK(ran.error().what == fault::peer_unreachable);
}

TEST_CASE("an answer over its bound is a fault, not a reason to ask again") {
  std::atomic<int> asked = 0;
  stand_in server([&](const std::string&) {
    ++asked;
    return ok("", std::string(101, 'x'));
  });
  client c({"127.0.0.1", server.port()}, {.report_bytes_max = 100});
  const auto answer = c.request(get);
  REQUIRE(answer.has_error());
  CHECK(answer.error().words == "/healthz sent more than 100 bytes at once");
  CHECK(asked == 1);
}

TEST_CASE("a message over its bound ends the page") {
  stand_in server(
      [](const std::string& head) { return viche::test::upgrade_and_announce(head, 1001); });
  client c({"127.0.0.1", server.port()}, {.frame_bytes_max = 1000});
  page p({.page = "phone"}, 1);
  c.attend(p, "/live", "");
  const auto ran = c.run_until([] { return false; }, 60'000);
  REQUIRE(ran.has_error());
  CHECK(ran.error().words == "/live sent more than 1000 bytes at once");
}

TEST_CASE("a page that is declined says what the server said") {
  stand_in server([](const std::string&) {
    return std::string("HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nno!");
  });
  client c({"127.0.0.1", server.port()});
  page p({.page = "phone"}, 1);
  c.attend(p, "/live", "");
  const auto ran = c.run_until([] { return false; }, 60'000);
  REQUIRE(ran.has_error());
  CHECK(ran.error().what == fault::peer_refused);
  CHECK(ran.error().words.find("HTTP 404") != std::string::npos);
}
