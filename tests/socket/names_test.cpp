// Names over HTTP: whose, when, with consent; and where they are never to be found.
#include "limits.hpp"
#include "support/has.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

namespace t = viche::test;
namespace limits = viche::limits;
using viche::test::has;

namespace {

constexpr const char* olenas_name = "Олена Коваль";

struct named_session {
  t::live_server s;
  t::wire_client desk = s.desk();
  t::wire_client anna = s.person(t::pass_of("anna"));
  int modes_set = 0;

  explicit named_session(bool is_named = true) {
    if (is_named) set_mode("named");
  }

  void set_mode(const std::string& mode) {
    const auto id = "mode-of-authorship-" + std::to_string(++modes_set);
    desk.send(t::op(id, R"("kind":"set_authorship","mode":")" + mode + '"'));
    desk.receive_with(R"("type":"ack","id":")" + id);
  }

  t::http_reply call(const std::string& method, const std::string& door, const std::string& secret,
                     std::string body = {}) const {
    return t::http(s.port(), {.method = method,
                              .target = "/api/sessions/" + s.code + door,
                              .body = std::move(body),
                              .headers = {{"Authorization", "Bearer " + secret}}});
  }
  t::http_reply sign(const std::string& who, const std::string& name,
                     const std::string& more = R"(,"consent":true)") const {
    return call("POST", "/name", t::pass_of(who), R"({"name":")" + name + '"' + more + '}');
  }
  std::string own(const std::string& who) const {
    return call("GET", "/name", t::pass_of(who)).body;
  }
  std::string report(const std::string& query) const {
    return call("GET", "/report.json" + query, s.facilitator).body;
  }
  void submit() {
    desk.send(t::op("open-the-ideas-of-it", R"("kind":"open_phase","phase":"ideas","minutes":45)"));
    desk.receive_with(R"("type":"ack")");
    anna.send(t::op(
        "an-idea-of-annas-own",
        R"("kind":"submit_idea","text":"Міст","areas":["roads"],"table":0,"channel":"phone")"));
    anna.receive_with(R"("type":"ack")");
  }
};

bool refuses(const t::http_reply& r, const std::string& why) {
  return r.status >= 400 && has(r.body, R"("refusal":")" + why + '"');
}

} // namespace

TEST_CASE("somebody signs with consent, is told their name, and takes it back") {
  named_session n;
  CHECK(n.own("anna") == R"({"asked":true,"name":null})");
  CHECK(n.sign("anna", olenas_name).status == 200);
  CHECK(n.own("anna") == R"({"asked":true,"name":"Олена Коваль"})");
  CHECK(n.sign("anna", "Олена Ковальчук").status == 200); // changed
  CHECK(n.call("DELETE", "/name", t::pass_of("anna")).status == 200);
  CHECK(n.own("anna") == R"({"asked":true,"name":null})");
  CHECK(n.call("DELETE", "/name", t::pass_of("anna")).status == 200); // as before
}

TEST_CASE("where no names are asked for, nobody signs") {
  named_session n(false);
  CHECK(refuses(n.sign("anna", olenas_name), "names_not_asked"));
  CHECK(n.own("anna") == R"({"asked":false,"name":null})");
}

TEST_CASE("without consent, a pass, a seat in the session or a real name nothing is kept") {
  named_session n;
  CHECK(refuses(n.sign("anna", olenas_name, ""), "consent_missing"));
  CHECK(refuses(n.sign("anna", olenas_name, R"(,"consent":false)"), "consent_missing"));
  CHECK(refuses(n.sign("anna", olenas_name, R"(,"consent":"yes")"), "request_malformed"));
  CHECK(refuses(n.sign("bohdan", olenas_name), "not_joined"));
  CHECK(refuses(n.call("POST", "/name", "", R"({"name":"Олена","consent":true})"), "pass_missing"));
  for (const auto* name : {"", "  ", "О", "12", "Олена\\nКоваль", "Олена\\u202eКоваль"})
    CHECK(refuses(n.sign("anna", name), "name_malformed"));
  std::string long_name;
  for (std::size_t i = 0; i < limits::person_name_graphemes_max; ++i)
    long_name += "й";
  CHECK(refuses(n.sign("anna", long_name + "й"), "name_malformed"));
  CHECK(n.sign("anna", long_name).status == 200);
  CHECK(limits::person_name_letters_min == 2);
  CHECK(n.sign("anna", "Ян").status == 200);
}

TEST_CASE("each person of a shared phone signs for themselves") {
  named_session n;
  CHECK(refuses(n.sign("anna", olenas_name, R"(,"consent":true,"slot":1)"), "not_joined"));
  CHECK(refuses(n.sign("anna", olenas_name, R"(,"consent":true,"slot":8)"), "request_malformed"));
  CHECK(refuses(n.call("GET", "/name?slot=x", t::pass_of("anna")), "request_malformed"));
  n.sign("anna", olenas_name);
  CHECK(n.call("GET", "/name?slot=1", t::pass_of("anna")).body == R"({"asked":false,"name":null})");
}

TEST_CASE("facilitators see names with the numbers of their ideas, and erase them") {
  named_session n;
  n.submit();
  n.sign("anna", olenas_name);
  const auto told = n.call("GET", "/names", n.s.facilitator).body;
  CHECK(told == R"({"names":[{"id":1,"name":"Олена Коваль","ideas":[1]}]})");
  CHECK(n.call("GET", "/names", n.s.operator_).status == 403);
  CHECK(n.call("GET", "/names", t::pass_of("anna")).status == 403);
  CHECK(n.call("DELETE", "/names?id=1", n.s.operator_).status == 403);
  CHECK(refuses(n.call("DELETE", "/names", n.s.facilitator), "request_malformed"));
  CHECK(n.call("DELETE", "/names?id=1", n.s.facilitator).status == 200);
  CHECK(n.call("GET", "/names", n.s.facilitator).body == R"({"names":[]})");
  CHECK(n.call("DELETE", "/names?id=1", n.s.facilitator).status == 200); // as before
  CHECK(n.own("anna") == R"({"asked":true,"name":null})");
}

TEST_CASE("the report prints names when it is told to, and only while the session is named") {
  named_session n;
  n.submit();
  n.sign("anna", olenas_name);
  CHECK(has(n.report("?authors=yes"), olenas_name));
  CHECK(has(n.report("?authors=yes&edition=public"), olenas_name));
  CHECK_FALSE(has(n.report(""), olenas_name));
  CHECK_FALSE(has(n.report("?authors=no"), olenas_name));
  n.set_mode("unnamed");
  CHECK_FALSE(has(n.report("?authors=yes"), olenas_name));
  CHECK(refuses(n.sign("anna", "Інша"), "names_not_asked"));
  INFO("what was given stays erasable");
  CHECK(n.call("DELETE", "/name", t::pass_of("anna")).status == 200);
  n.set_mode("named");
  CHECK_FALSE(has(n.report("?authors=yes"), olenas_name));
}

TEST_CASE("after the close nobody signs, and a name can still be taken back") {
  named_session n;
  n.sign("anna", olenas_name);
  n.s.open_phase("closed");
  CHECK(refuses(n.sign("anna", "Інша"), "session_closed"));
  CHECK(has(n.own("anna"), R"("asked":false)"));
  CHECK(n.call("DELETE", "/name", t::pass_of("anna")).status == 200);
  CHECK(has(n.own("anna"), R"("name":null)"));
}

TEST_CASE("a name is changed only so often") {
  named_session n;
  for (std::size_t i = 0; i < limits::names_per_person_max; ++i)
    CHECK(n.sign("anna", olenas_name).status == 200);
  CHECK(refuses(n.sign("anna", olenas_name), "value_out_of_range"));
}

TEST_CASE("a pass that never joined reads and erases nothing") {
  named_session n;
  CHECK(refuses(n.call("GET", "/name", t::pass_of("bohdan")), "not_joined"));
  CHECK(refuses(n.call("DELETE", "/name", t::pass_of("bohdan")), "not_joined"));
}

TEST_CASE("reading and erasing one's name again and again is bounded like any op") {
  for (const auto* method : {"GET", "DELETE"}) {
    const t::live_server s([](auto& doors) {
      doors.bounds.ops_per_second = 0.001;
      doors.bounds.ops_burst = 3; // one of them to join
    });
    const auto anna = s.person(t::pass_of("anna"));
    const auto ask = [&] {
      return t::http(s.port(), {.method = method,
                                .target = "/api/sessions/" + s.code + "/name",
                                .headers = {{"Authorization", "Bearer " + t::pass_of("anna")}}});
    };
    CHECK(ask().status == 200);
    CHECK(ask().status == 200);
    CHECK(refuses(ask(), "rate_limited"));
  }
}

TEST_CASE("a name is in no frame of anybody") {
  named_session n;
  n.sign("anna", olenas_name);
  n.submit();
  n.sign("anna", "Олена Ковальчук");
  auto late_desk = n.s.desk();
  auto late_phone = n.s.phone(t::pass_of("late"));
  for (auto* page : {&late_desk, &late_phone}) {
    const auto snapshot = page->receive_with(R"("type":"snapshot")");
    CHECK(has(snapshot, "Міст"));
    CHECK_FALSE(has(snapshot, "Олена"));
    CHECK_FALSE(has(page->receive_with(R"("type":"mine")"), "Олена"));
  }
}

TEST_CASE("other methods are refused at these doors") {
  named_session n;
  CHECK(n.call("PUT", "/name", t::pass_of("anna")).status == 405);
  CHECK(n.call("POST", "/names", n.s.facilitator, "{}").status == 405);
}
