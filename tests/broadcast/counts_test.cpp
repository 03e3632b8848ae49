// Turnout and presence: told at most once a period, and only what may be told of them.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Voting, with one idea.
struct voting_on_one : small_hall {
  seq_t idea = submit(anna, "Лікар щодня");
  voting_on_one() {
    open(phase::vote);
    s.wait(10'000);
  }
};

TEST_CASE("turnout is the number of people who have a vote standing, told to everybody") {
  voting_on_one h;
  const std::vector ears{h.present(anna), h.present(wall), h.present(desk), h.present(typist)};
  h.vote(bohdan, h.idea);
  h.count();
  for (const auto& e : ears) {
    REQUIRE(e->all("turnout").size() == 1);
    CHECK(e->last("turnout").at("voted") == 1);
  }
}

TEST_CASE("turnout that has not changed is not told again") {
  voting_on_one h;
  h.vote(bohdan, h.idea);
  h.count();
  const auto a = h.present(anna);
  h.s.wait(10'000);
  CHECK_FALSE(h.count());
  CHECK(a->heard.empty());
}

TEST_CASE("turnout is told at most once a period, and the hub says when to ask again") {
  voting_on_one h;
  const auto a = h.present(anna);
  const auto start = h.s.time();
  auto vote = [&](const person& p) {
    h.s.wait(-1000); // an entry takes a second; here they come at one moment
    h.vote(p, h.idea);
  };
  vote(anna);
  CHECK_FALSE(h.count());
  vote(bohdan);
  vote(vira);
  CHECK(h.count() == start + limits::turnout_period_ms);
  a->take();
  h.s.wait(limits::turnout_period_ms - 1);
  CHECK(h.count() == start + limits::turnout_period_ms);
  CHECK(a->heard.empty());
  h.s.wait(1);
  CHECK_FALSE(h.count());
  CHECK(a->last("turnout").at("voted") == 3);
}

TEST_CASE("who comes in hears the turnout that was told, not one that waits") {
  voting_on_one h;
  h.vote(bohdan, h.idea);
  h.count();
  h.s.wait(-1000);
  h.vote(vira, h.idea);
  h.count();
  CHECK(h.enter(anna)->last("turnout").at("voted") == 1);
}

TEST_CASE("turnout falls when the last vote of a person is taken off") {
  voting_on_one h;
  h.vote(bohdan, h.idea);
  h.count();
  const auto a = h.present(anna);
  h.does(bohdan, ops::withdraw_vote{h.idea});
  h.s.wait(1000);
  h.count();
  CHECK(a->last("turnout").at("voted") == 0);
}

TEST_CASE("turnout counts people, not votes, and is no record with a seq") {
  voting_on_one h;
  h.open(phase::ideas);
  const auto other = h.submit(anna, "Дорога");
  h.open(phase::vote);
  h.vote(bohdan, h.idea);
  h.vote(bohdan, other);
  const auto a = h.present(anna);
  h.count();
  const auto turnout = a->last("turnout");
  CHECK(turnout.at("voted") == 1);
  CHECK(keys_of(turnout) == std::set<std::string>{"type", "voted"});
}

TEST_CASE("a hub made after a restart knows the turnout at once") {
  voting_on_one h;
  h.vote(bohdan, h.idea);
  broadcast::hub restarted("5f0c9a1e2b7d4c33", "b00b", h.s.state());
  const auto e = std::make_shared<ear>();
  restarted.enter(e, anna.is, std::nullopt, h.s.state(), h.s.time());
  CHECK(e->last("turnout").at("voted") == 1);
}

TEST_CASE("presence is the residents connected, told to the desk alone") {
  voting_on_one h;
  const auto d = h.present(desk);
  const auto w = h.present(wall);
  const auto a = h.present(anna);
  const auto b = h.present(bohdan);
  h.count();
  CHECK(d->last("presence").at("connected") == 2);
  CHECK(w->all("presence").empty());
  CHECK(a->all("presence").empty());
  h.hub.leave(b);
  h.s.wait(limits::turnout_period_ms);
  h.count();
  CHECK(d->last("presence").at("connected") == 1);
}

TEST_CASE("a resident with two pages open is one, until the last of them is left") {
  voting_on_one h;
  const auto d = h.present(desk);
  const auto first = h.present(anna);
  const auto second = h.present(anna);
  h.count();
  CHECK(d->last("presence").at("connected") == 1);
  h.hub.leave(first);
  h.s.wait(limits::turnout_period_ms);
  h.count();
  CHECK(d->all("presence").size() == 1);
  h.hub.leave(second);
  h.hub.leave(second);
  h.s.wait(limits::turnout_period_ms);
  h.count();
  CHECK(d->last("presence").at("connected") == 0);
}

TEST_CASE("presence is told at most once a period") {
  voting_on_one h;
  const auto d = h.present(desk);
  h.present(anna);
  h.count();
  h.present(bohdan);
  const auto due = h.count();
  CHECK(due == h.s.time() + limits::turnout_period_ms);
  CHECK(d->all("presence").size() == 1);
  h.s.wait(limits::turnout_period_ms);
  h.count();
  CHECK(d->all("presence").size() == 2);
}

} // namespace
} // namespace viche::support
