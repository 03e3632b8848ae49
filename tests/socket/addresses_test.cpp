// ADDRESS:PORT, and where a server can be reached.
#include "socket/addresses.hpp"

#include <doctest/doctest.h>

namespace s = viche::socket;

TEST_CASE("an address to listen on is read in its three forms") {
  CHECK(s::parse_listen("0.0.0.0:8080")->address == "0.0.0.0");
  CHECK(s::parse_listen("0.0.0.0:8080")->port == 8080);
  CHECK(s::parse_listen("[::]:80")->address == "::");
  CHECK(s::parse_listen("localhost:0")->address == "127.0.0.1");
}

TEST_CASE("what is no address is refused with a sentence that shows one") {
  for (const auto* text : {"", "8080", "0.0.0.0", "0.0.0.0:", "0.0.0.0:65536", "0.0.0.0:8080x",
                           "::1:80", "[1.2.3.4]:80", "hall.example:80"}) {
    CAPTURE(text);
    const auto at = s::parse_listen(text);
    REQUIRE(at.has_error());
    CHECK(at.error().what == viche::fault::address_invalid);
    CHECK(at.error().words.find("0.0.0.0:8080") != std::string::npos);
  }
}

TEST_CASE("a server on one address is reached there only") {
  CHECK(s::reachable_urls("127.0.0.1", 80) == std::vector<std::string>{"http://127.0.0.1:80"});
  CHECK(s::reachable_urls("::1", 80) == std::vector<std::string>{"http://[::1]:80"});
}

TEST_CASE("a server on all addresses is reached on this machine too, named last") {
  const auto urls = s::reachable_urls("0.0.0.0", 8080);
  REQUIRE_FALSE(urls.empty());
  CHECK(urls.back() == "http://127.0.0.1:8080");
}
