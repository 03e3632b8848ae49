// The live connection: who gets in, what comes first, and every close code.
#include "limits.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

#include <thread>

namespace t = viche::test;
namespace limits = viche::limits;

namespace {

std::string refused_hello(const t::live_server& s, const std::string& text,
                          t::header_list headers = {}) {
  t::wire_client c(s.port(), {.code = s.code, .headers = std::move(headers)});
  c.send(text);
  auto answer = c.receive();
  CHECK(c.closed_with() == 4204);
  return answer;
}

std::string refused_with(const std::string& name) {
  return R"({"type":"refusal","id":null,"refusal":")" + name + R"(","kind":"final"})";
}

std::uint16_t closed_after(const t::live_server& s, const std::string& text) {
  t::wire_client c(s.port(), {.code = s.code});
  c.send(text);
  return c.closed_with();
}

std::uint16_t closed_once_inside(const t::live_server& s, const std::string& text) {
  auto c = s.phone(t::pass_of("olena"));
  c.send(text);
  return c.closed_with();
}

} // namespace

TEST_CASE("a phone is welcomed, and a snapshot follows") {
  const t::live_server s;
  t::wire_client c(s.port(), {.code = s.code});
  c.send(t::hello("phone", R"(,"pass":")" + t::pass_of("olena") + '"'));
  const auto welcome = c.receive();
  CHECK(welcome.starts_with(R"({"type":"welcome","protocol":1)"));
  CHECK(welcome.find(R"("role":"resident")") != std::string::npos);
  CHECK(c.receive().starts_with(R"({"type":"snapshot")"));
}

TEST_CASE("the cookie of the page proves who is there") {
  const t::live_server s;
  const auto role_of = [&](const std::string& page, const std::string& cookie) {
    t::wire_client c(s.port(), {.code = s.code, .headers = {{"Cookie", cookie}}});
    c.send(t::hello(page));
    const auto welcome = c.receive();
    const auto at = welcome.find(R"("role":")") + 8;
    return welcome.substr(at, welcome.find('"', at) - at);
  };
  CHECK(role_of("phone", "viche_pass_" + s.code + "=" + t::pass_of("olena")) == "resident");
  CHECK(role_of("desk", "viche_facilitator_" + s.code + "=" + s.facilitator) == "facilitator");
  CHECK(role_of("operator", "viche_operator_" + s.code + "=" + s.operator_) == "operator");
  CHECK(role_of("board", "viche_board_" + s.code + "=" + s.board) == "board");
}

TEST_CASE("a desk that is also a phone is what its page says") {
  const t::live_server s;
  const auto both = "viche_pass_" + s.code + "=" + t::pass_of("olena") + "; viche_facilitator_" +
                    s.code + "=" + s.facilitator;
  t::wire_client c(s.port(), {.code = s.code, .headers = {{"Cookie", both}}});
  c.send(t::hello("phone"));
  CHECK(c.receive().find(R"("role":"resident")") != std::string::npos);
}

TEST_CASE("a phone without a pass is refused by name") {
  const t::live_server s;
  CHECK(refused_hello(s, t::hello("phone")) == refused_with("pass_missing"));
}

TEST_CASE("a cookie that is no pass counts as none") {
  const t::live_server s;
  for (const auto* value : {"", "short", "has space in the middle", "\"quoted-quoted-quot\""}) {
    CAPTURE(value);
    const auto cookie = "viche_pass_" + s.code + "=" + value;
    CHECK(refused_hello(s, t::hello("phone"), {{"Cookie", cookie}}) ==
          refused_with("pass_missing"));
  }
}

TEST_CASE("a link opens the page of its role and no other") {
  const t::live_server s;
  const auto with = [](const std::string& secret) { return R"(,"secret":")" + secret + '"'; };
  CHECK(refused_hello(s, t::hello("desk", with(s.board))) == refused_with("link_unknown"));
  CHECK(refused_hello(s, t::hello("board", with(s.facilitator))) == refused_with("link_unknown"));
  CHECK(refused_hello(s, t::hello("desk", with(t::pass_of("x")))) == refused_with("link_unknown"));
  CHECK(refused_hello(s, t::hello("desk")) == refused_with("link_unknown"));
}

TEST_CASE("an upgrade is refused by name: code, subprotocol, origin") {
  const t::live_server s;
  const auto unknown = t::refused_upgrade(s.port(), {.code = "000000"});
  CHECK(unknown.status == 404);
  CHECK(unknown.body == R"({"refusal":"session_unknown","kind":"final"})");
  for (const auto* other : {"", "viche.v2", "chat"}) {
    const auto a = t::refused_upgrade(s.port(), {.code = s.code, .subprotocol = other});
    CHECK(a.status == 400);
    CHECK(a.body == R"({"refusal":"subprotocol_unknown","kind":"final"})");
  }
  const auto foreign = t::refused_upgrade(
      s.port(), {.code = s.code, .headers = {{"Origin", "http://evil.example"}}});
  CHECK(foreign.status == 403);
  CHECK(foreign.body == R"({"refusal":"origin_refused","kind":"final"})");
}

TEST_CASE("a full server keeps places for staff, and a place is free again after a leave") {
  const t::live_server s([](auto& doors) {
    doors.bounds.connections_max = 1;
    doors.bounds.connections_staff_max = 1;
  });
  const auto desk_cookie = "viche_facilitator_" + s.code + "=" + s.facilitator;
  {
    const auto inside = s.phone(t::pass_of("olena"));
    const auto full = t::refused_upgrade(s.port(), {.code = s.code});
    CHECK(full.status == 503);
    CHECK(full.body == R"({"refusal":"session_full","kind":"later"})");
    // A place of staff is not had by sending any cookie, nor for a phone beside the desk.
    const t::header_list invented{{"Cookie", "viche_board_" + s.code + "=" + t::pass_of("x")}};
    CHECK(t::refused_upgrade(s.port(), {.code = s.code, .headers = invented}).status == 503);
    CHECK(refused_hello(s, t::hello("phone", R"(,"pass":")" + t::pass_of("petro") + '"'),
                        {{"Cookie", desk_cookie}}) ==
          R"({"type":"refusal","id":null,"refusal":"session_full","kind":"later"})");
    t::wire_client desk(s.port(), {.code = s.code, .headers = {{"Cookie", desk_cookie}}});
    desk.send(t::hello("desk"));
    CHECK(desk.receive().find(R"("role":"facilitator")") != std::string::npos);
  }
  while (t::refused_upgrade(s.port(), {.code = s.code}).status == 503) {
  }
}

TEST_CASE("the first message must be hello, in time, and only once") {
  const t::live_server s([](auto& doors) { doors.bounds.hello_ms = 100; });
  CHECK(closed_after(s, R"({"type":"ping","at":1})") == 4202);
  CHECK(closed_once_inside(s, t::hello("phone")) == 4202);
  t::wire_client silent(s.port(), {.code = s.code});
  CHECK(silent.closed_with() == 4203);
}

TEST_CASE("a page that does not answer the close is cut off after a while") {
  const t::live_server s([](auto& doors) {
    doors.bounds.hello_ms = 50;
    doors.bounds.closing_ms = 50; // limits::closing_ms in the hall
  });
  // Says nothing after the upgrade, and reads on: ends only if the server ends it.
  const auto said =
      t::raw_http(s.port(), "GET /api/sessions/" + s.code +
                                "/live HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\n"
                                "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                "Sec-WebSocket-Protocol: viche.v1\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
  CHECK(said.starts_with("HTTP/1.1 101"));
  CHECK(said.find("hello_late") != std::string::npos);
}

TEST_CASE("messages beyond their rate are not read: who floods is held back, not served") {
  const t::live_server s([](auto& doors) {
    doors.bounds.messages_per_second = 0;
    doors.bounds.messages_burst = 3; // a hello and two pings
    doors.bounds.idle_ms = 300;
  });
  auto c = s.phone(t::pass_of("olena"));
  for (const auto* at : {"1", "2", "3", "4"}) {
    c.send(R"({"type":"ping","at":)" + std::string(at) + "}");
  }
  CHECK(c.receive_with("pong").find(R"("at":1,)") != std::string::npos);
  CHECK(c.receive_with("pong").find(R"("at":2,)") != std::string::npos);
  CHECK_THROWS(c.receive_with("pong"));
}

TEST_CASE("a server with all its sockets in use closes newcomers at once") {
  const t::live_server s([](auto& doors) { doors.bounds.sockets_max = 2; });
  const auto first = s.phone(t::pass_of("olena"));
  const auto second = s.phone(t::pass_of("petro"));
  CHECK(t::raw_http(s.port(), "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n").empty());
}

TEST_CASE("who is silent for too long is closed as idle") {
  const t::live_server s([](auto& doors) { doors.bounds.idle_ms = 100; });
  auto c = s.phone(t::pass_of("olena"));
  CHECK(c.closed_with() == 4102);
}

TEST_CASE("what is no message of the protocol closes the connection") {
  const t::live_server s;
  CHECK(closed_after(s, "hello") == 4200);
  CHECK(closed_after(s, "[]") == 4200);
  CHECK(closed_after(s, R"({"type":"hello","protocol":1,"page":"kitchen"})") == 4200);
  CHECK(closed_after(s, R"({"type":"hello","protocol":2,"page":"phone"})") == 4200);
  CHECK(closed_after(s, R"({"type":"wave"})") == 4201);
  CHECK(closed_once_inside(s, "{") == 4200);
  CHECK(closed_once_inside(s, R"({"type":"ping"})") == 4200);
  CHECK(closed_once_inside(s, R"({"type":"wave"})") == 4201);
}

TEST_CASE("what is no text, no UTF-8 or too much is closed as such") {
  const t::live_server s;
  CHECK(closed_once_inside(s, "{\"type\":\"\xC3\x28\"}") == 1007);
  CHECK(closed_once_inside(s, std::string(limits::message_bytes_max + 1, ' ')) == 1009);
  auto c = s.phone(t::pass_of("olena"));
  c.send_binary("{}");
  CHECK(c.closed_with() == 1003);
}

TEST_CASE("a ping is answered with its own number and the server's time") {
  const t::live_server s;
  auto c = s.phone(t::pass_of("olena"));
  c.send(R"({"type":"ping","at":-7})");
  CHECK(c.receive_with("pong").starts_with(R"({"type":"pong","at":-7,"now":1)"));
}

TEST_CASE("when the server stops, pages are told to come back") {
  t::live_server s;
  auto c = s.phone(t::pass_of("olena"));
  std::thread reader([&] { CHECK(c.closed_with() == 1001); });
  s.stop();
  reader.join();
}

TEST_CASE("who comes back with what it holds gets only what it missed") {
  const t::live_server s;
  t::wire_client first(s.port(), {.code = s.code});
  const auto pass = R"(,"pass":")" + t::pass_of("olena") + '"';
  first.send(t::hello("phone", pass));
  const auto snapshot = first.receive_with("snapshot");
  const auto at = snapshot.find(R"("epoch":")") + 9;
  const auto epoch = snapshot.substr(at, 16);
  s.open_phase("ideas");
  t::wire_client again(s.port(), {.code = s.code});
  again.send(t::hello("phone", pass + R"(,"held":{"epoch":")" + epoch + R"(","seq":1})"));
  again.receive_with("welcome");
  CHECK(again.receive().find(R"({"type":"delta","after":1,"seq":2)") == 0);
}

TEST_CASE("when the server stops, who has not said hello yet is told so too") {
  t::live_server s;
  t::wire_client c(s.port(), {.code = s.code});
  std::thread reader([&] { CHECK(c.closed_with() == 1001); });
  s.stop();
  reader.join();
}
