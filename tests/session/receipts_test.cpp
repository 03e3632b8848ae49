// Whose entries are whose: a person's places in the log, and the end of it that a session shows.
#include "decode/row.hpp"
#include "limits.hpp"
#include "session/replay.hpp"
#include "store/reader.hpp"
#include "support/hall.hpp"

#include <doctest/doctest.h>

namespace viche::test {
namespace {

std::vector<model::seq_t> places(hall& h, const phone& p, model::seq_t after = 0) {
  return h.run(h.session().own_entries(p.is, after)).value();
}

// Bohdan's idea and Anna's vote for it.
struct voted_hall {
  hall h;
  std::shared_ptr<phone> desk = h.facilitator();
  std::shared_ptr<phone> anna = h.resident("anna");
  std::shared_ptr<phone> bohdan = h.resident("bohdan");

  voted_hall() {
    REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
    REQUIRE(!h.now(*bohdan, ops::submit_idea{{"Лікар"}, {{"medicine"}}, 0, model::channel::phone}));
    const auto idea = desk->held.seq;
    REQUIRE(!h.now(*desk, ops::open_phase{model::phase::vote, 12}));
    REQUIRE(!h.now(*anna, ops::cast_vote{idea}));
  }
};

TEST_CASE("a person's places are those of writer and voter, in order, and nobody else's") {
  voted_hall v;
  const auto annas = places(v.h, *v.anna);
  CHECK(annas.size() == 2); // join, vote
  CHECK(annas.back() == v.desk->held.seq);
  CHECK(places(v.h, *v.bohdan).size() == 2); // join, idea
  CHECK(places(v.h, *v.h.stranger("oksana")).empty());
  CHECK(places(v.h, *v.anna, annas.front()) == std::vector{annas.back()});
}

TEST_CASE("without the voter, as after the close, votes are nobody's") {
  voted_hall v;
  auto is = v.anna->is;
  is.voter.reset();
  CHECK(v.h.run(v.h.session().own_entries(is, 0)).value().size() == 1);
}

TEST_CASE("the close tells everybody here that they are no voter any more, and keeps none") {
  voted_hall v;
  REQUIRE(v.anna->held.mine.contains("votes/0"));
  REQUIRE(!v.h.now(*v.desk, ops::open_phase{model::phase::closed, 0}));
  CHECK(v.anna->held.mine.at("me/0").find(R"("voter":null)") != std::string::npos);
  CHECK_FALSE(v.anna->held.mine.contains("votes/0"));
  CHECK(v.anna->held.gaps == 0);
  REQUIRE(!v.h.now(*v.desk, ops::publish_results{}));
  CHECK(v.anna->held.mine.at("me/0").find(R"("voter":null)") != std::string::npos);
}

TEST_CASE("a restart knows the same places") {
  voted_hall v;
  const auto before = places(v.h, *v.anna);
  v.h.restart();
  CHECK(places(v.h, *v.anna) == before);
}

TEST_CASE("one answer holds a bounded number of places, and the next goes on behind it") {
  hall h;
  const auto anna = h.resident("anna");
  for (std::size_t i = 0; i < limits::receipts_together_max; ++i)
    h.send(*anna, ops::join{0, {}, model::channel::phone});
  h.settle();
  const auto first = places(h, *anna);
  REQUIRE(first.size() == limits::receipts_together_max);
  CHECK(places(h, *anna, first.back()).size() == 1);
}

TEST_CASE("a closed session shows the head it was closed with, whatever comes behind it") {
  voted_hall v;
  REQUIRE(!v.h.now(*v.desk, ops::open_phase{model::phase::closed, 0}));
  const auto head = v.h.moment().head;
  REQUIRE(!v.h.now(*v.desk, ops::publish_results{}));
  CHECK(v.h.moment().head == head);
  const auto stored = store::read_session(v.h.file(), "482913").value();
  CHECK(stored.head != head);
  const auto s = viche::session::replay("482913", stored.rows).value().state;
  const auto shown = viche::session::head_to_show(stored, s).value();
  CHECK(shown.hash == head);
  CHECK(shown.seq + 1 == stored.rows.size());
  v.h.restart();
  CHECK(v.h.moment().head == head);
}

TEST_CASE("a close that no entry of the log made is a damaged log, and nothing is thrown") {
  voted_hall v;
  REQUIRE(!v.h.now(*v.desk, ops::open_phase{model::phase::closed, 0}));
  const auto stored = store::read_session(v.h.file(), "482913").value();
  auto s = viche::session::replay("482913", stored.rows).value().state;
  for (const model::seq_t by : {model::seq_t{0}, stored.rows.size() + 1}) {
    s.clock_changed = by;
    CHECK(viche::session::head_to_show(stored, s).error() ==
          make_error_code(fault::storage_corrupt));
  }
}

TEST_CASE("a log with a vote behind the close is no log of ours, one with the council's part is") {
  voted_hall v;
  REQUIRE(!v.h.now(*v.desk, ops::open_phase{model::phase::closed, 0}));
  const auto stored = store::read_session(v.h.file(), "482913").value();
  const auto goes_on_with = [&](const ops::any_op& op) {
    const model::place at{
        stored.rows.size() + 1, v.h.clock_ms, {model::role::resident, v.anna->is.writer}};
    auto rows = stored.rows;
    rows.push_back(decode::encode_row({at, "an-op-put-into-the-file", op}));
    return viche::session::replay("482913", rows);
  };
  const auto idea = places(v.h, *v.bohdan).back();
  CHECK(goes_on_with(ops::publish_results{}).has_value());
  CHECK(goes_on_with(ops::cast_vote{idea}).error() == make_error_code(fault::storage_corrupt));
  CHECK(goes_on_with(ops::open_phase{model::phase::vote, 9}).has_error());
  CHECK(goes_on_with(ops::undo_entry{1}).has_error());
  CHECK(goes_on_with(ops::import_proposal{}).has_error());
  CHECK(goes_on_with(ops::import_session{}).has_error());
}

} // namespace
} // namespace viche::test
