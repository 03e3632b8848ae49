// A page's side of the protocol: hello, one op at a time, resends, waiting, giving up.
#include "rehearse/page.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

using namespace viche::rehearse;
using verdict = page::verdict;

namespace {

constexpr steady_us second = 1'000'000;

boost::json::object read(const std::optional<std::string>& frame) {
  REQUIRE(frame.has_value());
  return boost::json::parse(*frame).get_object();
}

std::string id_of(const std::optional<std::string>& frame) {
  const auto o = read(frame);
  return std::string(text_in(&o, "id"));
}

std::string ack(const std::string& id, int seq) {
  return R"({"type":"ack","id":")" + id + R"(","seq":)" + std::to_string(seq) + "}";
}

std::string refusal(const std::string& id, const char* why, const char* kind) {
  return R"({"type":"refusal","id":")" + id + R"(","refusal":")" + why + R"(","kind":")" + kind +
         R"("})";
}

std::string snapshot(const char* pause) {
  return R"({"type":"snapshot","epoch":"e1","seq":5,"puts":[
    {"record":"phase","id":0,"value":{"phase":"ideas","pause":)" +
         std::string(pause) + "}}]}";
}

std::string resumed() {
  return R"({"type":"delta","after":5,"seq":6,"drops":[],"puts":[
    {"record":"phase","id":0,"value":{"phase":"ideas","pause":null}}]})";
}

// Connected, welcome, with a snapshot.
page at_work(const char* pause = "null") {
  page p({.page = "phone", .slot = 3}, 1);
  p.opened();
  p.next_frame(0);
  p.received(R"({"type":"welcome","epoch":"e1"})", 0);
  p.received(snapshot(pause), 0);
  return p;
}

const boost::json::object vote{{"kind", "cast_vote"}, {"idea", 7}};

} // namespace

TEST_CASE("hello comes first and nothing else before the welcome") {
  page p({.page = "phone", .slot = 3}, 1);
  p.send(vote);
  CHECK_FALSE(p.next_frame(0).has_value()); // no socket yet
  p.opened();
  const auto hello = read(p.next_frame(0));
  CHECK(text_in(&hello, "type") == "hello");
  CHECK(number_in(&hello, "slot") == 3);
  CHECK_FALSE(hello.contains("held"));
  CHECK_FALSE(p.next_frame(0).has_value());
}

TEST_CASE("who comes back says what they hold") {
  auto p = at_work();
  p.lost();
  p.opened();
  const auto hello = read(p.next_frame(0));
  const auto* held = hello.at("held").if_object();
  CHECK(text_in(held, "epoch") == "e1");
  CHECK(number_in(held, "seq") == 5);
}

TEST_CASE("ops go one by one, each with an id of its own") {
  auto p = at_work();
  const auto first = p.send(vote);
  const auto second_vote = p.send(vote);
  const auto id = id_of(p.next_frame(0));
  CHECK(id.size() >= 16);
  CHECK_FALSE(p.next_frame(0).has_value());
  p.received(ack(id, 9), 300);
  CHECK(p.answer_to(first)->seq == 9);
  CHECK(p.answer_to(second_vote) == nullptr);
  CHECK(id_of(p.next_frame(400)) != id);
  CHECK(p.lived().ack_times == std::vector<steady_us>{300});
}

TEST_CASE("an op in flight when the link breaks goes again with the same id") {
  auto p = at_work();
  const auto t = p.send(vote);
  const auto id = id_of(p.next_frame(0));
  p.lost();
  p.opened();
  p.next_frame(0); // hello
  p.received(R"({"type":"welcome","epoch":"e1"})", 0);
  CHECK(id_of(p.next_frame(0)) == id);
  p.received(ack(id, 9), 0);
  p.received(ack(id, 9), 0); // the first answer, late
  CHECK(p.answer_to(t)->seq == 9);
  CHECK(p.is_idle());
  CHECK(p.lived().acked == 1);
  CHECK(p.lived().reconnects == 1);
}

TEST_CASE("refused for later it is sent again unchanged, after a while") {
  auto p = at_work();
  p.send(vote);
  const auto id = id_of(p.next_frame(0));
  p.received(refusal(id, "rate_limited", "later"), 0);
  CHECK_FALSE(p.next_frame(0).has_value());
  CHECK(p.next_due() <= second);
  CHECK(id_of(p.next_frame(p.next_due())) == id);
  CHECK(p.lived().later == 1);
}

TEST_CASE("what was refused in a pause goes out when the pause ends") {
  auto p = at_work(R"({"reason":"air_raid","since":1})");
  p.send(vote);
  const auto id = id_of(p.next_frame(0));
  p.received(refusal(id, "paused", "later"), 0);
  CHECK_FALSE(p.next_frame(second).has_value());
  p.received(resumed(), second);
  CHECK(id_of(p.next_frame(second)) == id);
}

TEST_CASE("refused for good it is answered, remembered and not sent again") {
  auto p = at_work();
  const auto t = p.send(vote);
  p.received(refusal(id_of(p.next_frame(0)), "idea_hidden", "final"), 0);
  CHECK_FALSE(p.answer_to(t)->seq.has_value());
  CHECK(p.lived().refused == std::vector<std::string>{"cast_vote: idea_hidden"});
  CHECK(p.is_idle());
}

TEST_CASE("a gap brings the page back with what it holds") {
  auto p = at_work();
  CHECK(p.received(R"({"type":"delta","after":8,"seq":9,"puts":[],"drops":[]})", 0) ==
        verdict::come_back);
  CHECK(p.lived().gaps == 1);
}

TEST_CASE("another log makes the page forget what it held") {
  auto p = at_work();
  p.lost();
  p.opened();
  p.received(R"({"type":"welcome","epoch":"e2"})", 0);
  CHECK(p.held().shared().empty());
}

TEST_CASE("a page that is not let in, or hears nonsense, gives up and says why") {
  for (const auto* text :
       {R"({"type":"refusal","id":null,"refusal":"pass_missing","kind":"final"})",
        R"({"type":"gossip"})", R"([1])", R"({"type":"snapshot"})"}) {
    CAPTURE(text);
    auto p = at_work();
    CHECK(p.received(text, 0) == verdict::give_up);
    CHECK_FALSE(p.trouble().empty());
  }
}

TEST_CASE("what is told beside the records changes nothing that is held") {
  for (const auto* told :
       {R"({"type":"presence","connected":3})", R"({"type":"turnout","voted":2})",
        R"({"type":"pong","at":1,"now":2})", R"({"type":"head","seq":9,"hash":"00"})"}) {
    CAPTURE(told);
    auto p = at_work();
    CHECK(p.received(told, 0) == verdict::go_on);
  }
}

TEST_CASE("a silent page sends a ping every twenty seconds") {
  auto p = at_work();
  CHECK_FALSE(p.next_frame(19 * second).has_value());
  const auto ping = read(p.next_frame(20 * second));
  CHECK(text_in(&ping, "type") == "ping");
  CHECK(p.next_due() == 40 * second);
}
