// Coming back with what one holds: deltas if they are still kept, else a snapshot.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

constexpr const char* epoch = "5f0c9a1e2b7d4c33";

model::held holding(seq_t seq, const char* of = epoch) {
  return {of, seq};
}

TEST_CASE("who holds everything is only welcomed, with their own things whole") {
  small_hall h;
  const auto seq = h.submit(anna, "Лікар щодня");
  const auto e = h.enter(bohdan, holding(seq));
  CHECK(e->all("snapshot").empty());
  CHECK(e->all("delta").empty());
  CHECK(e->last("mine").at("mine").at("whole") == true);
  CHECK(e->all("turnout").size() == 1);
}

TEST_CASE("who missed something gets just that, in one delta") {
  small_hall h;
  const auto held = h.submit(anna, "Лікар щодня");
  const auto second = h.submit(anna, "Дорога");
  const auto third = h.submit(anna, "Школа");
  const auto e = h.enter(bohdan, holding(held));
  CHECK(e->all("snapshot").empty());
  const auto deltas = e->all("delta");
  REQUIRE(deltas.size() == 1);
  CHECK(deltas[0].at("after") == held);
  CHECK(deltas[0].at("seq") == third);
  const auto ideas = puts_of(deltas[0], "idea");
  REQUIRE(ideas.size() == 2);
  CHECK(ideas[0].at("id") == second);
  CHECK(ideas[1].at("id") == third);
}

TEST_CASE("what was hidden or redacted meanwhile is not said again to who comes back") {
  for (const auto& [by, is_desk] : {std::pair{bohdan, false}, {wall, false}, {desk, true}}) {
    small_hall h;
    const auto held = h.submit(anna, "Лікар щодня");
    const auto hidden = h.submit(anna, "Образа сусіда");
    const auto redacted = h.submit(anna, "Телефон 067 000 00 00");
    h.does(desk, ops::hide_idea{hidden, model::hide_reason::insult});
    h.does(desk, ops::redact_idea{redacted, {"Телефон ▮▮▮"}});
    std::string all;
    for (const auto& f : h.enter(by, holding(held))->heard)
      all += *f;
    CHECK((all.find("Образа") != std::string::npos) == is_desk);
    CHECK(all.find("067 000") == std::string::npos);
  }
}

TEST_CASE("seqs that an audience was told nothing of are not missed") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  h.open(phase::vote);
  const auto held = id + 1;
  h.vote(bohdan, id);
  h.vote(vira, id);
  const auto e = h.enter(anna, holding(held));
  CHECK(e->all("delta").empty());
  CHECK(e->all("snapshot").empty());
  CHECK(h.enter(desk, holding(held))->all("delta").size() == 1);
}

TEST_CASE("another epoch is another log: a snapshot") {
  small_hall h;
  const auto seq = h.submit(anna, "Лікар щодня");
  const auto e = h.enter(bohdan, holding(seq, "0000000000000000"));
  CHECK(e->all("snapshot").size() == 1);
}

TEST_CASE("who holds nothing, or says zero, gets a snapshot") {
  small_hall h;
  h.submit(anna, "Лікар щодня");
  CHECK(h.enter(bohdan)->all("snapshot").size() == 1);
  CHECK(h.enter(bohdan, holding(0))->all("snapshot").size() == 1);
}

TEST_CASE("who says to hold more than there is gets a snapshot") {
  small_hall h;
  const auto seq = h.submit(anna, "Лікар щодня");
  CHECK(h.enter(bohdan, holding(seq + 1))->all("snapshot").size() == 1);
}

TEST_CASE("after a restart nothing is kept: who missed something gets a snapshot, others nothing") {
  small_hall h;
  const auto held = h.submit(anna, "Лікар щодня");
  const auto seq = h.submit(anna, "Дорога");
  broadcast::hub restarted(epoch, "b00b", h.s.state());
  for (const auto& [from, snapshots] : {std::pair{held, 1U}, std::pair{seq, 0U}}) {
    const auto e = std::make_shared<ear>();
    restarted.enter(e, bohdan.is, holding(from), h.s.state(), h.s.time());
    CHECK(e->all("snapshot").size() == snapshots);
    CHECK(e->all("delta").empty());
  }
}

TEST_CASE("frames are kept up to their number: the one before is a snapshot") {
  small_hall h;
  const auto first = h.submit(anna, "Лікар щодня");
  for (std::size_t i = 0; i < limits::frames_kept_max; ++i) {
    h.does(desk,
           i % 2 == 0 ? ops::any_op{ops::pause{pause_reason::rest}} : ops::any_op{ops::resume{}});
  }
  const auto in_time = h.enter(bohdan, holding(first));
  CHECK(in_time->all("snapshot").empty());
  CHECK(in_time->all("delta").size() == 1);
  const auto too_late = h.enter(vira, holding(first - 1));
  CHECK(too_late->all("snapshot").size() == 1);
  CHECK(too_late->all("delta").empty());
}

TEST_CASE("frames are kept up to their bytes as well") {
  small_hall h;
  std::string text;
  while (text.size() < 8000)
    text += "Дуже довга ідея ";
  const auto first = h.submit(anna, text);
  std::size_t sent = 0;
  while (sent * text.size() <= limits::frames_kept_bytes_max) {
    h.submit(anna, text);
    ++sent;
  }
  CHECK(sent < limits::frames_kept_max);
  const auto e = h.enter(bohdan, holding(first));
  CHECK(e->all("snapshot").size() == 1);
  const auto late = h.enter(bohdan, holding(first + sent - 3));
  CHECK(late->all("snapshot").empty());
  CHECK(puts_of(late->last("delta"), "idea").size() == 3);
}

TEST_CASE("a snapshot is made once for all who come at the same moment, and anew after a change") {
  small_hall h;
  h.submit(anna, "Лікар щодня");
  const auto one = h.enter(bohdan)->last("snapshot");
  const auto other = h.enter(vira)->last("snapshot");
  CHECK(one.at("puts") == other.at("puts"));
  h.submit(anna, "Дорога");
  CHECK(puts_of(h.enter(bohdan)->last("snapshot"), "idea").size() == 2);
}

TEST_CASE("snapshot then deltas is the same as a snapshot later") {
  small_hall h;
  const auto early = h.enter(bohdan)->last("snapshot");
  std::map<std::string, std::string> copy;
  const auto put = [&](const json::value& message) {
    for (const auto& p : message.at("puts").as_array()) {
      copy[json::serialize(p.at("record")) + json::serialize(p.at("id"))] =
          json::serialize(p.at("value"));
    }
  };
  put(early);
  const auto e = h.present(bohdan);
  const auto id = h.submit(anna, "Лікар щодня");
  const auto other = h.submit(vira, "Лікар щосуботи");
  h.does(desk, ops::merge_ideas{id, {other}});
  h.open(phase::vote);
  h.vote(bohdan, id);
  h.hide(id);
  h.does(desk, ops::restore_idea{id});
  h.open(phase::results);
  h.does(desk, ops::reveal_place{1});
  for (const auto& delta : e->all("delta")) {
    put(delta);
    for (const auto& d : delta.at("drops").as_array()) {
      copy.erase(json::serialize(d.at("record")) + json::serialize(d.at("id")));
    }
  }
  const auto followed = copy;
  copy.clear();
  put(h.enter(bohdan)->last("snapshot"));
  CHECK(followed == copy);
}

} // namespace
} // namespace viche::support
