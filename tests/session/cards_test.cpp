// Cards, sheets and undo through the corridor: durable, told to their own, answered on a resend.
#include "support/hall.hpp"

#include <doctest/doctest.h>

namespace viche::test {
namespace {

model::id128 hash(std::uint8_t n) {
  model::id128 id;
  id.bytes.fill(n);
  return id;
}

// At level 2, with an idea, one card and voting open.
struct card_hall {
  hall h;
  std::shared_ptr<phone> desk = h.facilitator();
  std::shared_ptr<phone> anna = h.resident("anna");
  std::shared_ptr<phone> bohdan = h.resident("bohdan");
  model::seq_t idea = 0;

  card_hall() {
    auto set = hall_settings(3);
    set.level = 2;
    REQUIRE(!h.now(*desk, ops::configure_session{set}));
    REQUIRE(!h.now(*desk, ops::issue_cards{1, {{hash(0x41), hash(0x42)}}}));
    REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
    REQUIRE(
        !h.now(*anna, ops::submit_idea{{"Лікар щодня"}, {{"medicine"}}, 0, model::channel::phone}));
    idea = desk->held.seq;
    REQUIRE(!h.now(*desk, ops::open_phase{model::phase::vote, 12}));
  }
};

bool says(const phone& p, const std::string& key, const std::string& part) {
  const auto found = p.held.mine.find(key);
  return found != p.held.mine.end() && found->second.find(part) != std::string::npos;
}

TEST_CASE("without a card nobody votes; with one they do, and are told the votes of the card") {
  card_hall c;
  CHECK(c.h.now(*c.anna, ops::cast_vote{c.idea}) == "card_needed");
  CHECK(!c.anna->held.mine.contains("votes/0"));
  REQUIRE(!c.h.now(*c.anna, ops::use_card{hash(0x41)}));
  CHECK(says(*c.anna, "me/0", R"("card":1)"));
  REQUIRE(!c.h.now(*c.anna, ops::cast_vote{c.idea}));
  CHECK(says(*c.anna, "votes/0", R"("left":2)"));
  CHECK(c.h.now(*c.bohdan, ops::use_card{hash(0x42)}) == "card_taken");
}

TEST_CASE("a vote of a card that is sent again after a restart gets its first answer") {
  card_hall c;
  REQUIRE(!c.h.now(*c.anna, ops::use_card{hash(0x41)}));
  const auto id = c.h.send(*c.anna, ops::cast_vote{c.idea});
  c.h.settle();
  const auto first = c.anna->acknowledged.at(id);
  c.h.restart();
  c.h.link(*c.anna);
  c.anna->acknowledged.clear();
  c.h.send(*c.anna, ops::cast_vote{c.idea}, id);
  c.h.settle();
  CHECK(c.anna->acknowledged.at(id) == first);
  CHECK(says(*c.anna, "votes/0", R"("left":2)"));
}

TEST_CASE("a vote that is sent again after its card was freed gets its first answer") {
  card_hall c;
  REQUIRE(!c.h.now(*c.anna, ops::use_card{hash(0x41)}));
  const auto id = c.h.send(*c.anna, ops::cast_vote{c.idea});
  c.h.settle();
  const auto first = c.anna->acknowledged.at(id);
  REQUIRE(!c.h.now(*c.desk, ops::free_card{1}));
  const auto again = [&] {
    c.anna->acknowledged.clear();
    c.h.send(*c.anna, ops::cast_vote{c.idea}, id);
    c.h.settle();
    CHECK(c.anna->acknowledged.at(id) == first);
  };
  again();
  INFO("after a restart, and while somebody else holds the card");
  c.h.restart();
  for (auto* p : {c.desk.get(), c.anna.get(), c.bohdan.get()})
    c.h.link(*p);
  REQUIRE(!c.h.now(*c.bohdan, ops::use_card{hash(0x41)}));
  again();
  INFO("under a new id it is another vote, and wants a card");
  CHECK(c.h.now(*c.anna, ops::cast_vote{c.idea}) == "card_needed");
  CHECK(c.h.moment().state->voters.size() == 1);
}

TEST_CASE("a vote that is sent again after its card was replaced gets its first answer") {
  card_hall c;
  REQUIRE(!c.h.now(*c.anna, ops::use_card{hash(0x41)}));
  const auto id = c.h.send(*c.anna, ops::cast_vote{c.idea});
  c.h.settle();
  const auto first = c.anna->acknowledged.at(id);
  REQUIRE(!c.h.now(*c.desk, ops::replace_card{1, {hash(0x43), hash(0x44)}}));
  c.anna->acknowledged.clear();
  c.h.send(*c.anna, ops::cast_vote{c.idea}, id);
  c.h.settle();
  CHECK(c.anna->acknowledged.at(id) == first);
}

TEST_CASE("a freed card takes its votes to the next device, over a restart") {
  card_hall c;
  REQUIRE(!c.h.now(*c.anna, ops::use_card{hash(0x41)}));
  REQUIRE(!c.h.now(*c.anna, ops::cast_vote{c.idea}));
  REQUIRE(!c.h.now(*c.desk, ops::free_card{1}));
  CHECK(!c.anna->held.mine.contains("votes/0"));
  CHECK(says(*c.anna, "me/0", R"("card":0)"));
  c.h.restart();
  for (auto* p : {c.desk.get(), c.anna.get(), c.bohdan.get()})
    c.h.link(*p);
  REQUIRE(!c.h.now(*c.bohdan, ops::use_card{hash(0x42)}));
  CHECK(says(*c.bohdan, "votes/0", R"("left":2)"));
  CHECK(!c.anna->held.mine.contains("votes/0"));
  CHECK(c.h.moment().state->voters.size() == 1);
}

TEST_CASE("a desk that comes back after a restart finds the steps it can take back") {
  card_hall c;
  REQUIRE(!c.h.now(*c.desk, ops::hide_idea{c.idea, model::hide_reason::test}));
  const auto key = "undo/" + std::to_string(c.desk->held.seq);
  const auto entry = c.desk->held.seq;
  CHECK(says(*c.desk, key, "hide_idea"));
  c.h.restart();
  c.h.link(*c.desk);
  c.h.settle();
  CHECK(says(*c.desk, key, "hide_idea"));
  REQUIRE(!c.h.now(*c.desk, ops::undo_entry{entry}));
  CHECK(!c.desk->held.mine.contains(key));
  CHECK(!c.h.moment().state->ideas.at(c.idea).hidden);
}

} // namespace
} // namespace viche::test
