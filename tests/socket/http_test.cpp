// The doors of HTTP, asked through a real socket: codes, passes, links, bounds, headers.
#include "limits.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

namespace t = viche::test;
namespace limits = viche::limits;

namespace {

t::http_reply post(const t::live_server& s, const std::string& door, std::string body,
                   t::header_list headers = {}) {
  return t::http(s.port(), {.method = "POST",
                            .target = "/api/sessions/" + s.code + door,
                            .body = std::move(body),
                            .headers = std::move(headers)});
}

std::string secret_json(const std::string& secret) {
  return R"({"secret":")" + secret + "\"}";
}

} // namespace

TEST_CASE("a phone that enters learns what it entered and gets a pass in a cookie") {
  const t::live_server s;
  const auto a = post(s, "/enter", "{}");
  CHECK(a.status == 200);
  CHECK(a.body ==
        R"({"code":")" + s.code + R"(","title":"Проба","community":"Громада","phase":"lobby"})");
  const auto cookie = a.headers.at("set-cookie");
  CHECK(cookie.starts_with("viche_pass_" + s.code + "="));
  CHECK(cookie.find("HttpOnly; SameSite=Strict") != std::string::npos);
}

TEST_CASE("a phone that enters again keeps its pass") {
  const t::live_server s;
  const auto cookie = "viche_pass_" + s.code + "=" + t::pass_of("olena");
  const auto a = post(s, "/enter", "{}", {{"Cookie", cookie}});
  CHECK(a.headers.at("set-cookie").starts_with(cookie + ";"));
}

TEST_CASE("a cookie that is no pass is replaced by one") {
  const t::live_server s;
  const auto a = post(s, "/enter", "{}", {{"Cookie", "viche_pass_" + s.code + "=short"}});
  CHECK(a.headers.at("set-cookie").find("=short") == std::string::npos);
}

TEST_CASE("a page without cookies gets its pass in the answer") {
  const t::live_server s;
  const auto a = post(s, "/enter", R"({"in_memory":true})");
  CHECK(a.body.find(R"("pass":")") != std::string::npos);
  CHECK(a.headers.count("set-cookie") == 0);
}

TEST_CASE("a body of another form is refused") {
  const t::live_server s;
  for (const auto* body : {"", "[]", "{", R"({"in_memory":1})", R"({"more":true})"}) {
    CAPTURE(body);
    const auto a = post(s, "/enter", body);
    CHECK(a.status == 400);
    CHECK(a.body == R"({"refusal":"request_malformed","kind":"final"})");
  }
}

TEST_CASE("an unknown code is refused, and so is one that is none") {
  const t::live_server s;
  for (const auto* code : {"000000", "12345", "1234567", "abcdef", "%27"}) {
    CAPTURE(code);
    const auto a = t::http(s.port(), {.method = "POST",
                                      .target = "/api/sessions/" + std::string(code) + "/enter",
                                      .body = "{}"});
    CHECK(a.status == 404);
    CHECK(a.body == R"({"refusal":"session_unknown","kind":"final"})");
  }
}

TEST_CASE("who tries too many codes is told to come later, and a right code still opens") {
  const t::live_server s([](auto& doors) { doors.wrong_tries = {0, 2}; });
  REQUIRE(post(s, "/enter", "{}").status == 200);
  const t::http_call wrong{.method = "POST", .target = "/api/sessions/000000/enter", .body = "{}"};
  CHECK(t::http(s.port(), wrong).status == 404);
  CHECK(t::http(s.port(), wrong).status == 404);
  const auto late = t::http(s.port(), wrong);
  CHECK(late.status == 429);
  CHECK(late.body == R"({"refusal":"rate_limited","kind":"later"})");
  CHECK(post(s, "/enter", "{}").status == 200);
}

TEST_CASE("after a restart too, a right code opens whatever others have tried") {
  t::live_server s([](auto& doors) { doors.wrong_tries = {0, 1}; });
  s.restart([](auto& doors) { doors.wrong_tries = {0, 1}; });
  const t::http_call wrong{.method = "POST", .target = "/api/sessions/000000/enter", .body = "{}"};
  CHECK(t::http(s.port(), wrong).status == 404);
  CHECK(t::http(s.port(), wrong).status == 429);
  CHECK(post(s, "/enter", "{}").status == 200);
}

TEST_CASE("a link's secret is traded for a cookie of its role") {
  const t::live_server s;
  const auto desk = post(s, "/trade", secret_json(s.facilitator));
  CHECK(desk.body == R"({"role":"facilitator"})");
  CHECK(desk.headers.at("set-cookie")
            .starts_with("viche_facilitator_" + s.code + "=" + s.facilitator));
  CHECK(post(s, "/trade", secret_json(s.operator_)).body == R"({"role":"operator"})");
  CHECK(post(s, "/trade", secret_json(s.board)).body == R"({"role":"board"})");
}

TEST_CASE("a secret that opens nothing is refused, whatever it holds") {
  const t::live_server s;
  for (const auto& secret : {t::pass_of("nobody"), std::string("x"), std::string("a\\r\\nb: c")}) {
    const auto a = post(s, "/trade", secret_json(secret));
    CHECK(a.status == 403);
    CHECK(a.body == R"({"refusal":"link_unknown","kind":"final"})");
    CHECK(a.headers.count("set-cookie") == 0);
  }
}

TEST_CASE("a session is set up with the host key only") {
  const t::live_server s;
  const t::http_call call{
      .method = "POST", .target = "/api/sessions", .body = std::string(t::small_settings)};
  const auto a = t::http(s.port(), call);
  CHECK(a.status == 401);
  CHECK(a.body == R"({"refusal":"host_key_wrong","kind":"final"})");
}

TEST_CASE("settings that cannot be are refused with the field's name") {
  const t::live_server s;
  std::string settings{t::small_settings};
  settings.replace(settings.find("\"tables\":2"), 10, "\"tables\":9999");
  const auto a = t::http(s.port(), {.method = "POST",
                                    .target = "/api/sessions",
                                    .body = settings,
                                    .headers = {{"Authorization", "Bearer " + s.host_key()}}});
  CHECK(a.status == 400);
  CHECK(a.body.find(R"("field":"tables")") != std::string::npos);
}

TEST_CASE("a right key is told by what lacks beside it") {
  const t::live_server s;
  const auto a = t::http(s.port(), {.method = "POST",
                                    .target = "/api/sessions",
                                    .body = "{}",
                                    .headers = {{"Authorization", "Bearer " + s.host_key()}}});
  CHECK(a.status == 400);
  CHECK(a.body.find(R"("refusal":"op_malformed")") != std::string::npos);
}

TEST_CASE("another site's page may ask for nothing") {
  const t::live_server s;
  const auto a = post(s, "/enter", "{}", {{"Origin", "http://evil.example"}});
  CHECK(a.status == 403);
  CHECK(a.body == R"({"refusal":"origin_refused","kind":"final"})");
}

TEST_CASE("the report is for facilitators") {
  const t::live_server s;
  const auto report = "/api/sessions/" + s.code + "/report.json";
  CHECK(t::http(s.port(), {.target = report}).status == 403);
  const auto as = [&](const std::string& secret) {
    return t::http(s.port(),
                   {.target = report, .headers = {{"Authorization", "Bearer " + secret}}});
  };
  CHECK(as(s.board).status == 403);
  CHECK(as(s.facilitator).status == 200);
  const auto cookie = "viche_facilitator_" + s.code + "=" + s.facilitator;
  CHECK(t::http(s.port(), {.target = report, .headers = {{"Cookie", cookie}}}).status == 200);
}

TEST_CASE("each format of the report comes as what it is") {
  const t::live_server s;
  const auto get = [&](const std::string& format) {
    return t::http(s.port(), {.target = "/api/sessions/" + s.code + "/report." + format,
                              .headers = {{"Authorization", "Bearer " + s.facilitator}}});
  };
  CHECK(get("json").headers.at("content-type") == "application/json");
  CHECK(get("csv").headers.at("content-type").starts_with("text/csv"));
  CHECK(get("excel.csv").headers.at("content-disposition").find(".excel.csv\"") !=
        std::string::npos);
  CHECK(get("html").headers.at("content-security-policy").starts_with("default-src 'none'"));
  CHECK(get("exe").status == 404);
}

TEST_CASE("every answer forbids what a page must not do") {
  const t::live_server s;
  for (const auto* path : {"/healthz", "/", "/nothing"}) {
    const auto a = t::http(s.port(), {.target = path});
    CHECK(a.headers.at("x-content-type-options") == "nosniff");
    CHECK(a.headers.at("referrer-policy") == "no-referrer");
    CHECK(a.headers.at("content-security-policy").find("frame-ancestors 'none'") !=
          std::string::npos);
  }
}

TEST_CASE("a path that is not there and a method that is not meant are told apart") {
  const t::live_server s;
  CHECK(t::http(s.port(), {.target = "/healthz"}).body == R"({"status":"ok"})");
  CHECK(t::http(s.port(), {.target = "/api/nothing"}).status == 404);
  CHECK(t::http(s.port(), {.target = "/api/sessions/" + s.code + "/nothing"}).status == 404);
  const auto get = t::http(s.port(), {.target = "/api/sessions/" + s.code + "/enter"});
  CHECK(get.status == 405);
  CHECK(get.headers.at("allow") == "POST");
  CHECK(t::http(s.port(), {.method = "DELETE", .target = "/"}).status == 405);
}

TEST_CASE("the server says where it can be reached") {
  const t::live_server s;
  CHECK(t::http(s.port(), {.target = "/api/addresses"}).body ==
        R"({"addresses":["http://127.0.0.1:)" + std::to_string(s.port()) + "\"]}");
}

TEST_CASE("HEAD answers as GET does, without the body") {
  const t::live_server s;
  const auto a = t::http(s.port(), {.method = "HEAD", .target = "/healthz"});
  CHECK(a.status == 200);
  CHECK(a.headers.at("content-length") == "15");
  CHECK(a.body.empty());
}

TEST_CASE("a body over its bound is refused before it is read") {
  const t::live_server s;
  const auto a = post(s, "/enter", std::string(limits::http_body_bytes_max + 1, ' '));
  CHECK(a.status == 413);
  CHECK(a.body == R"({"refusal":"request_malformed","kind":"final"})");
}

TEST_CASE("a body that grows over its bound in chunks is refused too") {
  const t::live_server s;
  std::string bytes =
      "POST /api/sessions HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 20; ++i) {
    bytes += "1000\r\n" + std::string(0x1000, 'x') + "\r\n";
  }
  CHECK(t::raw_http(s.port(), bytes).starts_with("HTTP/1.1 413"));
}

TEST_CASE("headers over their bound are refused") {
  const t::live_server s;
  const auto a =
      t::http(s.port(), {.target = "/healthz",
                         .headers = {{"X-Long", std::string(limits::http_header_bytes_max, 'x')}}});
  CHECK(a.status == 431);
}

TEST_CASE("what is no HTTP is refused and closed") {
  const t::live_server s;
  CHECK(t::raw_http(s.port(), "hello\r\n\r\n").starts_with("HTTP/1.1 400"));
}

TEST_CASE("who sends half a request is closed when its time is over") {
  const t::live_server s([](auto& doors) { doors.bounds.request_ms = 50; });
  CHECK(t::raw_http(s.port(), "GET /healthz HTT").empty());
}

TEST_CASE("a long answer takes its time on a slow network, piece by piece") {
  constexpr int pause_ms = 50;
  const t::live_server s([](auto& doors) {
    doors.bounds.request_ms = 20 * pause_ms; // shorter than the whole answer takes
    doors.bounds.send_buffer_bytes = 4096;
  });
  const auto target = "/api/sessions/" + s.code + "/report.html";
  s.open_phase("ideas");
  auto desk = s.desk();
  std::string text;
  while (text.size() < 400)
    text += "Лікар щодня. ";
  for (int i = 100; i < 160; ++i) {
    desk.send(t::op("idea-of-a-test-" + std::to_string(i),
                    R"("kind":"submit_idea","areas":["health"],"table":0,)"
                    R"("channel":"oral","text":")" +
                        text + '"'));
    desk.receive_with(R"("type":"ack")");
  }
  const auto whole = t::http(
      s.port(), {.target = target, .headers = {{"Authorization", "Bearer " + s.facilitator}}});
  REQUIRE(whole.body.size() > limits::http_write_bytes_max);
  const auto request = "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" +
                       "Authorization: Bearer " + s.facilitator + "\r\n\r\n";
  const auto slowly = t::http_slowly(s.port(), request,
                                     {.receive_buffer_bytes = 2048,
                                      .bytes_at_once = whole.body.size() / 40,
                                      .pause_ms = pause_ms});
  CHECK(slowly.size() == whole.body.size());
}
