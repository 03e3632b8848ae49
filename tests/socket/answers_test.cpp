// Headers in, headers out: cookies, Origin, bearer tokens, refusal bodies.
#include "socket/answers.hpp"

#include <doctest/doctest.h>

namespace s = viche::socket;
using viche::model::refusal;

namespace {

s::request with(std::string name, std::string value) {
  s::request r;
  r.headers = {{std::move(name), std::move(value)}};
  return r;
}

bool is_same_origin(std::string host, std::string origin) {
  s::request r;
  r.headers = {{"host", std::move(host)}, {"origin", std::move(origin)}};
  return s::is_same_origin(r);
}

} // namespace

TEST_CASE("a cookie is found among others by its whole name") {
  const auto r = with("cookie", "other=1; viche_pass_482913=abc; viche_pass_48291=no");
  CHECK(s::cookie_of(r, "viche_pass_482913") == "abc");
  CHECK(s::cookie_of(r, "viche_pass_4829").empty());
  CHECK(s::cookie_of(r, "pass_482913").empty());
}

TEST_CASE("a torn cookie header counts as no cookie") {
  CHECK(s::cookie_of(with("cookie", ";;=; viche_pass_482913"), "viche_pass_482913").empty());
  CHECK(s::cookie_of(with("cookie", ""), "viche_pass_482913").empty());
}

TEST_CASE("Origin must name the host that was asked, port included") {
  CHECK(is_same_origin("192.168.1.10:8080", "http://192.168.1.10:8080"));
  CHECK(is_same_origin("Viche.example", "https://viche.example"));
  CHECK_FALSE(is_same_origin("192.168.1.10:8080", "http://192.168.1.10"));
  CHECK_FALSE(is_same_origin("192.168.1.10:8080", "http://evil.example"));
  CHECK_FALSE(is_same_origin("192.168.1.10:8080", "null"));
}

TEST_CASE("who sends no Origin is no browser and is let through") {
  CHECK(s::is_same_origin(with("host", "192.168.1.10:8080")));
}

TEST_CASE("a cookie is Secure only where the page came over TLS") {
  s::answer plain;
  s::set_cookie(plain, with("origin", "http://a"), "n", "v");
  CHECK(plain.headers[0].second == "n=v; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict");
  s::answer tls;
  s::set_cookie(tls, with("origin", "https://a"), "n", "v");
  CHECK(tls.headers[0].second.ends_with("; Secure"));
}

TEST_CASE("a bearer token is read whatever the case of its scheme") {
  CHECK(s::bearer_of(with("authorization", "bearer abc")) == "abc");
  CHECK(s::bearer_of(with("authorization", "Basic abc")).empty());
  CHECK(s::bearer_of(with("authorization", "Bearer ")).empty());
}

TEST_CASE("a refusal says by its status and its kind whether to come back") {
  const auto full = s::refuse(refusal::session_full);
  CHECK(full.status == 503);
  CHECK(full.text == R"({"refusal":"session_full","kind":"later"})");
  const auto unknown = s::refuse(refusal::session_unknown);
  CHECK(unknown.status == 404);
  CHECK(unknown.text == R"({"refusal":"session_unknown","kind":"final"})");
}
