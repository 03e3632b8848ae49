// Two halls that differ only in what was voted: whoever may not know the ranking cannot tell them
// apart, byte by byte.
#include "support/hall.hpp"

#include <doctest/doctest.h>

namespace viche::test {
namespace {

struct streams {
  std::vector<std::string> resident;
  std::vector<std::string> board;
};

// Ten voters vote at the same moments; `shift` decides only for what.
streams vote_with(unsigned shift) {
  hall h;
  auto desk = h.facilitator();
  auto author = h.resident("author");
  std::vector<model::seq_t> ideas;
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
  for (int i = 0; i < 6; ++i) {
    REQUIRE(!h.now(*author, ops::submit_idea{{"Ідея " + std::to_string(i) + " тут"},
                                             {{"medicine"}},
                                             0,
                                             model::channel::phone}));
    ideas.push_back(desk->held.seq);
  }
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::vote, 12}));
  auto observer = h.resident("observer");
  auto board = h.board();
  observer->keeps_stream = board->keeps_stream = true;
  for (unsigned voter = 0; voter < 10; ++voter) {
    auto p = h.resident("voter-" + std::to_string(voter));
    for (unsigned vote = 0; vote < 3; ++vote) {
      REQUIRE(!h.now(*p, ops::cast_vote{ideas[(voter + vote * 2 + shift) % ideas.size()]}));
      h.pass_ms(400);
    }
    REQUIRE(!h.now(*p, ops::withdraw_vote{ideas[(voter + shift) % ideas.size()]}));
  }
  // Moderators go on meanwhile, on ideas with different votes in the two halls.
  REQUIRE(!h.now(*desk, ops::merge_ideas{ideas[0], {ideas[1], ideas[2]}}));
  REQUIRE(!h.now(*desk, ops::hide_idea{ideas[3], model::hide_reason::repeat}));
  REQUIRE(!h.now(*desk, ops::open_phase{model::phase::results, 0}));
  h.pass_ms(2000);
  h.restart();
  h.link(*observer);
  h.link(*board);
  h.settle();
  return {observer->stream, board->stream};
}

} // namespace

TEST_CASE("with the ranking hidden, residents and board learn nothing of what was voted") {
  const auto one = vote_with(0);
  const auto other = vote_with(1);
  CHECK(one.resident.size() > 5);
  CHECK(one.resident == other.resident);
  CHECK(one.board == other.board);
}

} // namespace viche::test
