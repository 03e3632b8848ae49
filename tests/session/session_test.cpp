// The corridor: what is acknowledged, to whom what is told, and what happens when the disk refuses.
#include "session/session.hpp"

#include "support/hall.hpp"

#include <doctest/doctest.h>

#include <atomic>

namespace viche::test {
namespace {

bool has_record(const phone& p, const std::string& key) {
  return p.held.records.contains(key);
}

} // namespace

TEST_CASE("an idea reaches its author, the others, the desk and the board") {
  hall h;
  auto desk = h.facilitator();
  auto board = h.board();
  auto anna = h.resident("anna");
  auto bohdan = h.resident("bohdan");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  REQUIRE(!h.now(*anna, idea("Лікар щодня")));
  const auto key = "idea/" + std::to_string(desk->held.seq);
  for (const auto* p : {desk.get(), board.get(), anna.get(), bohdan.get()}) {
    CHECK(has_record(*p, key));
  }
  CHECK(anna->held.mine.contains("own_" + key));
  CHECK(!bohdan->held.mine.contains("own_" + key));
}

TEST_CASE("nobody writes or votes whom the session does not count among its people") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  auto bot = h.stranger("bot");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  CHECK(h.now(*bot, idea("Сто ідей за хвилину")) == "not_joined");
  REQUIRE(!h.now(*anna, idea("Лікар щодня")));
  const auto id = desk->held.seq;
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::vote, 12}));
  CHECK(h.now(*bot, ops::cast_vote{id}) == "not_joined");
  CHECK(h.moment().state->voters.empty());
  REQUIRE(!h.now(*bot, ops::join{0, {}, model::channel::phone}));
  CHECK(!h.now(*bot, ops::cast_vote{id}));
  CHECK(h.moment().state->people.size() == 2);
}

TEST_CASE("an op sent again is answered with its first seq and is in the log once") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  const auto id = h.send(*anna, idea("Лікар щодня"));
  h.settle();
  const auto first = anna->acknowledged.at(id);
  anna->acknowledged.clear();
  h.send(*anna, idea("Лікар щодня"), id);
  h.settle();
  CHECK(anna->acknowledged.at(id) == first);
  CHECK(h.moment().state->ideas.size() == 1);
  h.restart();
  h.link(*anna);
  anna->acknowledged.clear();
  h.send(*anna, idea("Лікар щодня"), id);
  h.settle();
  CHECK(anna->acknowledged.at(id) == first);
  CHECK(h.moment().state->ideas.size() == 1);
}

TEST_CASE("what gathers while the disk works becomes one batch, each op checked after the last") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  h.send(*desk, ops::open_phase{model::phase::ideas, 45});
  h.send(*anna, idea("Лікар щодня"));
  h.send(*desk, ops::pause{model::pause_reason::air_raid});
  const auto late = h.send(*anna, idea("Автобус до Полтави"));
  h.settle();
  CHECK(h.moment().state->ideas.size() == 1);
  CHECK(anna->refused.at(late) == "paused");
  CHECK(anna->outbox.contains(late)); // later: it stays with the phone
}

TEST_CASE("a page that comes back gets only what it missed") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  h.unlink(*anna);
  REQUIRE(!h.now(*desk, ops::pause{model::pause_reason::rest}));
  anna->keeps_stream = true;
  h.link(*anna);
  h.settle();
  for (const auto& message : anna->stream)
    CHECK(message.find("snapshot") == std::string::npos);
  CHECK(anna->held.records.at("phase/0").find("rest") != std::string::npos);
}

TEST_CASE("a server that was restarted tells a page that comes back what it missed, not all") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  auto bohdan = h.resident("bohdan");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  REQUIRE(!h.now(*anna, idea("Лікар щодня")));
  const auto id = desk->held.seq;
  // The start tells what lies this close together as one change.
  for (std::size_t i = 0; i < limits::replay_told_together; ++i)
    h.send(*anna, ops::join{1, {}, model::channel::phone});
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::vote, 12}));
  h.unlink(*bohdan);
  REQUIRE(!h.now(*anna, ops::cast_vote{id}));
  REQUIRE(!h.now(*desk, ops::pause{model::pause_reason::no_power}));
  h.restart();
  for (auto* p : {bohdan.get(), anna.get()}) {
    p->keeps_stream = true;
    h.link(*p);
    h.settle();
    for (const auto& message : p->stream)
      CHECK(message.find("snapshot") == std::string::npos);
    CHECK(p->held.records.at("phase/0").find("no_power") != std::string::npos);
  }
  std::size_t ideas_told = 0;
  for (const auto& message : bohdan->stream)
    ideas_told += message.find("Лікар") == std::string::npos ? 0U : 1U;
  CHECK(ideas_told == 0); // that it was voted for is nobody's business
}

TEST_CASE("a page that left within what a start tells as one change gets that change whole") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  auto bohdan = h.resident("bohdan");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  REQUIRE(!h.now(*anna, idea("Лікар щодня")));
  h.unlink(*bohdan);
  REQUIRE(!h.now(*anna, idea("Автобус до Полтави")));
  h.restart();
  h.link(*anna);
  h.link(*bohdan);
  h.settle();
  CHECK(bohdan->held.gaps == 0);
  CHECK(bohdan->held.records == anna->held.records);
  CHECK(bohdan->held.records.size() > 2);
}

TEST_CASE("a log longer than what a start shows again gives a snapshot to who was away so long") {
  hall h;
  auto anna = h.resident("anna");
  auto bohdan = h.resident("bohdan");
  h.unlink(*bohdan);
  const auto more = limits::replay_seen_max + 1;
  for (std::size_t i = 0; i < more; ++i) {
    h.send(*anna, ops::join{1, {}, model::channel::phone});
    if (i % limits::inbox_requests_max == limits::inbox_requests_max - 1) h.settle();
  }
  h.restart();
  bohdan->keeps_stream = true;
  h.link(*bohdan);
  h.settle();
  CHECK(bohdan->stream.at(1).find("snapshot") != std::string::npos);
}

TEST_CASE("a page of another epoch gets everything anew") {
  hall h;
  auto anna = h.resident("anna");
  h.settle();
  h.unlink(*anna);
  anna->held.epoch = "0000000000000000";
  anna->keeps_stream = true;
  h.link(*anna);
  h.settle();
  CHECK(anna->stream.at(1).find("snapshot") != std::string::npos);
  CHECK(anna->held.epoch == "5f0c9a1e2b7d4c33");
}

TEST_CASE("an inbox that is full refuses what comes on top, and that one only") {
  hall h;
  auto anna = h.resident("anna");
  h.settle();
  for (std::size_t i = 0; i < limits::inbox_requests_max; ++i) {
    h.send(*anna, ops::join{1, {}, model::channel::phone});
  }
  const auto over = h.send(*anna, ops::join{2, {}, model::channel::phone});
  CHECK(anna->refused.at(over) == "inbox_full");
  h.settle();
  CHECK(anna->refused.size() == 1);
  CHECK(anna->acknowledged.size() == limits::inbox_requests_max);
}

TEST_CASE("a batch takes a bounded part of the inbox, and the rest is not forgotten") {
  hall h;
  auto anna = h.resident("anna");
  h.settle();
  for (std::size_t i = 0; i < limits::batch_requests_max * 2 + 1; ++i) {
    h.send(*anna, ops::join{1, {}, model::channel::phone});
  }
  h.settle();
  CHECK(anna->acknowledged.size() == limits::batch_requests_max * 2 + 1);
}

TEST_CASE("when the disk refuses before the commit, nobody is told that it worked") {
  std::atomic<bool> is_broken{false};
  hall h({.refuses = [&](store::disk_moment m) {
    return is_broken && m == store::disk_moment::before_commit;
  }});
  auto desk = h.facilitator();
  auto board = h.board();
  auto anna = h.resident("anna");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  is_broken = true;
  const auto id = h.send(*anna, idea("Лікар щодня"));
  h.settle();
  CHECK(anna->acknowledged.empty());
  CHECK(anna->refused.at(id) == "storage_unavailable");
  CHECK(board->held.records.size() == 11); // no idea
  CHECK(h.moment().state->ideas.empty());

  // Read-only: newcomers get in, ops wait, one write a second is tried.
  auto bohdan = h.stranger("bohdan");
  h.settle();
  CHECK(has_record(*bohdan, "session/0"));
  CHECK(h.now(*bohdan, ops::join{1, {}, model::channel::phone}) == "storage_unavailable");

  is_broken = false;
  h.pass_ms(limits::probe_period_ms);
  h.send(*anna, idea("Лікар щодня"), id);
  h.settle();
  CHECK(anna->acknowledged.contains(id));
  CHECK(h.moment().state->ideas.size() == 1);
}

TEST_CASE("a clock that was set back does not put off the next try of a disk that refused") {
  std::atomic<bool> is_broken{false};
  hall h({.refuses = [&](store::disk_moment m) {
    return is_broken && m == store::disk_moment::before_commit;
  }});
  auto desk = h.facilitator();
  is_broken = true;
  CHECK(h.now(*desk, ops::open_phase{model::phase::ideas, 45}) == "storage_unavailable");
  is_broken = false;
  h.pass_ms(-3'600'000);
  CHECK(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
}

TEST_CASE("a commit whose answer was lost is found again, and the resend gets its first seq") {
  std::atomic<bool> is_broken{false};
  hall h({.refuses = [&](store::disk_moment m) {
    return is_broken && m == store::disk_moment::after_commit;
  }});
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  is_broken = true;
  const auto id = h.send(*anna, idea("Лікар щодня"));
  h.settle();
  CHECK(anna->refused.at(id) == "storage_unavailable");
  CHECK(h.moment().state->ideas.size() == 1); // it is in the file, so it is true
  is_broken = false;
  h.pass_ms(limits::probe_period_ms);
  h.send(*anna, idea("Лікар щодня"), id);
  h.settle();
  CHECK(anna->acknowledged.contains(id));
  CHECK(h.moment().state->ideas.size() == 1);
}

TEST_CASE("a file that cannot even be read again stops showing anything, and comes back") {
  std::atomic<bool> is_broken{false};
  hall h({.refuses = [&](store::disk_moment) { return is_broken.load(); }});
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  is_broken = true;
  const auto id = h.send(*anna, idea("Лікар щодня"));
  h.settle();
  CHECK(anna->refused.at(id) == "storage_unavailable");
  auto bohdan = h.stranger("bohdan");
  h.settle();
  CHECK(!bohdan->is_linked); // told to come back
  is_broken = false;
  h.pass_ms(limits::probe_period_ms);
  h.send(*anna, idea("Лікар щодня"), id);
  h.settle();
  CHECK(anna->acknowledged.contains(id));
  h.link(*bohdan);
  h.settle();
  CHECK(bohdan->held.records == anna->held.records);
}

TEST_CASE("a redacted text is in no part of the file") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  REQUIRE(!h.now(*anna, idea("Допоможіть Ганні, тел. 067 000 00 00")));
  const auto id = desk->held.seq;
  REQUIRE(!h.now(*desk, ops::redact_idea{id, {"Допоможіть ▮▮▮"}}));
  h.restart();
  CHECK(h.moment().state->ideas.at(id).text.value == "Допоможіть ▮▮▮");
}

TEST_CASE("closing a session forgets the vote key for good") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  REQUIRE(anna->is.voter);
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::closed, 0}));
  CHECK(!h.session().identity_of_pass("anna", 0).voter);
  h.restart();
  CHECK(!h.session().identity_of_pass("anna", 0).voter);
  h.link(*desk);
  CHECK(h.now(*desk, ops::open_phase{model::phase::ideas, 1}) == "session_closed");
}

TEST_CASE("a vote sent again after the close is not told that it does not count") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  REQUIRE(!h.now(*anna, idea("Лікар щодня")));
  const auto id = desk->held.seq;
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::vote, 12}));
  anna->loses_frames = true; // its acknowledgement does not arrive
  const auto vote = h.send(*anna, ops::cast_vote{id});
  h.settle();
  h.unlink(*anna);
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::closed, 0}));
  anna->is = h.session().identity_of_pass("anna", 0);
  h.link(*anna);
  h.settle();
  CHECK(anna->refused.at(vote) == "vote_outcome_unknown");
  CHECK(h.moment().state->voters.size() == 1);
}

TEST_CASE("turnout is told at most once a second") {
  hall h;
  auto desk = h.facilitator();
  auto anna = h.resident("anna");
  auto bohdan = h.resident("bohdan");
  auto board = h.board();
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  REQUIRE(!h.now(*anna, idea("Лікар щодня")));
  const auto id = desk->held.seq;
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::vote, 12}));
  h.pass_ms(5000);
  REQUIRE(!h.now(*anna, ops::cast_vote{id}));
  CHECK(board->held.voted == 1);
  REQUIRE(!h.now(*bohdan, ops::cast_vote{id}));
  CHECK(board->held.voted == 1);
  h.pass_ms(limits::turnout_period_ms);
  CHECK(board->held.voted == 2);
}

} // namespace viche::test
