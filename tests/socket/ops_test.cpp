// What a resident's op is answered on the wire: each refusal by its name, each resend as before.
// The connection stays open through all of them.
#include "limits.hpp"
#include "support/live_server.hpp"

#include <doctest/doctest.h>

namespace t = viche::test;
namespace limits = viche::limits;

namespace {

// Sends the op and passes over everything but its ack or refusal.
std::string answer(t::wire_client& c, const std::string& id, const std::string& fields) {
  c.send(t::op(id, fields));
  for (;;) {
    auto text = c.receive_with('"' + id + '"');
    if (text.starts_with(R"({"type":"ack")") || text.starts_with(R"({"type":"refusal")")) {
      return text;
    }
  }
}

std::string refused_op(const std::string& id, const std::string& name_and_more) {
  return R"({"type":"refusal","id":")" + id + R"(","refusal":)" + name_and_more + '}';
}

std::string idea(const std::string& text, const std::string& areas = R"(["roads"])") {
  return R"("kind":"submit_idea","text":")" + text + R"(","areas":)" + areas +
         R"(,"table":0,"channel":"phone")";
}

std::string vote(const std::string& idea_seq) {
  return R"("kind":"cast_vote","idea":)" + idea_seq;
}

std::string seq_of(const std::string& ack) {
  const auto at = ack.find(R"("seq":)") + 6;
  return ack.substr(at, ack.find('}', at) - at);
}

const std::string op_id = "op-of-a-test-0001";

struct in_ideas {
  t::live_server s;
  t::wire_client c = open();
  t::wire_client open() const {
    s.open_phase("ideas");
    return s.person(t::pass_of("olena"));
  }
};

} // namespace

TEST_CASE("an idea is acknowledged with its place, and a resend gets the same") {
  in_ideas in;
  const auto first = answer(in.c, op_id, idea("Лікар щодня"));
  CHECK(first == R"({"type":"ack","id":")" + op_id + R"(","seq":4})");
  CHECK(answer(in.c, op_id, idea("Лікар щодня")) == first);
  auto again = in.s.phone(t::pass_of("olena"));
  CHECK(answer(again, op_id, idea("Лікар щодня")) == first);
}

TEST_CASE("an idea before its phase is refused") {
  const t::live_server s;
  auto c = s.person(t::pass_of("olena"));
  CHECK(answer(c, op_id, idea("Лікар щодня")) ==
        refused_op(op_id, R"("wrong_phase","kind":"final")"));
}

TEST_CASE("texts that may not be are refused by name, and the page stays connected") {
  in_ideas in;
  CHECK(answer(in.c, op_id, idea("")).find(R"("text_empty","kind":"final")") != std::string::npos);
  CHECK(answer(in.c, op_id, idea("  \\n ")).find("text_empty") != std::string::npos);
  std::string long_text;
  for (std::size_t i = 0; i <= limits::idea_graphemes_max; ++i)
    long_text += "ї";
  CHECK(answer(in.c, op_id, idea(long_text)) ==
        refused_op(op_id, R"("text_too_long","kind":"final","field":"text","limit":600)"));
  for (const auto* sign : {"\\u0007", "\\u202e", "\\u2066"}) {
    CAPTURE(sign);
    CHECK(answer(in.c, op_id, idea(std::string("Лікар") + sign + " щодня"))
              .find(R"("text_forbidden","kind":"final")") != std::string::npos);
  }
  CHECK(answer(in.c, op_id, idea("Лікар щодня")).starts_with(R"({"type":"ack")"));
}

TEST_CASE("half a surrogate pair is no text at all, and closes the connection") {
  in_ideas in;
  in.c.send(t::op(op_id, idea("Лікар \\ud800 щодня")));
  CHECK(in.c.closed_with() == 4200);
}

TEST_CASE("areas that may not be are refused by name") {
  in_ideas in;
  CHECK(answer(in.c, op_id, idea("Лікар щодня", R"(["sea"])")).find("area_unknown") !=
        std::string::npos);
  CHECK(answer(in.c, op_id, idea("Лікар щодня", "[]")).find("area_count") != std::string::npos);
}

TEST_CASE("an op that cannot be read is refused, not closed") {
  in_ideas in;
  CHECK(answer(in.c, op_id, R"("kind":"dance")").find("op_unknown") != std::string::npos);
  CHECK(answer(in.c, op_id, R"("kind":"cast_vote")").find("op_malformed") != std::string::npos);
  in.c.send(t::op("short", idea("Лікар щодня")));
  CHECK(in.c.receive_with("refusal").find(R"("op_id_malformed")") != std::string::npos);
}

TEST_CASE("a resident may not do what a facilitator does") {
  in_ideas in;
  CHECK(answer(in.c, op_id, R"("kind":"open_phase","phase":"vote","minutes":0)") ==
        refused_op(op_id, R"("not_allowed","kind":"final")"));
}

TEST_CASE("in a pause an op is to be sent again later, after the end never") {
  in_ideas in;
  auto desk = in.s.desk();
  answer(desk, "pause-of-a-test-01", R"("kind":"pause","reason":"air_raid")");
  CHECK(answer(in.c, op_id, idea("Лікар щодня")) ==
        refused_op(op_id, R"("paused","kind":"later")"));
  answer(desk, "resume-of-a-test-1", R"("kind":"resume")");
  CHECK(answer(in.c, op_id, idea("Лікар щодня")).starts_with(R"({"type":"ack")"));
  in.s.open_phase("closed");
  CHECK(answer(in.c, "op-of-a-test-0002", idea("Друга ідея")) ==
        refused_op("op-of-a-test-0002", R"("session_closed","kind":"final")"));
}

TEST_CASE("votes end when they are spent, and each idea takes one") {
  in_ideas in;
  std::vector<std::string> ideas;
  for (int i = 0; i < 3; ++i) {
    const auto n = std::to_string(i);
    ideas.push_back(seq_of(answer(in.c, "idea-of-a-test-00" + n, idea("Ідея номер " + n))));
  }
  in.s.open_phase("vote");
  CHECK(answer(in.c, "vote-of-a-test-001", vote(ideas[0])).starts_with(R"({"type":"ack")"));
  CHECK(answer(in.c, "vote-of-a-test-002", vote(ideas[0])).find("vote_stands_already") !=
        std::string::npos);
  CHECK(answer(in.c, "vote-of-a-test-003", vote(ideas[1])).starts_with(R"({"type":"ack")"));
  CHECK(answer(in.c, "vote-of-a-test-004", vote(ideas[2])).find(R"("no_votes_left")") !=
        std::string::npos);
  CHECK(answer(in.c, "vote-of-a-test-005", vote("999")).find("idea_unknown") != std::string::npos);
}

TEST_CASE("who sends ops too fast is told to send them later, on every connection it has") {
  const t::live_server s([](auto& doors) {
    doors.bounds.ops_per_second = 0;
    doors.bounds.ops_burst = 2;
  });
  auto c = s.phone(t::pass_of("olena"));
  const auto no = R"("kind":"withdraw_vote","idea":1)";
  CHECK(answer(c, "op-of-a-test-0001", no).find("wrong_phase") != std::string::npos);
  auto second = s.phone(t::pass_of("olena"));
  CHECK(answer(second, "op-of-a-test-0002", no).find("wrong_phase") != std::string::npos);
  CHECK(answer(second, "op-of-a-test-0003", no) ==
        refused_op("op-of-a-test-0003", R"("rate_limited","kind":"later")"));
  CHECK(answer(c, "op-of-a-test-0004", no).find("rate_limited") != std::string::npos);
  auto other = s.phone(t::pass_of("petro"));
  CHECK(answer(other, "op-of-a-test-0005", no).find("wrong_phase") != std::string::npos);
}

TEST_CASE("a staff link has a rate of its own") {
  const t::live_server s([](auto& doors) {
    doors.bounds.ops_burst = 0;
    doors.bounds.staff_ops_per_second = 0;
    doors.bounds.staff_ops_burst = 1;
  });
  auto desk = s.desk();
  const auto no = R"("kind":"resume")";
  CHECK(answer(desk, "op-of-a-test-0001", no).find("not_paused") != std::string::npos);
  CHECK(answer(desk, "op-of-a-test-0002", no).find("rate_limited") != std::string::npos);
}
