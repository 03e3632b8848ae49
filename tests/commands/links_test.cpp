// Links at the terminal, and the QR code that a phone reads off it.
#include "commands/links.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace c = viche::commands;

namespace {

const c::session_links some_links{"482913", "desk-secret", "operator-secret", "board-secret"};

} // namespace

TEST_CASE("every address of the machine gets a link of each page") {
  const auto text = c::links_text(some_links, {"http://10.0.0.2:8080", "http://127.0.0.1:8080"});
  for (const auto* link :
       {"http://10.0.0.2:8080/s/482913\n", "http://10.0.0.2:8080/s/482913/desk#desk-secret",
        "http://127.0.0.1:8080/s/482913/board#board-secret"}) {
    CAPTURE(link);
    CHECK(text.find(link) != std::string::npos);
  }
}

TEST_CASE("the key to set up a session is told only where the server takes it") {
  const std::vector<std::string> urls{"http://10.0.0.2:8080", "http://127.0.0.1:8080"};
  const auto here = c::setup_text(urls, "host-key", false);
  CHECK(here.find("http://localhost:8080/new#host-key\n") != std::string::npos);
  CHECK(here.find("10.0.0.2") == std::string::npos);
  CHECK(
      c::setup_text({"http://[::1]:8080"}, "host-key", false).find("http://localhost:8080/new#") !=
      std::string::npos);
  CHECK(c::setup_text(urls, "host-key", true).find("http://10.0.0.2:8080/new#host-key\n") !=
        std::string::npos);
  CHECK(c::setup_text({"http://10.0.0.2:8080"}, "host-key", false).empty());
}

TEST_CASE("a QR code has a quiet margin and its own colours on every line") {
  const auto text = c::qr_text("http://192.168.1.10:8080/s/482913");
  const auto lines = std::count(text.begin(), text.end(), '\n');
  // 29 modules and twice 4 of margin, two to a line.
  CHECK(lines == 19);
  CHECK(text.starts_with("\x1b[38;5;16;48;5;231m" + std::string(37, ' ') + "\x1b[0m\n"));
  CHECK(text.find("█") != std::string::npos);
}
