// A pass as it is written down and typed back, and the ways back in that hang on it.
#include "socket/recovery.hpp"

#include "limits.hpp"
#include "session/passes.hpp"
#include "socket/secrets.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

namespace t = viche::test;
namespace limits = viche::limits;
namespace socket_room = viche::socket;

namespace {

constexpr const char* unknown = R"({"refusal":"recovery_unknown","kind":"final"})";

t::http_reply call(const t::live_server& s, const std::string& method, const std::string& door,
                   std::string body = {}, t::header_list headers = {}) {
  return t::http(s.port(), {.method = method,
                            .target = "/api/sessions/" + s.code + door,
                            .body = std::move(body),
                            .headers = std::move(headers)});
}

// What stands between `"name":"` and the next quote.
std::string field(const std::string& body, const std::string& name) {
  const auto open = '"' + name + R"(":")";
  const auto at = body.find(open);
  REQUIRE(at != std::string::npos);
  const auto from = at + open.size();
  return body.substr(from, body.find('"', from) - from);
}

std::string entered_pass(const t::live_server& s) {
  return field(call(s, "POST", "/enter", R"({"in_memory":true})").body, "pass");
}

t::header_list bearer(const std::string& pass) {
  return {{"Authorization", "Bearer " + pass}};
}

std::string recovery_json(const std::string& code, const std::string& more = {}) {
  return R"({"recovery":")" + code + '"' + more + '}';
}

std::string ticket_json(const std::string& ticket, const std::string& more = {}) {
  return R"({"ticket":")" + ticket + '"' + more + '}';
}

} // namespace

TEST_CASE("a pass of ours is written in three groups of four and read back as it was") {
  for (int i = 0; i < 200; ++i) {
    const auto pass = viche::session::random_pass();
    REQUIRE(pass.size() == limits::pass_characters);
    REQUIRE(socket_room::is_pass(pass));
    const auto code = socket_room::recovery_of(pass);
    CHECK(code.size() == limits::pass_characters + 2);
    CHECK(socket_room::pass_of_recovery(code) == pass);
  }
  CHECK(socket_room::recovery_of("K7QF2M9XTR4H") == "K7QF-2M9X-TR4H");
}

TEST_CASE("typing a recovery code is forgiving") {
  for (const auto* typed :
       {"K7QF2M1XTP0H", "k7qf 2m1x tp0h", " K7QF - 2MIX - TPOH ", "k7qf2mlxtpoh", "к7qf 2м1х тр0н",
        "К7QF–2М1Х–ТР0Н", "K7QF\u00A02MіX\u00A0TPоH"}) {
    CAPTURE(typed);
    CHECK(socket_room::pass_of_recovery(typed) == "K7QF2M1XTP0H");
  }
}

TEST_CASE("what cannot be a pass is none, and a foreign pass is its own code") {
  for (const auto* typed : {"", "K7QF-2M9X-TR4", "K7QF-2M9X-TR4HH", "K7QF-2M9X-TRUH", "ґґґґ",
                            "\xFF\xFE", "------------"}) {
    CAPTURE(typed);
    CHECK_FALSE(socket_room::pass_of_recovery(typed));
  }
  const auto foreign = t::pass_of("olena");
  CHECK(socket_room::recovery_of(foreign) == foreign);
  CHECK(socket_room::pass_of_recovery(" " + foreign + " ") == foreign);
}

TEST_CASE("a pass is ours, or 16–64 characters of base64url") {
  using socket_room::is_pass;
  CHECK(is_pass("K7QF2M9XTR4H"));
  CHECK_FALSE(is_pass("k7qf2m9xtr4h"));
  CHECK_FALSE(is_pass("K7QF2M9XTRUH"));
  CHECK(is_pass(std::string(limits::foreign_pass_characters_min, 'u')));
  CHECK(is_pass(std::string(limits::foreign_pass_characters_max, '_')));
  CHECK_FALSE(is_pass(std::string(limits::foreign_pass_characters_min - 1, 'u')));
  CHECK_FALSE(is_pass(std::string(limits::foreign_pass_characters_max + 1, 'u')));
  CHECK_FALSE(is_pass("sixteen characters; no"));
}

TEST_CASE("the recovery code is told to the bearer of the pass, by cookie or header") {
  const t::live_server s;
  const auto pass = entered_pass(s);
  const auto code = R"({"recovery":")" + socket_room::recovery_of(pass) + "\"}";
  CHECK(call(s, "GET", "/recovery", {}, bearer(pass)).body == code);
  const auto cookie = "viche_pass_" + s.code + "=" + pass;
  CHECK(call(s, "GET", "/recovery", {}, {{"Cookie", cookie}}).body == code);
  const auto none = call(s, "GET", "/recovery");
  CHECK(none.status == 400);
  CHECK(none.body == R"({"refusal":"pass_missing","kind":"final"})");
  CHECK(call(s, "POST", "/recovery").status == 405);
}

TEST_CASE("on another device the code opens the same person") {
  const t::live_server s;
  const auto pass = entered_pass(s);
  s.person(pass);
  const auto code = field(call(s, "GET", "/recovery", {}, bearer(pass)).body, "recovery");
  const auto other = "viche_pass_" + s.code + "=" + entered_pass(s);
  const auto a = call(s, "POST", "/recover", recovery_json(code), {{"Cookie", other}});
  CHECK(a.status == 200);
  CHECK(field(a.body, "title") == "Проба");
  CHECK(a.headers.at("set-cookie").starts_with("viche_pass_" + s.code + "=" + pass + ";"));
  const auto kept = call(s, "POST", "/recover", recovery_json(code, R"(,"in_memory":true)"));
  CHECK(field(kept.body, "pass") == pass);
  CHECK(kept.headers.count("set-cookie") == 0);
  auto again = s.phone(pass);
  CHECK(again.receive_with(R"("record":"me")").find(R"("joined":true)") != std::string::npos);
}

TEST_CASE("a code with which nobody joined opens nothing") {
  const t::live_server s;
  const auto entered_only = socket_room::recovery_of(entered_pass(s));
  for (const auto& code : {entered_only, std::string("K7QF-2M9X-TR4H"), std::string("hello")}) {
    const auto a = call(s, "POST", "/recover", recovery_json(code));
    CHECK(a.status == 404);
    CHECK(a.body == unknown);
    CHECK(a.headers.count("set-cookie") == 0);
  }
}

TEST_CASE("the second person of a shared phone is reason enough for its code") {
  const t::live_server s;
  auto desk = s.desk();
  desk.send(t::op("share-of-a-test-001", R"("kind":"share_phones","people":2)"));
  desk.receive_with(R"("type":"ack")");
  const auto pass = entered_pass(s);
  t::wire_client second(s.port(), {.code = s.code});
  second.send(t::hello("phone", R"(,"slot":1,"pass":")" + pass + '"'));
  second.send(
      t::op("join-of-a-test-0001", R"("kind":"join","table":0,"settlement":"","channel":"phone")"));
  second.receive_with(R"("type":"ack")");
  CHECK(call(s, "POST", "/recover", recovery_json(socket_room::recovery_of(pass))).status == 200);
}

TEST_CASE("wrong codes run out, a right one never does") {
  const t::live_server s([](auto& doors) { doors.wrong_tries = {0, 1}; });
  const auto pass = entered_pass(s);
  s.person(pass);
  CHECK(call(s, "POST", "/recover", recovery_json("K7QF-2M9X-TR4H")).status == 404);
  CHECK(call(s, "POST", "/recover", recovery_json("K7QF-2M9X-TR4H")).status == 429);
  CHECK(call(s, "POST", "/recover", ticket_json("no-such-ticket")).status == 429);
  CHECK(call(s, "POST", "/recover", recovery_json(pass)).status == 200);
}

TEST_CASE("bodies of another form are refused") {
  const t::live_server s;
  for (const auto* body : {"", "{}", R"({"recovery":1})", R"({"recovery":"a","ticket":"b"})",
                           R"({"recovery":"a","more":1})", R"({"recovery":"a","in_memory":1})",
                           R"({"ticket":null})"}) {
    CAPTURE(body);
    CHECK(call(s, "POST", "/recover", body).status == 400);
  }
  CHECK(call(s, "POST", "/ticket", R"({"more":1})").status == 400);
  CHECK(call(s, "POST", "/ticket", "{}").body == R"({"refusal":"pass_missing","kind":"final"})");
}

TEST_CASE("a ticket opens its person; of two the newer counts") {
  const t::live_server s;
  const auto pass = entered_pass(s);
  const auto early = call(s, "POST", "/ticket", "{}", bearer(pass));
  CHECK(early.body == R"({"refusal":"not_joined","kind":"final"})");
  s.person(pass);
  const auto old = field(call(s, "POST", "/ticket", "{}", bearer(pass)).body, "ticket");
  const auto cookie = "viche_pass_" + s.code + "=" + pass;
  const auto ticket = field(call(s, "POST", "/ticket", "{}", {{"Cookie", cookie}}).body, "ticket");
  CHECK(call(s, "POST", "/recover", ticket_json(old)).body == unknown);
  const auto a = call(s, "POST", "/recover", ticket_json(ticket));
  CHECK(a.status == 200);
  CHECK(a.headers.at("set-cookie").starts_with(cookie + ";"));
  // Its answer may have been lost on the way: it works again for a moment (tickets_test.cpp).
  CHECK(call(s, "POST", "/recover", ticket_json(ticket)).body == a.body);
}
