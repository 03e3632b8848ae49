// The hub: who hears what when something changes, and what somebody who just came is told.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::audience;

TEST_CASE("who comes in is welcomed, gets a snapshot, their own things, and the turnout") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  const auto e = h.enter(anna);
  REQUIRE(e->heard.size() == 4);
  const auto welcome = e->last("welcome");
  CHECK(welcome.at("protocol") == 1);
  CHECK(welcome.at("epoch") == "5f0c9a1e2b7d4c33");
  CHECK(welcome.at("boot") == "a91b");
  CHECK(welcome.at("now") == h.s.time());
  CHECK(welcome.at("role") == "resident");
  CHECK(welcome.at("seq") == id);
  const auto snapshot = e->last("snapshot");
  CHECK(snapshot.at("seq") == id);
  CHECK(puts_of(snapshot, "idea").size() == 1);
  CHECK(puts_of(snapshot, "session").size() == 1);
  const auto mine = e->last("mine").at("mine");
  CHECK(mine.at("whole") == true);
  CHECK(puts_of(mine, "own_idea").size() == 1);
  CHECK(puts_of(mine, "me").size() == 1);
  CHECK(puts_of(mine, "votes").size() == 1);
  CHECK(e->last("turnout").at("voted") == 0);
}

TEST_CASE("the desk is told its presence too, the board is not") {
  small_hall h;
  CHECK(h.enter(desk)->all("presence").size() == 1);
  CHECK(h.enter(wall)->all("presence").empty());
  CHECK(h.enter(anna)->all("presence").empty());
}

TEST_CASE("staff have no ideas and votes of their own in what is theirs") {
  small_hall h;
  h.submit(desk, "Ідея зі столу");
  const auto mine = h.enter(desk)->last("mine").at("mine");
  CHECK(puts_of(mine, "own_idea").empty());
  CHECK(puts_of(mine, "votes").empty());
}

TEST_CASE("a whole hall that comes in at once is sent one snapshot, and each what is theirs") {
  small_hall h;
  h.submit(anna, "Лікар щодня");
  const auto a = h.enter(anna);
  const auto b = h.enter(bohdan);
  CHECK(a->heard.at(1) == b->heard.at(1)); // the same bytes, not equal ones
  CHECK(a->heard.at(2) != b->heard.at(2));
  CHECK(a->heard.at(1)->starts_with(R"({"type":"snapshot")"));
  CHECK(a->heard.at(2)->starts_with(R"({"type":"mine")"));
}

TEST_CASE("a change is told to everybody who sees it, once per audience and shared") {
  small_hall h;
  const auto b = h.present(bohdan);
  const auto v = h.present(vira);
  const auto w = h.present(wall);
  h.submit(anna, "Лікар щодня");
  REQUIRE(b->heard.size() == 1);
  REQUIRE(v->heard.size() == 1);
  REQUIRE(w->heard.size() == 1);
  CHECK(b->heard[0] == v->heard[0]); // the same bytes, not equal ones
  CHECK(b->heard[0] != w->heard[0]);
}

TEST_CASE("deltas follow one another without a gap: after is the seq of the one before") {
  small_hall h;
  const auto e = h.present(bohdan);
  const auto first = h.submit(anna, "Лікар щодня");
  const auto second = h.submit(anna, "Дорога");
  const auto deltas = e->all("delta");
  REQUIRE(deltas.size() == 2);
  CHECK(deltas[0].at("after") == 2);
  CHECK(deltas[0].at("seq") == first);
  CHECK(deltas[1].at("after") == first);
  CHECK(deltas[1].at("seq") == second);
}

TEST_CASE("an audience that sees nothing of a change gets nothing, and its next delta jumps") {
  small_hall h;
  const auto hidden = h.submit(anna, "Реклама");
  h.hide(hidden);
  const auto resident_ear = h.present(bohdan);
  const auto desk_ear = h.present(desk);
  h.does(desk, ops::tag_idea{hidden, slugs({"roads"})});
  CHECK(resident_ear->heard.empty());
  CHECK(desk_ear->all("delta").size() == 1);
  const auto seq = h.submit(anna, "Дорога");
  const auto delta = resident_ear->last("delta");
  CHECK(delta.at("after") == hidden + 1); // the hiding was the last thing residents were told
  CHECK(delta.at("seq") == seq);
}

TEST_CASE("a hidden idea is dropped for the hall, and stays with the desk") {
  small_hall h;
  const auto id = h.submit(anna, "Реклама");
  const auto b = h.present(bohdan);
  const auto w = h.present(wall);
  const auto d = h.present(desk);
  h.hide(id);
  for (const auto& e : {b, w}) {
    const auto drops = e->last("delta").at("drops").as_array();
    REQUIRE(drops.size() == 1);
    CHECK(drops[0].at("record") == "idea");
    CHECK(drops[0].at("id") == id);
  }
  const auto told = d->last("delta");
  CHECK(told.at("drops").as_array().empty());
  CHECK(puts_of(told, "idea").at(0).at("value").at("hidden") == "insult");
}

TEST_CASE("the text of a hidden idea is in no later frame of the hall") {
  small_hall h;
  const auto id = h.submit(anna, "Образлива ідея");
  h.hide(id);
  const auto b = h.enter(bohdan);
  const auto w = h.enter(wall);
  h.submit(vira, "Дорога");
  h.open(phase::vote);
  CHECK(b->take().find("Образлива") == std::string::npos);
  CHECK(w->take().find("Образлива") == std::string::npos);
}

TEST_CASE("its author keeps seeing a hidden idea, with the reason, in their own things") {
  small_hall h;
  const auto id = h.submit(anna, "Реклама");
  const auto a = h.present(anna);
  h.hide(id);
  const auto own = puts_of(a->last("delta").at("mine"), "own_idea");
  REQUIRE(own.size() == 1);
  CHECK(own[0].at("value").at("hidden") == "insult");
}

TEST_CASE("what is one person's own is heard by that person only") {
  small_hall h;
  const auto a = h.present(anna);
  const auto again = h.present(anna); // the same person on another device
  const auto b = h.present(bohdan);
  h.submit(anna, "Лікар щодня");
  CHECK(a->take().find("\"mine\"") != std::string::npos);
  CHECK(again->take().find("\"mine\"") != std::string::npos);
  CHECK(b->take().find("\"mine\"") == std::string::npos);
}

TEST_CASE("who merely votes gets a mine message, as nothing else changed for them") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  h.open(phase::vote);
  const auto b = h.present(bohdan);
  h.vote(bohdan, id);
  REQUIRE(b->heard.size() == 1);
  const auto mine = b->last("mine");
  CHECK(mine.at("seq") == id + 2);
  CHECK(mine.at("mine").at("whole") == false);
  const auto votes = puts_of(mine.at("mine"), "votes");
  REQUIRE(votes.size() == 1);
  CHECK(votes[0].at("value").at("left") == 2);
}

TEST_CASE("a vote that a merge moves is told to its voter within the delta") {
  small_hall h;
  const auto main = h.submit(anna, "Лікар щодня");
  const auto other = h.submit(anna, "Лікар щосуботи");
  h.open(phase::vote);
  h.vote(bohdan, other);
  const auto b = h.present(bohdan);
  h.does(desk, ops::merge_ideas{main, {other}});
  REQUIRE(b->heard.size() == 1);
  const auto votes = puts_of(b->last("delta").at("mine"), "votes");
  REQUIRE(votes.size() == 1);
  CHECK(votes[0].at("value").at("standing").at(0).at("on") == main);
}

TEST_CASE("when the votes per person change, everybody's votes left do") {
  small_hall h;
  const auto b = h.present(bohdan);
  const auto d = h.present(desk);
  auto set = village();
  set.votes_per_person = 7;
  h.does(desk, ops::configure_session{set});
  const auto votes = puts_of(b->last("delta").at("mine"), "votes");
  REQUIRE(votes.size() == 1);
  CHECK(votes[0].at("value").at("left") == 7);
  CHECK_FALSE(d->last("delta").contains("mine"));
}

TEST_CASE("who has left hears nothing more") {
  small_hall h;
  const auto b = h.present(bohdan);
  CHECK(h.hub.size() == 1);
  h.hub.leave(b);
  CHECK(h.hub.size() == 0);
  h.submit(anna, "Лікар щодня");
  CHECK(b->heard.empty());
}

TEST_CASE("a change that leaves every view as it was is told to nobody") {
  small_hall h;
  const auto w = h.present(wall);
  const auto d = h.present(desk);
  h.does(desk, ops::configure_session{village()});
  CHECK(w->heard.empty());
  CHECK(d->heard.empty());
}

TEST_CASE("several entries of one batch make one delta, with the seq of the last") {
  small_hall h;
  const auto b = h.present(bohdan);
  model::touched both;
  seq_t last = 0;
  for (const auto* text : {"Лікар щодня", "Дорога"}) {
    last = h.s.submit(anna, text);
    both.records.insert(h.s.touched().records.begin(), h.s.touched().records.end());
  }
  h.hub.publish(h.s.state(), both);
  REQUIRE(b->heard.size() == 1);
  const auto delta = b->last("delta");
  CHECK(delta.at("after") == 2);
  CHECK(delta.at("seq") == last);
  CHECK(puts_of(delta, "idea").size() == 2);
}

TEST_CASE("after a replay everybody is told what differs, and their own things whole") {
  small_hall h;
  const auto b = h.present(bohdan);
  const auto id = h.s.submit(anna, "Лікар щодня"); // durable, but not yet told
  h.hub.publish_all(h.s.state());
  CHECK(puts_of(b->last("delta"), "idea").at(0).at("id") == id);
  CHECK(b->last("mine").at("mine").at("whole") == true);
}

TEST_CASE("when the hub ends, everybody is told why and nobody is left") {
  small_hall h;
  const auto b = h.present(bohdan);
  h.hub.end_all(model::close_code::going_away);
  CHECK(b->ended == model::close_code::going_away);
  CHECK(h.hub.size() == 0);
}

} // namespace
} // namespace viche::support
