// Two desks, each by a link of its own, that want the same at the same moment; and a link that is
// withdrawn while its page is open or on its way in.
#include "support/hall.hpp"

#include <doctest/doctest.h>

namespace viche::test {
namespace {

struct two_desks {
  hall h;
  std::shared_ptr<phone> desk = h.facilitator();
  model::id128 link;
  std::shared_ptr<phone> other;

  two_desks() {
    link.bytes.fill(0x51);
    REQUIRE(!h.now(*desk, ops::add_link{model::role::facilitator, link, {}}));
    other = std::make_shared<phone>("other",
                                    model::identity{model::role::facilitator, link, std::nullopt});
  }

  // Both send before either hears; what each was answered, the refusals by name.
  std::vector<std::string> at_once(const ops::any_op& first, const ops::any_op& second) {
    if (!other->is_linked) h.link(*other);
    h.settle();
    const auto a = h.send(*desk, first);
    const auto b = h.send(*other, second);
    h.settle();
    return {answer_of(*desk, a), answer_of(*other, b)};
  }
  static std::string answer_of(const phone& p, const std::string& id) {
    const auto no = p.refused.find(id);
    return no == p.refused.end() ? "done" : no->second;
  }
};

using answers = std::vector<std::string>;

TEST_CASE("a phase that two open at once is opened once, and the second is told") {
  two_desks d;
  const ops::open_phase ideas{model::phase::ideas, 45};
  CHECK(d.at_once(ideas, ideas) == answers{"done", "phase_open_already"});
  CHECK(d.h.moment().state->phases.size() == 2);
  CHECK(d.desk->held.records == d.other->held.records);
}

TEST_CASE("of two merges in opposite directions one is done, and the second moderator is told") {
  two_desks d;
  REQUIRE(!d.h.now(*d.desk, ops::open_phase{model::phase::ideas, 45}));
  const auto anna = d.h.resident("anna");
  std::vector<model::seq_t> ideas;
  for (const auto* text : {"Лікар щодня", "Лікар щосуботи"}) {
    REQUIRE(!d.h.now(*anna, ops::submit_idea{{text}, {{"medicine"}}, 0, model::channel::phone}));
    ideas.push_back(d.h.moment().state->seq);
  }
  const auto told =
      d.at_once(ops::merge_ideas{ideas[0], {ideas[1]}}, ops::merge_ideas{ideas[1], {ideas[0]}});
  CHECK(told == answers{"done", "idea_merged"});
  const auto now = d.h.moment();
  CHECK(now.state->ideas.at(ideas[1]).merged_into == ideas[0]);
  CHECK(now.state->ideas.at(ideas[1]).members.empty());
  CHECK(d.desk->held.records == d.other->held.records);
}

TEST_CASE("who takes a step back as another undoes it by hand is first, or is told") {
  two_desks d;
  REQUIRE(!d.h.now(*d.desk, ops::open_phase{model::phase::ideas, 45}));
  const auto anna = d.h.resident("anna");
  REQUIRE(!d.h.now(*anna, ops::submit_idea{{"Лікар"}, {{"medicine"}}, 0, model::channel::phone}));
  const auto idea = d.h.moment().state->seq;
  for (const auto& wanted :
       {answers{"done", "idea_not_hidden"}, answers{"undo_overtaken", "done"}}) {
    REQUIRE(!d.h.now(*d.desk, ops::hide_idea{idea, model::hide_reason::test}));
    const auto hide = d.h.moment().state->seq;
    const bool is_overtaken = wanted[1] == "done";
    if (is_overtaken) {
      REQUIRE(!d.h.now(*d.other, ops::tag_idea{idea, {{"safety"}}}));
    }
    CHECK(d.at_once(ops::undo_entry{hide}, ops::restore_idea{idea}) == wanted);
    CHECK_FALSE(d.h.moment().state->ideas.at(idea).hidden);
    CHECK(d.desk->held.records == d.other->held.records);
  }
}

TEST_CASE("nothing is taken back after the close, not even in the batch that closed") {
  two_desks d;
  REQUIRE(!d.h.now(*d.desk, ops::open_phase{model::phase::ideas, 45}));
  const auto entry = d.h.moment().state->seq;
  d.h.send(*d.desk, ops::open_phase{model::phase::closed, 0});
  const auto id = d.h.send(*d.desk, ops::undo_entry{entry});
  d.h.settle();
  CHECK(d.desk->refused.at(id) == "session_closed");
  CHECK(model::phase_now(*d.h.moment().state) == model::phase::closed);
}

TEST_CASE("whoever is in by a link that is withdrawn is sent away") {
  two_desks d;
  d.h.link(*d.other);
  d.h.settle();
  CHECK(d.other->held.records.contains("staff/0"));
  REQUIRE(!d.h.now(*d.desk, ops::withdraw_link{d.link}));
  CHECK_FALSE(d.other->is_linked);
}

TEST_CASE("a link withdrawn in the very batch in which its page arrives shows it nothing") {
  two_desks d;
  d.h.send(*d.desk, ops::withdraw_link{d.link});
  d.h.link(*d.other); // known when it knocked, gone when it comes in
  d.h.settle();
  CHECK_FALSE(d.other->is_linked);
  CHECK(d.other->held.records.empty());
}

TEST_CASE("what was sent by a link that is withdrawn meanwhile is refused") {
  two_desks d;
  CHECK(d.at_once(ops::withdraw_link{d.link}, ops::open_phase{model::phase::ideas, 0}) ==
        answers{"done", "link_unknown"});
  CHECK(model::phase_now(*d.h.moment().state) == model::phase::lobby);
}

} // namespace
} // namespace viche::test
