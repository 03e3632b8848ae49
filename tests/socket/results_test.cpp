// What everybody may read once results are published, and what nobody may before: the report's
// public edition, the page at /r/{code}, its feed.
#include "limits.hpp"
#include "socket/public_writings.hpp"
#include "support/has.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace t = viche::test;
namespace limits = viche::limits;
using viche::socket::public_writing;
using viche::socket::public_writings;
using viche::test::has;

namespace {

t::http_reply get(const t::live_server& s, const std::string& target, t::header_list headers = {}) {
  return t::http(s.port(), {.target = target, .headers = std::move(headers)});
}

t::http_reply report(const t::live_server& s, const std::string& format,
                     t::header_list headers = {}) {
  return get(s, "/api/sessions/" + s.code + "/report." + format, std::move(headers));
}

t::header_list desk_of(const t::live_server& s) {
  return {{"Authorization", "Bearer " + s.facilitator}};
}

void say(const t::live_server& s, const std::string& id, const std::string& fields) {
  auto desk = s.desk();
  desk.send(t::op("results-of-a-test-" + id, fields));
  desk.receive_with(R"("type":"ack")");
}

void publish(const t::live_server& s) {
  say(s, "publish", R"("kind":"publish_results")");
}

// One proposal, at the results, not yet published.
void play(const t::live_server& s) {
  s.open_phase("ideas");
  say(s, "idea",
      R"("kind":"submit_idea","areas":["health"],"table":0,"channel":"oral",)"
      R"("text":"Лікар щодня")");
  s.open_phase("results");
}

// The seq of the one idea, as the desk sees it.
std::string idea_of(const t::live_server& s) {
  auto desk = s.desk();
  const auto snapshot = desk.receive_with(R"("type":"snapshot")");
  const auto at = snapshot.find(R"("record":"idea","id":)") + 21;
  return snapshot.substr(at, snapshot.find(',', at) - at);
}

auto written(std::string bytes, viche::model::seq_t seq, std::int64_t begun_ms) {
  return std::make_shared<const public_writing>(
      public_writing{std::move(bytes), "", "", seq, begun_ms});
}

// What was written is looked at again for every seq.
void always_anew(viche::socket::doors& d) {
  d.public_writings =
      public_writings(limits::public_writings_max, limits::public_writings_bytes_max, 0);
}

} // namespace

TEST_CASE("without a desk's pass there is no report until the results are published") {
  const t::live_server s(always_anew);
  play(s);
  for (const auto* format : {"json", "csv", "html", "notice.txt", "news.txt"}) {
    CHECK(report(s, format).status == 403);
  }
  CHECK(report(s, "json").body == R"({"refusal":"link_unknown","kind":"final"})");
  CHECK(report(s, "json", desk_of(s)).status == 200);
  publish(s);
  CHECK(report(s, "json").status == 200);
  say(s, "withdraw", R"("kind":"withdraw_results")");
  CHECK(report(s, "json").status == 403);
  CHECK(has(get(s, "/r/" + s.code).body, "Результати ще не оприлюднено"));
}

TEST_CASE("what everybody gets is the public edition, whatever they ask for") {
  const t::live_server s;
  play(s);
  publish(s);
  const auto asked = report(s, "json?edition=working&authors=yes");
  CHECK(asked.status == 200);
  CHECK(!has(asked.body, "working"));
  CHECK(has(report(s, "json", desk_of(s)).body, "working"));
  CHECK(asked.body == report(s, "json").body);
}

TEST_CASE("a file is called the same for everybody and for the desk") {
  const t::live_server s;
  play(s);
  publish(s);
  for (const auto* format : {"zip", "csv"}) {
    const auto of_all = report(s, format).headers.at("content-disposition");
    CHECK(of_all == report(s, format, desk_of(s)).headers.at("content-disposition"));
  }
}

TEST_CASE("the address of the results is a page that says when to come back, and then the report") {
  const t::live_server s(always_anew);
  play(s);
  const auto before = get(s, "/r/" + s.code);
  CHECK(before.status == 200);
  CHECK(has(before.body, "Результати ще не оприлюднено"));
  CHECK(has(before.body, "href=\"/s/" + s.code + '"'));
  CHECK(before.headers.at("content-security-policy").starts_with("default-src 'none'"));
  publish(s);
  const auto page = get(s, "/r/" + s.code);
  CHECK(page.status == 200);
  CHECK(page.headers.at("content-type") == "text/html; charset=utf-8");
  CHECK(page.headers.at("content-security-policy").starts_with("default-src 'none'"));
  CHECK(page.headers.at("content-disposition").starts_with("inline"));
  CHECK(page.body == report(s, "html").body);
  CHECK(has(page.body, "Лікар щодня"));
  CHECK(has(get(s, "/r/" + s.code + "?language=en").body, "lang=\"en\""));
}

TEST_CASE("who reads the published page is led to the journal and its check on this server") {
  const t::live_server s(always_anew);
  play(s);
  publish(s);
  const auto target = "/r/" + s.code;
  const auto page = get(s, target);
  CHECK(has(page.body, "href=\"" + target + "/check?language=uk"));
  CHECK(has(page.body, "href=\"" + target + "/journal.jsonl\""));
  CHECK(get(s, target + "/journal.jsonl").status == 200);
  const auto check = get(s, target + "/check"); // 503: built without its pages
  CHECK((check.status == 200 || check.status == 503));
  CHECK(has(check.headers.at("content-security-policy"), "script-src 'self'"));
  CHECK(!has(check.headers.at("content-security-policy"), "unsafe"));
  CHECK(t::http(s.port(), {.method = "POST", .target = target + "/check"}).status == 405);
}

TEST_CASE("the page that waits speaks the language that is asked for, or the browser's") {
  const t::live_server s;
  const auto target = "/r/" + s.code;
  constexpr auto english = "The results are not published yet";
  CHECK(has(get(s, target + "?language=en").body, english));
  CHECK(has(get(s, target, {{"Accept-Language", "en-GB,en;q=0.9,uk;q=0.8"}}).body, english));
  CHECK(!has(get(s, target, {{"Accept-Language", "pl,uk;q=0.9,en;q=0.8"}}).body, english));
  CHECK(!has(get(s, target + "?language=uk", {{"Accept-Language", "en"}}).body, english));
}

TEST_CASE("an address of no session says so in a page, and what is below it is not there") {
  const t::live_server s;
  for (const auto* code : {"000000", "abc", "1%0d%0aX", ""}) {
    CAPTURE(code);
    const auto a = get(s, "/r/" + std::string(code));
    CHECK(a.status == 404);
    CHECK(has(a.body, "Такої сесії немає"));
    CHECK(!has(a.body, "%0d"));
  }
  CHECK(get(s, "/r/" + s.code + "/desk").status == 404);
  CHECK(t::http(s.port(), {.method = "POST", .target = "/r/" + s.code}).status == 405);
}

TEST_CASE("the feed is served once results are published") {
  const t::live_server s(always_anew);
  play(s);
  const auto target = "/r/" + s.code + "/feed.atom";
  CHECK(get(s, target).status == 403);
  publish(s);
  const auto feed = get(s, target);
  CHECK(feed.status == 200);
  CHECK(feed.headers.at("content-type") == "application/atom+xml; charset=utf-8");
  CHECK(has(feed.body, "Результати сесії оприлюднено"));
}

TEST_CASE("a browser that holds the newest results is told so") {
  const t::live_server s(always_anew);
  play(s);
  publish(s);
  const auto first = report(s, "csv");
  CHECK(first.headers.at("cache-control") == "no-cache");
  const auto etag = first.headers.at("etag");
  const auto again = report(s, "csv", {{"If-None-Match", etag}});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  say(s, "correct", R"("kind":"redact_idea","idea":)" + idea_of(s) + R"(,"text":"Лікар ▮▮▮")");
  CHECK(report(s, "csv", {{"If-None-Match", etag}}).status == 200);
}

TEST_CASE("several people who ask at once get one writing") {
  const t::live_server s;
  play(s);
  publish(s);
  std::vector<std::string> etags(8);
  std::vector<std::thread> people;
  for (auto& etag : etags) {
    people.emplace_back([&s, &etag] { etag = report(s, "html").headers.at("etag"); });
  }
  for (auto& one : people)
    one.join();
  for (const auto& etag : etags)
    CHECK(etag == etags.front());
}

TEST_CASE("while a session goes on its public report is written once in a period") {
  const t::live_server s([](auto& d) {
    d.public_writings =
        public_writings(limits::public_writings_max, limits::public_writings_bytes_max, 3'600'000);
  });
  play(s);
  publish(s);
  const auto first = report(s, "news.txt").body;
  say(s, "title", R"("kind":"set_branding","partners":"Школа","logo":"")");
  CHECK(report(s, "news.txt").body == first);
}

TEST_CASE("what is blackened or withdrawn is gone at once, in every format") {
  const t::live_server s([](auto& d) {
    d.public_writings =
        public_writings(limits::public_writings_max, limits::public_writings_bytes_max, 3'600'000);
  });
  play(s);
  publish(s);
  const std::vector<std::string> formats{"csv", "html", "json"};
  for (const auto& format : formats)
    CHECK(has(report(s, format).body, "Лікар щодня"));
  say(s, "correct", R"("kind":"redact_idea","idea":)" + idea_of(s) + R"(,"text":"Лікар ▮▮▮")");
  for (const auto& format : formats)
    CHECK(!has(report(s, format).body, "Лікар щодня"));
}

TEST_CASE("what was written before something was taken back is given up, of that session only") {
  public_writings all(limits::public_writings_max, limits::public_writings_bytes_max, 1000);
  all.keep("482913 uk csv", written("seven", 7, 5000));
  all.keep("482913 uk html", written("nine", 9, 5000));
  all.keep("482914 uk csv", written("two", 2, 5000));
  all.forget("482913", 8);
  CHECK(all.find("482913 uk csv", 7, 5000) == nullptr);
  CHECK(all.find("482913 uk html", 9, 5000) != nullptr);
  CHECK(all.find("482914 uk csv", 2, 5000) != nullptr);
  CHECK(all.bytes() == 7);
}

TEST_CASE("what was written is kept by name, for its seq or for its period") {
  constexpr auto period_ms = limits::public_writing_period_ms;
  public_writings all(limits::public_writings_max, limits::public_writings_bytes_max, period_ms);
  all.keep("a", written("seven", 7, 5000));
  CHECK(all.find("a", 7, 90'000)->bytes == "seven");
  CHECK(all.find("a", 8, 5000 + period_ms - 1)->bytes == "seven");
  CHECK(all.find("a", 8, 5000 + period_ms) == nullptr);
  CHECK(all.find("b", 7, 5000) == nullptr);
  all.keep("a", written("eight", 8, 6000));
  CHECK(all.count() == 1);
  CHECK(all.bytes() == 5);
}

TEST_CASE("what nobody asked for longest makes room") {
  public_writings few(2, 100, 0);
  few.keep("a", written("1", 1, 0));
  few.keep("b", written("2", 1, 0));
  REQUIRE(few.find("a", 1, 0) != nullptr);
  few.keep("c", written("3", 1, 0));
  CHECK(few.find("b", 1, 0) == nullptr);
  CHECK(few.count() == 2);
  few.keep("d", written(std::string(99, 'x'), 1, 0));
  CHECK(few.count() == 2); // «c» is gone, one byte is left for «a»
  CHECK(few.bytes() == 100);
  few.keep("e", written(std::string(101, 'x'), 1, 0));
  CHECK(few.find("e", 1, 0) == nullptr);
  CHECK(few.bytes() == 100);
}

TEST_CASE("a notice says when the session begins, as the desk asked") {
  const t::live_server s;
  const auto text = report(s, "notice.txt?begins=1795424400000", desk_of(s)).body;
  CHECK(has(text, "Дата і час: 23 листопада 2026 року, початок о 11:00."));
  CHECK(!has(report(s, "notice.txt?begins=x", desk_of(s)).body, "Дата і час"));
}

TEST_CASE("news name the address of the results where the server has a name") {
  const t::live_server s;
  play(s);
  publish(s);
  const auto asked_as = [&](const std::string& host) {
    const auto reply = t::raw_http(s.port(), "GET /api/sessions/" + s.code +
                                                 "/report.news.txt HTTP/1.1\r\nHost: " + host +
                                                 "\r\nConnection: close\r\nAuthorization: Bearer " +
                                                 s.facilitator + "\r\n\r\n");
    return has(reply, "/r/" + s.code);
  };
  CHECK(asked_as("viche.example.org"));
  CHECK(!asked_as("192.168.1.10:8080"));
  CHECK(!asked_as("localhost:8080"));
  CHECK(!asked_as("[::1]:8080"));
}
