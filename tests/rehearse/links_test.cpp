// Addresses and the links' file.
#include "rehearse/client.hpp"
#include "rehearse/links.hpp"

#include <doctest/doctest.h>

using namespace viche::rehearse;

TEST_CASE("a server's address has a host and a port") {
  CHECK(parse_url("http://127.0.0.1:8080")->port == "8080");
  CHECK(parse_url("http://192.168.1.10/")->port == "80");
  CHECK(parse_url("http://[::1]:9000")->host == "[::1]");
}

TEST_CASE("what is no plain address of a server is refused") {
  for (const auto* url : {"https://viche.example", "127.0.0.1:8080", "http://", "http://a:b",
                          "http://a:", "http://a/s/123456", "http://[::1", "http://a b"}) {
    CAPTURE(url);
    CHECK(parse_url(url).has_error());
  }
}

TEST_CASE("the secrets of the links follow their hash signs") {
  const auto l = read_links(R"({"code":"482913","phone":"http://a/s/482913",
    "desk":"http://a/s/482913/desk#s1","operator":"http://a/s/482913/desk#s2",
    "board":"http://a/s/482913/board#s3"})");
  REQUIRE(l.has_value());
  CHECK(l->code == "482913");
  CHECK(l->desk == "s1");
  CHECK(l->operator_ == "s2");
  CHECK(l->board == "s3");
}

TEST_CASE("a session may be rehearsed without an operator and a board, not without a desk") {
  CHECK(read_links(R"({"code":"482913","desk":"x#s"})").has_value());
  CHECK(read_links(R"({"code":"482913","desk":"x"})").has_error());
  CHECK(read_links(R"({"desk":"x#s"})").has_error());
  CHECK(read_links("http://a/s/482913/desk#s1").has_error());
}
