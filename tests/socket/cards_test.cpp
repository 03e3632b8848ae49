// The doors of cards and links: what the server prints there is shown once, a card is used at its
// door alone, and guessing its digits comes to an end.
#include "limits.hpp"
#include "support/live_server.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <latch>
#include <string>
#include <thread>
#include <vector>

namespace t = viche::test;
namespace limits = viche::limits;
namespace json = boost::json;

namespace {

t::http_reply post_as(const t::live_server& s, const std::string& door, const std::string& body,
                      const std::string& bearer) {
  return t::http(s.port(), {.method = "POST",
                            .target = "/api/sessions/" + s.code + door,
                            .body = body,
                            .headers = {{"Authorization", "Bearer " + bearer}}});
}

struct card {
  std::string code;
  std::string digits;
};

std::vector<card> printed(const t::live_server& s, int count) {
  const auto a = post_as(s, "/cards", R"({"count":)" + std::to_string(count) + '}', s.facilitator);
  REQUIRE(a.status == 200);
  std::vector<card> out;
  const auto body = json::parse(a.body);
  for (const auto& c : body.at("cards").as_array()) {
    out.push_back({std::string(c.at("code").as_string()), std::string(c.at("digits").as_string())});
  }
  return out;
}

std::string by_digits(const std::string& digits) {
  return R"({"digits":")" + digits + "\"}";
}
std::string by_code(const std::string& code) {
  return R"({"code":")" + code + "\"}";
}

// Eight digits that no card of these has.
std::string wrong_digits(const std::vector<card>& cards) {
  for (int n = 10'000'000;; ++n) {
    const auto digits = std::to_string(n);
    const bool is_right =
        std::any_of(cards.begin(), cards.end(), [&](const card& c) { return c.digits == digits; });
    if (!is_right) return digits;
  }
}

std::string refusal_of(const t::http_reply& a) {
  return std::string(json::parse(a.body).at("refusal").as_string());
}

} // namespace

TEST_CASE("a card is used by its QR or its digits, by one device") {
  const t::live_server s;
  const auto cards = printed(s, 2);
  const auto olena = s.person(t::pass_of("olena"));
  const auto petro = s.person(t::pass_of("petro"));
  CHECK(post_as(s, "/card", by_code(cards[0].code), t::pass_of("olena")).body == R"({"card":1})");
  CHECK(post_as(s, "/card", by_digits(cards[0].digits), t::pass_of("olena")).body ==
        R"({"card":1})");
  const auto taken = post_as(s, "/card", by_digits(cards[0].digits), t::pass_of("petro"));
  CHECK(refusal_of(taken) == "card_taken");
  CHECK(post_as(s, "/card", by_digits(cards[1].digits), t::pass_of("petro")).body ==
        R"({"card":2})");
}

TEST_CASE("only facilitators have cards and links made; a resident's pass is no link") {
  const t::live_server s;
  const auto olena = s.person(t::pass_of("olena"));
  for (const auto& who : {t::pass_of("olena"), s.operator_, s.board, std::string()}) {
    CHECK(refusal_of(post_as(s, "/cards", R"({"count":1})", who)) == "link_unknown");
    CHECK(refusal_of(post_as(s, "/cards", R"({"replace":1})", who)) == "link_unknown");
    CHECK(refusal_of(post_as(s, "/links", R"({"role":"facilitator"})", who)) == "link_unknown");
  }
  const auto traded = post_as(s, "/trade", R"({"secret":")" + t::pass_of("olena") + "\"}", "");
  CHECK(refusal_of(traded) == "link_unknown");
  CHECK(traded.headers.count("set-cookie") == 0);
}

TEST_CASE("no cards, too many of them, and cards beside a replacement are refused") {
  const t::live_server s;
  const auto too_many = R"({"count":)" + std::to_string(limits::cards_together_max + 1) + '}';
  for (const auto& body : {too_many, std::string("{}"), std::string(R"({"count":1,"replace":1})")})
    CHECK(refusal_of(post_as(s, "/cards", body, s.facilitator)) == "request_malformed");
  CHECK(refusal_of(post_as(s, "/cards", R"({"count":0})", s.facilitator)) == "value_out_of_range");
  CHECK(refusal_of(post_as(s, "/cards", R"({"replace":1})", s.facilitator)) == "card_unknown");
}

TEST_CASE("a resident's pass opens no page of staff, whatever the page says it is") {
  const t::live_server s;
  const auto olena = s.person(t::pass_of("olena"));
  for (const auto* page : {"desk", "operator", "board"}) {
    for (const auto* as : {"pass", "secret"}) {
      t::wire_client c(s.port(), {.code = s.code});
      c.send(t::hello(page, R"(,")" + std::string(as) + R"(":")" + t::pass_of("olena") + '"'));
      CHECK(c.receive().find(R"("refusal":"link_unknown")") != std::string::npos);
      CHECK(c.closed_with() == 4204);
    }
  }
}

TEST_CASE("nobody makes a card or a link, or uses one, past the doors") {
  const t::live_server s;
  const std::string hash(32, 'a');
  const std::string codes =
      R"({"code":")" + hash + R"(","digits":")" + std::string(32, 'b') + "\"}";
  auto desk = s.desk();
  auto olena = s.person(t::pass_of("olena"));
  const auto is_refused = [](t::wire_client& c, const std::string& id, const std::string& fields) {
    c.send(t::op(id, fields));
    return c.receive_with('"' + id + '"').find(R"("refusal":"not_allowed")") != std::string::npos;
  };
  CHECK(is_refused(desk, "op-of-a-test-0001",
                   R"("kind":"issue_cards","first":1,"cards":[)" + codes + ']'));
  CHECK(is_refused(desk, "op-of-a-test-0002",
                   R"("kind":"replace_card","card":1,"by_card":)" + codes));
  CHECK(
      is_refused(desk, "op-of-a-test-0003",
                 R"("kind":"add_link","role":"facilitator","hash":")" + hash + R"(","called":"")"));
  CHECK(is_refused(olena, "op-of-a-test-0004", R"("kind":"use_card","code":")" + hash + '"'));
}

TEST_CASE("who has not joined learns nothing of cards, right or wrong") {
  const t::live_server s;
  const auto cards = printed(s, 1);
  for (const auto& digits : {cards[0].digits, wrong_digits(cards)}) {
    const auto a = post_as(s, "/card", by_digits(digits), t::pass_of("nobody"));
    CHECK(refusal_of(a) == "not_joined");
  }
}

TEST_CASE("a person's wrong digits run out, and nobody else's with them") {
  const t::live_server s;
  const auto cards = printed(s, 2);
  const auto olena = s.person(t::pass_of("olena"));
  const auto petro = s.person(t::pass_of("petro"));
  for (int i = 0; i < static_cast<int>(limits::wrong_digits_burst); ++i) {
    const auto a = post_as(s, "/card", by_digits(wrong_digits(cards)), t::pass_of("olena"));
    CHECK(refusal_of(a) == "card_unknown");
  }
  const auto late = post_as(s, "/card", by_digits(cards[0].digits), t::pass_of("olena"));
  CHECK(late.status == 429);
  CHECK(refusal_of(late) == "rate_limited");
  CHECK(post_as(s, "/card", by_code(cards[0].code), t::pass_of("olena")).status == 200);
  CHECK(post_as(s, "/card", by_digits(cards[1].digits), t::pass_of("petro")).status == 200);
}

TEST_CASE("guesses that are sent all at once are as many as those sent one by one") {
  const t::live_server s([](auto& doors) { doors.bounds.ops_burst = 1000; });
  const auto cards = printed(s, 1);
  const auto olena = s.person(t::pass_of("olena"));
  constexpr int tries = 60;
  std::latch all_there(tries);
  std::atomic<int> guesses = 0;
  std::vector<std::thread> at_once;
  for (int i = 0; i < tries; ++i) {
    at_once.emplace_back([&] {
      all_there.arrive_and_wait();
      const auto a = post_as(s, "/card", by_digits(wrong_digits(cards)), t::pass_of("olena"));
      if (refusal_of(a) == "card_unknown") ++guesses;
    });
  }
  for (auto& one : at_once)
    one.join();
  CHECK(guesses == static_cast<int>(limits::wrong_digits_burst));
}

TEST_CASE("right digits cost no tries, however often they are sent") {
  const t::live_server s([](auto& doors) { doors.bounds.ops_burst = 1000; });
  const auto cards = printed(s, 1);
  const auto olena = s.person(t::pass_of("olena"));
  const auto use = [&] {
    return post_as(s, "/card", by_digits(cards[0].digits), t::pass_of("olena")).status;
  };
  for (int i = 0; i < 3 * static_cast<int>(limits::wrong_cards_burst); ++i)
    CHECK(use() == 200);
}

TEST_CASE("joining anew for each guess brings no more guesses; the QR never waits") {
  const t::live_server s;
  const auto cards = printed(s, 1);
  const auto burst = static_cast<int>(limits::wrong_cards_burst);
  int guesses = 0;
  std::vector<t::wire_client> people;
  for (int i = 0; i < burst + 10; ++i) {
    const auto pass = t::pass_of("guesser-" + std::to_string(i));
    people.push_back(s.person(pass));
    const auto a = post_as(s, "/card", by_digits(wrong_digits(cards)), pass);
    if (refusal_of(a) != "card_unknown") break;
    ++guesses;
  }
  CHECK(guesses >= burst);
  CHECK(guesses < burst + 10); // some come back while the test runs: wrong_cards_per_second
  const auto olena = s.person(t::pass_of("olena"));
  CHECK(post_as(s, "/card", by_code(cards[0].code), t::pass_of("olena")).status == 200);
}

TEST_CASE("using the same card again and again is bounded like any op") {
  const t::live_server s([](auto& doors) {
    doors.bounds.ops_per_second = 0.001;
    doors.bounds.ops_burst = 3; // one of them to join
  });
  const auto cards = printed(s, 1);
  const auto olena = s.person(t::pass_of("olena"));
  const auto use = [&] { return post_as(s, "/card", by_code(cards[0].code), t::pass_of("olena")); };
  CHECK(use().status == 200);
  CHECK(use().status == 200);
  CHECK(refusal_of(use()) == "rate_limited");
}

TEST_CASE("a card that was replaced is void by both its codes; the new one is used") {
  const t::live_server s;
  const auto cards = printed(s, 1);
  const auto olena = s.person(t::pass_of("olena"));
  const auto a = post_as(s, "/cards", R"({"replace":1})", s.facilitator);
  REQUIRE(a.status == 200);
  const auto made = json::parse(a.body);
  CHECK(made.at("first") == 2);
  CHECK(refusal_of(post_as(s, "/card", by_code(cards[0].code), t::pass_of("olena"))) ==
        "card_void");
  CHECK(refusal_of(post_as(s, "/card", by_digits(cards[0].digits), t::pass_of("olena"))) ==
        "card_void");
  const std::string code(made.at("cards").at(0).at("code").as_string());
  CHECK(post_as(s, "/card", by_code(code), t::pass_of("olena")).body == R"({"card":2})");
}

TEST_CASE("a card is not used once voting is over, nor after the close") {
  const t::live_server s;
  const auto cards = printed(s, 1);
  const auto olena = s.person(t::pass_of("olena"));
  s.open_phase("results");
  const auto over = post_as(s, "/card", by_code(cards[0].code), t::pass_of("olena"));
  CHECK(refusal_of(over) == "wrong_phase");
  s.open_phase("closed");
  const auto closed = post_as(s, "/card", by_code(cards[0].code), t::pass_of("olena"));
  CHECK(refusal_of(closed) == "session_closed");
}

TEST_CASE("a made link opens its page until it is withdrawn; then its open tab is closed") {
  const t::live_server s;
  const auto a = post_as(s, "/links", R"({"role":"facilitator","called":"Марія"})", s.facilitator);
  REQUIRE(a.status == 200);
  const auto made = json::parse(a.body);
  const std::string secret(made.at("secret").as_string());
  const std::string id(made.at("id").as_string());
  t::wire_client tab(s.port(), {.code = s.code});
  tab.send(t::hello("desk", R"(,"secret":")" + secret + '"'));
  tab.receive_with(R"("type":"snapshot")");
  auto desk = s.desk();
  desk.send(t::op("op-of-a-test-0001", R"("kind":"withdraw_link","link":")" + id + '"'));
  desk.receive_with(R"("type":"ack")");
  CHECK(tab.closed_with() == 4205);
  t::wire_client again(s.port(), {.code = s.code});
  again.send(t::hello("desk", R"(,"secret":")" + secret + '"'));
  CHECK(again.receive().find(R"("refusal":"link_unknown")") != std::string::npos);
  CHECK(again.closed_with() == 4204);
  CHECK(refusal_of(post_as(s, "/cards", R"({"count":1})", secret)) == "link_unknown");
}
