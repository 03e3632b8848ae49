// Which embedded file answers a path, in which encoding, and how long it may be kept.
#include "socket/pages.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

namespace s = viche::socket;

namespace {

constexpr s::embedded_file file(std::string_view path, std::string_view bytes) {
  return {path, bytes.data(), bytes.data() + bytes.size()};
}

constexpr std::array files{
    file("/assets/main-1a2b.js", "plain js"),
    file("/assets/main-1a2b.js.br", "br"),
    file("/assets/main-1a2b.js.gz", "gz"),
    file("/board.html", "board"),
    file("/check.html", "check"),
    file("/desk.html", "desk"),
    file("/phone.html", "phone"),
};

s::answer ask(std::string path, std::string header = {}, std::string value = {}) {
  s::request r;
  r.path = std::move(path);
  if (!header.empty()) r.headers.emplace_back(std::move(header), std::move(value));
  return s::page_answer(files, r);
}

std::string header(const s::answer& a, std::string_view name) {
  for (const auto& [key, value] : a.headers) {
    if (key == name) return value;
  }
  return {};
}

} // namespace

TEST_CASE("each address of a session shows its page") {
  CHECK(ask("/").fixed == "phone");
  CHECK(ask("/s/482913").fixed == "phone");
  CHECK(ask("/s/482913/desk").fixed == "desk");
  CHECK(ask("/s/482913/board").fixed == "board");
  CHECK(ask("/s/482913").type == "text/html; charset=utf-8");
}

TEST_CASE("a session is set up at an address of its own") {
  CHECK(ask("/new").fixed == "desk"); // of the desk's bundle
  CHECK(ask("/new/").status == 404);
}

TEST_CASE("the journal of published results is checked on a page beside them") {
  CHECK(ask("/r/482913/check").fixed == "check");
  for (const auto* path : {"/r/482913", "/r/482913/", "/r/abc/check", "/r//check",
                           "/s/482913/check", "/r/482913/check/", "/r/482913/desk"}) {
    CAPTURE(path);
    CHECK(ask(path).status == 404);
  }
}

TEST_CASE("what is not there is a refusal, also beside real files") {
  for (const auto* path : {"/s/", "/s/abc", "/s/482913/", "/s/482913/other", "/assets/", "/x",
                           "/assets/../phone.html", "/assets/main-1a2b.js.gz"}) {
    CAPTURE(path);
    CHECK(ask(path).status == 404);
    CHECK(ask(path).text.find("request_malformed") != std::string::npos);
  }
}

TEST_CASE("a browser gets the smallest encoding that it takes") {
  const std::string path = "/assets/main-1a2b.js";
  CHECK(ask(path).fixed == "plain js");
  CHECK(ask(path, "accept-encoding", "gzip, deflate").fixed == "gz");
  CHECK(ask(path, "accept-encoding", "gzip, deflate, br").fixed == "br");
  CHECK(header(ask(path, "accept-encoding", "gzip, br"), "Content-Encoding") == "br");
  CHECK(ask(path, "accept-encoding", "br;q=0, gzip").fixed == "gz");
  CHECK(ask(path, "accept-encoding", "br").type == "text/javascript; charset=utf-8");
}

TEST_CASE("assets are kept for ever, pages are asked for again") {
  CHECK(header(ask("/assets/main-1a2b.js"), "Cache-Control") ==
        "public, max-age=31536000, immutable");
  CHECK(header(ask("/"), "Cache-Control") == "no-cache");
}

TEST_CASE("a browser that holds the page is told so without its bytes") {
  const auto first = ask("/");
  const auto again = ask("/", "if-none-match", header(first, "ETag"));
  CHECK(again.status == 304);
  CHECK(again.fixed.empty());
  CHECK(ask("/s/1/desk", "if-none-match", header(first, "ETag")).status == 200);
}

TEST_CASE("a program without its pages says what to do") {
  s::request r;
  r.path = "/";
  const auto a = s::page_answer({}, r);
  CHECK(a.status == 503);
  CHECK(a.text.find("npm run build") != std::string::npos);
}
