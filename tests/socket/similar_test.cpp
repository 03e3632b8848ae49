// Similar ideas on the wire: the answer, its rate, and what a text that may not be is told.
#include "limits.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace t = viche::test;
namespace limits = viche::limits;

namespace {

const std::string question_id = "similar-of-a-test-01";

std::string question(const std::string& with_id, const std::string& text) {
  return R"({"type":"similar","id":")" + with_id + R"(","text":")" + text + R"("})";
}

std::string ask(t::wire_client& c, const std::string& with_id, const std::string& text) {
  c.send(question(with_id, text));
  return c.receive_with('"' + with_id + '"');
}

std::string busy(const std::string& with_id) {
  return R"({"type":"refusal","id":")" + with_id + R"(","refusal":"rate_limited","kind":"later"})";
}

std::string answered(const std::string& with_id, const std::string& ideas) {
  return R"({"type":"similar","id":")" + with_id + R"(","ideas":[)" + ideas + "]}";
}

// Submits an idea; its seq.
std::string submit(t::wire_client& c, const std::string& text,
                   const std::string& with_id = "idea-of-a-test-0001") {
  c.send(t::op(with_id, R"("kind":"submit_idea","text":")" + text +
                            R"(","areas":["health"],"table":0,"channel":"phone")"));
  const auto ack = c.receive_with(R"({"type":"ack","id":")" + with_id + '"');
  const auto at = ack.find(R"("seq":)") + 6;
  return ack.substr(at, ack.find('}', at) - at);
}

} // namespace

TEST_CASE("who types what somebody has written is answered with that idea") {
  const t::live_server s;
  s.open_phase("ideas");
  auto olena = s.person(t::pass_of("olena"));
  const auto seq = submit(olena, "Лікар щодня");
  auto petro = s.phone(t::pass_of("petro"));
  CHECK(ask(petro, question_id, "лікар щодня!") ==
        answered(question_id, R"({"idea":)" + seq + R"(,"alike":100})"));
  auto desk = s.desk();
  CHECK(ask(desk, question_id, "скейт-парк") == answered(question_id, ""));
}

TEST_CASE("a person asks once in a while, on all connections together, and nobody else waits") {
  const t::live_server s([](auto& doors) {
    CHECK(doors.bounds.similar_period_ms == limits::similar_period_ms);
    doors.bounds.similar_period_ms = 1'000'000'000;
  });
  auto olena = s.phone(t::pass_of("olena"));
  CHECK(ask(olena, question_id, "лікар") == answered(question_id, ""));
  CHECK(ask(olena, "similar-of-a-test-02", "лікар щ") == busy("similar-of-a-test-02"));
  auto second = s.phone(t::pass_of("olena"));
  CHECK(ask(second, "similar-of-a-test-03", "лікар") == busy("similar-of-a-test-03"));
  auto petro = s.phone(t::pass_of("petro"));
  CHECK(ask(petro, question_id, "лікар") == answered(question_id, ""));
}

TEST_CASE("a moderator is shown more, goes from one idea to the next, and not without end") {
  const t::live_server s;
  s.open_phase("ideas");
  auto olena = s.person(t::pass_of("olena"));
  for (std::size_t i = 0; i <= limits::similar_shown_to_staff_max; ++i)
    submit(olena, "Лікар щодня, " + std::to_string(i),
           "idea-of-a-test-" + std::to_string(1000 + i));
  auto desk = s.desk();
  std::size_t answers = 0;
  for (bool is_refused = false; !is_refused; ++answers) {
    REQUIRE(answers < 1000);
    const auto next = "similar-of-a-desk-" + std::to_string(100 + answers);
    const auto said = ask(desk, next, "лікар щодня");
    is_refused = said == busy(next);
    if (!is_refused) CHECK(std::ranges::count(said, '{') == 1 + limits::similar_shown_to_staff_max);
  }
  CHECK(answers > limits::staff_similar_burst);
}

TEST_CASE("when the while has passed the same person is answered again") {
  const t::live_server s([](auto& doors) { doors.bounds.similar_period_ms = 20; });
  auto c = s.phone(t::pass_of("olena"));
  CHECK(ask(c, question_id, "лікар") == answered(question_id, ""));
  bool is_answered = false;
  for (int n = 10; n < 100'000 && !is_answered; ++n) {
    const auto next = "similar-of-a-test-" + std::to_string(n);
    is_answered = ask(c, next, "лікар") == answered(next, "");
  }
  CHECK(is_answered);
}

TEST_CASE("a question that may not be is refused by name, and the page stays connected") {
  const t::live_server s([](auto& doors) { doors.bounds.similar_period_ms = 1'000'000'000; });
  auto c = s.phone(t::pass_of("olena"));
  std::string long_text;
  for (std::size_t i = 0; i <= limits::idea_graphemes_max; ++i)
    long_text += "ї";
  CHECK(ask(c, question_id, long_text) ==
        R"({"type":"refusal","id":")" + question_id +
            R"(","refusal":"text_too_long","kind":"final","field":"text","limit":600})");
  CHECK(ask(c, question_id, "лікар") == answered(question_id, "")); // and it cost nothing
}
