// A commit whose answer was lost is found again when the file is read: everybody is told what it
// changed, what it took away as well as what it brought.
#include "session/session.hpp"

#include "support/hall.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>

namespace viche::test {
namespace {

// A hall with one idea, in `vote`, whose disk keeps the next op and does not say so.
struct forgetful {
  std::atomic<bool> is_broken{false};
  hall h{hall::options{.refuses = [this](store::disk_moment m) {
    return is_broken && m == store::disk_moment::after_commit;
  }}};
  std::shared_ptr<phone> desk = h.facilitator();
  std::shared_ptr<phone> board = h.board();
  std::shared_ptr<phone> anna = h.resident("anna");
  std::shared_ptr<phone> helper = a_helper();
  model::seq_t idea = 0;

  forgetful() {
    REQUIRE(!h.now(*desk, ops::open_phase{model::phase::ideas, 45}));
    REQUIRE(!h.now(*anna, ops::submit_idea{{"Лікар"}, {{"medicine"}}, 0, model::channel::phone}));
    idea = desk->held.seq;
    REQUIRE(!h.now(*desk, ops::open_phase{model::phase::vote, 12}));
  }

  std::shared_ptr<phone> a_helper() {
    const auto link = h.session().hash_of_link("the link of a helper");
    REQUIRE(!h.now(*desk, ops::add_link{model::role::facilitator, link, {}}));
    auto page = std::make_shared<phone>(
        "helper", model::identity{model::role::facilitator, link, std::nullopt});
    h.link(*page);
    h.settle();
    return page;
  }

  void loses_the_answer_to(const ops::any_op& op) {
    is_broken = true;
    CHECK(h.now(*desk, op) == "storage_unavailable");
    is_broken = false;
  }

  bool has(const phone& p, const std::string& key) const { return p.held.records.contains(key); }
};

} // namespace

TEST_CASE("a sentence whose erasure was not answered leaves every page") {
  forgetful f;
  REQUIRE(!f.h.now(*f.desk, ops::open_phase{model::phase::talk, 12}));
  REQUIRE(!f.h.now(*f.anna, ops::join{2, {}, model::channel::phone}));
  REQUIRE(!f.h.now(*f.anna, ops::say_for_table{2, {"Нам бракує води"}, 0}));
  REQUIRE(f.has(*f.board, "sentence/2"));
  f.loses_the_answer_to(ops::erase_sentence{2});
  for (const auto* p : {f.desk.get(), f.board.get(), f.anna.get()})
    CHECK_FALSE(f.has(*p, "sentence/2"));
  auto late = f.h.stranger("late");
  f.h.settle();
  CHECK_FALSE(f.has(*late, "sentence/2"));
}

TEST_CASE("a sheet and hands whose withdrawal was not answered are gone from the desk") {
  forgetful f;
  REQUIRE(!f.h.now(*f.desk, ops::enter_sheet{17, {f.idea}, false}));
  REQUIRE(!f.h.now(*f.desk, ops::count_hands{f.idea, 7}));
  const auto hands = "hand_count/" + std::to_string(f.idea);
  REQUIRE(f.has(*f.helper, "sheet/17"));
  REQUIRE(f.has(*f.helper, hands));
  f.loses_the_answer_to(ops::withdraw_sheet{17});
  CHECK_FALSE(f.has(*f.helper, "sheet/17"));
  f.h.pass_ms(limits::probe_period_ms);
  f.loses_the_answer_to(ops::withdraw_hands{f.idea});
  CHECK_FALSE(f.has(*f.helper, hands));
}

TEST_CASE("a link whose withdrawal was not answered has no page open") {
  forgetful f;
  REQUIRE(f.helper->is_linked);
  f.loses_the_answer_to(ops::withdraw_link{f.helper->is.writer});
  CHECK_FALSE(f.helper->is_linked);
  CHECK(f.desk->is_linked);
  CHECK(f.board->is_linked);
  CHECK(f.anna->is_linked);
}

TEST_CASE("a close that was not answered tells everybody the end of the chain") {
  forgetful f;
  f.board->keeps_stream = true;
  f.loses_the_answer_to(ops::open_phase{model::phase::closed, 0});
  const auto is_head = [](const std::string& m) {
    return m.find(R"("type":"head")") != std::string::npos;
  };
  CHECK(std::ranges::any_of(f.board->stream, is_head));
  CHECK(f.h.moment().state->phases.back().what == model::phase::closed);
}

} // namespace viche::test
