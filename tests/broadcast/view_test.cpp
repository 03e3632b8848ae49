// The allow-lists: which fields each audience gets of each record, and which ideas it sees at all.
// A new field fails here until it is decided who may see it.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::audience;
using names = std::set<std::string>;

constexpr std::array all_audiences{audience::resident, audience::operator_, audience::board,
                                   audience::desk};
constexpr std::array in_the_hall{audience::resident, audience::operator_, audience::board};

names fields(const small_hall& h, record kind, seq_t id, audience by) {
  const auto value = h.seen(kind, id, by);
  return value.is_null() ? names{} : keys_of(value.as_object());
}

const names public_idea{"number", "text", "areas", "at", "channel", "merged", "supports"};
const names desk_idea{"number",   "text",      "areas",   "at",         "channel",     "merged",
                      "supports", "support",   "table",   "settlement", "hidden",      "withdrawn",
                      "redacted", "moderated", "pending", "claimed",    "merged_into", "members"};

names with(names some, std::initializer_list<std::string> more) {
  some.insert(more);
  return some;
}

TEST_CASE("the session's record has these fields for everybody") {
  const small_hall h;
  for (const auto by : all_audiences) {
    CHECK(fields(h, record::session, 0, by) ==
          names{"code", "title", "community", "question", "areas", "votes_per_person", "languages",
                "level", "tables", "settlements", "people_per_phone", "premoderation",
                "authorship"});
    const auto areas = h.seen(record::session, 0, by).at("areas").as_array();
    CHECK(keys_of(areas.at(0).as_object()) == names{"slug", "name", "full_name", "english"});
  }
}

TEST_CASE("everybody is told the council's contact, once there is one") {
  small_hall h;
  h.does(desk, ops::set_report_details{{.contact = {"0382 12-34-56"}}});
  for (const auto by : all_audiences)
    CHECK(h.seen(record::session, 0, by).at("contact") == "0382 12-34-56");
}

TEST_CASE("the phase's record has these fields for everybody") {
  small_hall h;
  const names phase_fields{"phase", "opened_at", "planned_ms", "extended_ms", "paused_ms", "pause"};
  for (const auto by : all_audiences) {
    CHECK(fields(h, record::phase, 0, by) == phase_fields);
    CHECK(h.seen(record::phase, 0, by).at("pause").is_null());
  }
  h.does(desk, ops::pause{pause_reason::air_raid});
  for (const auto by : all_audiences) {
    const auto pause = h.seen(record::phase, 0, by).at("pause").as_object();
    CHECK(keys_of(pause) == names{"reason", "since"});
    CHECK(pause.at("reason") == "air_raid");
  }
}

TEST_CASE("the spotlight is one field for everybody") {
  const small_hall h;
  for (const auto by : all_audiences)
    CHECK(fields(h, record::spotlight, 0, by) == names{"idea"});
}

TEST_CASE("only the desk's totals tell of what is hidden, merged and voted") {
  const small_hall h;
  for (const auto by : in_the_hall) {
    CHECK(fields(h, record::totals, 0, by) == names{"ideas", "people", "tables"});
  }
  CHECK(fields(h, record::totals, 0, audience::desk) ==
        names{"ideas", "people", "tables", "submitted", "hidden", "merged", "pending", "votes"});
}

TEST_CASE("an idea has these fields, and before a reveal nothing of votes outside the desk") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  for (const auto p : {phase::sort, phase::vote, phase::results}) {
    h.open(p);
    if (p == phase::vote) h.vote(bohdan, id);
    for (const auto by : in_the_hall)
      CHECK(fields(h, record::idea, id, by) == public_idea);
  }
  CHECK(joined(fields(h, record::idea, id, audience::desk)) == joined(desk_idea));
}

TEST_CASE("a revealed idea has its support and place, for the desk as for the hall") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  h.open(phase::vote);
  h.vote(bohdan, id);
  h.open(phase::results);
  h.does(desk, ops::reveal_place{1});
  for (const auto by : in_the_hall) {
    CHECK(joined(fields(h, record::idea, id, by)) ==
          joined(with(public_idea, {"support", "place"})));
  }
  CHECK(joined(fields(h, record::idea, id, audience::desk)) == joined(with(desk_idea, {"place"})));
}

TEST_CASE("the desk gets no place while people vote") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  h.open(phase::vote);
  h.vote(bohdan, id);
  CHECK(fields(h, record::idea, id, audience::desk) == desk_idea);
}

TEST_CASE("what is hidden, withdrawn or merged only the desk sees") {
  small_hall h;
  const auto main = h.submit(anna, "Лікар щодня");
  const auto merged = h.submit(anna, "Лікар щосуботи");
  const auto hidden = h.submit(anna, "Реклама");
  const auto gone = h.submit(anna, "Передумала");
  h.does(desk, ops::merge_ideas{main, {merged}});
  h.hide(hidden);
  h.does(anna, ops::withdraw_idea{gone});
  for (const auto id : {merged, hidden, gone}) {
    for (const auto by : in_the_hall)
      CHECK(h.seen(record::idea, id, by).is_null());
    CHECK(fields(h, record::idea, id, audience::desk) == desk_idea);
  }
  CHECK(h.seen(record::idea, main, audience::resident).at("merged") == 1);
}

TEST_CASE("the spotlight on a hidden idea is dark for everybody") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  h.does(desk, ops::spotlight_idea{id});
  CHECK(h.seen(record::spotlight, 0, audience::board).at("idea") == id);
  h.hide(id);
  for (const auto by : all_audiences)
    CHECK(h.seen(record::spotlight, 0, by).at("idea") == 0);
}

TEST_CASE("the hall sees the minute of an idea, the desk its millisecond") {
  small_hall h;
  h.s.wait(12'345);
  const auto id = h.submit(anna, "Лікар щодня");
  CHECK(h.seen(record::idea, id, audience::resident).at("at") == h.s.time() / 60'000 * 60'000);
  CHECK(h.seen(record::idea, id, audience::desk).at("at") == h.s.time());
  CHECK(h.s.time() % 60'000 != 0);
}

TEST_CASE("no record of the hall names a writer, a voter, a table or a settlement") {
  small_hall h;
  h.does(anna, ops::join{3, {"Курортне"}, model::channel::phone});
  const auto id = h.submit(anna, "Лікар щодня");
  h.open(phase::vote);
  h.vote(bohdan, id);
  for (const auto& key : broadcast::all_keys(h.s.state())) {
    // These list the settlements there are; who lives where is a number.
    const bool lists_all =
        key.kind == record::session || key.kind == record::warmup || key.kind == record::hall;
    for (const auto by : in_the_hall) {
      const auto text = json::serialize(h.seen(key.kind, key.id, by));
      CHECK(text.find(to_hex(anna.is.writer)) == std::string::npos);
      CHECK(text.find(to_hex(*bohdan.is.voter)) == std::string::npos);
      CHECK((lists_all || text.find("Курортне") == std::string::npos));
    }
  }
}

TEST_CASE("an idea that does not exist is seen by nobody") {
  const small_hall h;
  for (const auto by : all_audiences)
    CHECK(h.seen(record::idea, 99, by).is_null());
}

TEST_CASE("one's own records have these fields") {
  small_hall h;
  const auto id = h.submit(anna, "Лікар щодня");
  h.open(phase::vote);
  h.vote(anna, id);
  const auto& s = h.s.state();
  CHECK(keys_of(json::parse(broadcast::me_json(s, anna.is)).as_object()) ==
        names{"writer", "voter", "joined", "table", "settlement", "asks_help", "card", "warmup"});
  CHECK(keys_of(json::parse(broadcast::own_idea_json(h.s.idea(id))).as_object()) ==
        names{"number", "text", "areas", "at", "hidden", "withdrawn", "redacted", "moderated",
              "pending", "merged_into"});
  const auto votes = json::parse(broadcast::votes_json(s, *anna.is.voter));
  CHECK(keys_of(votes.as_object()) == names{"standing", "left"});
  CHECK(keys_of(votes.at("standing").at(0).as_object()) == names{"idea", "on"});
  const auto supports = json::parse(broadcast::supports_json(s, anna.is.writer));
  CHECK(keys_of(supports.as_object()) == names{"standing"});
}

TEST_CASE("a vote says what it was cast for and what it counts for now") {
  small_hall h;
  const auto main = h.submit(anna, "Лікар щодня");
  const auto other = h.submit(anna, "Лікар щосуботи");
  h.open(phase::vote);
  h.vote(bohdan, other);
  h.does(desk, ops::merge_ideas{main, {other}});
  const auto votes = json::parse(broadcast::votes_json(h.s.state(), *bohdan.is.voter));
  CHECK(votes.at("standing").at(0).at("idea") == other);
  CHECK(votes.at("standing").at(0).at("on") == main);
  CHECK(votes.at("left") == 2);
}

TEST_CASE("staff have no voter, nor has anybody whose vote key is gone") {
  const small_hall h;
  const auto me = json::parse(broadcast::me_json(h.s.state(), desk.is));
  CHECK(me.at("voter").is_null());
  CHECK(me.at("joined") == false);
}

} // namespace
} // namespace viche::support
