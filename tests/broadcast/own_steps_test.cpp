// What is one person's own of the desk's and the card's: steps that can be taken back, votes that
// come and go with a card, and the end of a link that was withdrawn.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

// Two facilitators, and an idea.
struct moderated : small_hall {
  seq_t idea = submit(anna, "Лікар щодня");
  moderated() { does(desk, ops::add_link{role::facilitator, colleague.is.writer, {"Оксана"}}); }
};

json::array steps(const json::value& mine) {
  json::array out;
  for (const auto& put : puts_of(mine, "undo"))
    out.push_back(put);
  return out;
}

bool has_steps(const ear& e) {
  for (const auto& f : e.heard) {
    if (f->find(R"("undo")") != std::string::npos) return true;
  }
  return false;
}

TEST_CASE("a step is told to every page of its link, and to nobody else") {
  moderated h;
  const auto first = h.present(desk);
  const auto second = h.present(desk);
  const std::vector others{h.present(colleague), h.present(typist), h.present(wall),
                           h.present(anna)};
  const auto hide = h.does(desk, ops::hide_idea{h.idea, hide_reason::test});
  const json::object put{
      {"record", "undo"},
      {"id", hide},
      {"value", json::object{{"op", "hide_idea"}, {"ideas", json::array{h.idea}}}}};
  for (const auto& e : {first, second})
    CHECK(steps(e->last("delta").at("mine")) == json::array{put});
  for (const auto& e : others)
    CHECK_FALSE(has_steps(*e));
}

TEST_CASE("a step that was taken back is dropped") {
  moderated h;
  const auto hide = h.does(desk, ops::hide_idea{h.idea, hide_reason::test});
  const auto d = h.present(desk);
  const auto o = h.present(colleague);
  h.does(desk, ops::undo_entry{hide});
  const auto mine = d->last("delta").at("mine");
  CHECK(steps(mine).empty());
  CHECK(mine.at("drops") == json::array{{{"record", "undo"}, {"id", hide}}});
  CHECK_FALSE(has_steps(*o));
}

TEST_CASE("a step is told even where it changed no record of the desk") {
  moderated h;
  h.does(desk, ops::tag_idea{h.idea, slugs({"medicine"})});
  const auto d = h.present(desk);
  const auto again = h.does(desk, ops::tag_idea{h.idea, slugs({"medicine"})});
  const auto told = steps(d->last("mine").at("mine"));
  REQUIRE(told.size() == 1);
  CHECK(told[0].at("id") == again);
}

TEST_CASE("the oldest step over what a link may take back is dropped") {
  moderated h;
  const auto oldest = h.does(desk, ops::spotlight_idea{h.idea});
  const auto d = h.present(desk);
  for (std::size_t i = 0; i < limits::undo_steps_max; ++i) {
    d->heard.clear();
    if (i % 2 == 0) {
      h.does(desk, ops::clear_spotlight{});
    } else {
      h.does(desk, ops::spotlight_idea{h.idea});
    }
  }
  CHECK(d->last("delta").at("mine").at("drops") ==
        json::array{{{"record", "undo"}, {"id", oldest}}});
}

TEST_CASE("who comes in finds the steps of their link, with what they changed") {
  moderated h;
  const auto hide = h.does(desk, ops::hide_idea{h.idea, hide_reason::test});
  const auto open = h.does(desk, ops::open_phase{phase::sort, 0});
  const auto found = steps(h.enter(desk)->last("mine").at("mine"));
  std::set<std::uint64_t> ids;
  for (const auto& step : found)
    ids.insert(step.at("id").to_number<std::uint64_t>());
  CHECK(ids.contains(hide));
  CHECK(ids.contains(open));
  CHECK(steps(h.enter(colleague)->last("mine").at("mine")).empty());
}

TEST_CASE("the pages of a withdrawn link are ended and hear nothing more") {
  moderated h;
  const auto first = h.present(colleague);
  const auto second = h.present(colleague);
  const auto d = h.present(desk);
  h.does(desk, ops::withdraw_link{colleague.is.writer});
  for (const auto& e : {first, second}) {
    CHECK(e->ended == model::close_code::link_withdrawn);
    e->heard.clear();
  }
  CHECK_FALSE(d->ended);
  CHECK(puts_of(d->last("delta"), "staff").size() == 1);
  CHECK(h.hub.size() == 1);
  h.hide(h.idea);
  CHECK(first->heard.empty());
}

// --- cards ---

// At level 2, with voting open, an idea and two cards.
struct card_hall {
  small_session s{phase::ideas, with_cards()};
  seq_t idea = s.submit(desk, "Лікар щодня");
  broadcast::hub hub;

  card_hall() : hub("5f0c9a1e2b7d4c33", "a91b", s.state()) {
    does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}, {id_of(0x43), id_of(0x44)}}});
    does(desk, ops::open_phase{phase::vote, 0});
  }
  static model::settings with_cards() {
    auto set = village();
    set.level = 2;
    return set;
  }
  std::shared_ptr<ear> enter(const person& p) {
    auto e = std::make_shared<ear>();
    hub.enter(e, p.is, std::nullopt, s.state(), s.time());
    return e;
  }
  std::shared_ptr<ear> present(const person& p) {
    auto e = enter(p);
    e->heard.clear();
    return e;
  }
  seq_t does(const person& p, const ops::any_op& op) {
    const auto seq = s.does(p, op);
    hub.publish(s.state(), s.touched());
    return seq;
  }
};

json::value put_of(const json::value& mine, std::string_view kind) {
  const auto puts = puts_of(mine, kind);
  REQUIRE(puts.size() == 1);
  return puts[0].at("value");
}

TEST_CASE("who holds no card has no voter and no votes; using one brings both") {
  card_hall h;
  const auto a = h.enter(anna);
  const auto before = a->last("mine").at("mine");
  CHECK(put_of(before, "me").at("voter").is_null());
  CHECK(put_of(before, "me").at("card") == 0);
  CHECK(puts_of(before, "votes").empty());
  const auto b = h.present(bohdan);
  h.does(anna, ops::use_card{id_of(0x41)});
  const auto mine = a->last("mine").at("mine");
  CHECK(put_of(mine, "me").at("card") == 1);
  CHECK(put_of(mine, "me").at("voter").as_string() == to_hex(h.s.state().cards[0].voter));
  CHECK(put_of(mine, "votes").at("left") == 3);
  CHECK(b->heard.empty());
}

TEST_CASE("the votes of a card come to the device that uses it next, and leave the other") {
  card_hall h;
  h.does(anna, ops::use_card{id_of(0x41)});
  h.does(anna, ops::cast_vote{h.idea});
  const auto a = h.present(anna);
  h.does(desk, ops::free_card{1});
  CHECK(put_of(a->last("mine").at("mine"), "me").at("card") == 0);
  CHECK(a->last("mine").at("mine").at("drops") == json::array{{{"record", "votes"}, {"id", 0}}});
  const auto b = h.present(bohdan);
  h.does(bohdan, ops::use_card{id_of(0x42)});
  const auto votes = put_of(b->last("mine").at("mine"), "votes");
  CHECK(votes.at("left") == 2);
  CHECK(votes.at("standing").at(0).at("idea") == h.idea);
}

TEST_CASE("a sheet that replaces a card's votes is told to who holds the card") {
  card_hall h;
  h.does(anna, ops::use_card{id_of(0x41)});
  const auto a = h.present(anna);
  const auto b = h.present(bohdan);
  h.does(typist, ops::enter_sheet{1, {h.idea}, false});
  CHECK(a->heard.empty());
  h.does(desk, ops::confirm_sheet{1, {h.idea}});
  CHECK(put_of(a->last("mine").at("mine"), "votes").at("left") == 2);
  CHECK(b->heard.empty());
}

TEST_CASE("the hall hears nothing of a vote with a card; desk and operators that one was used") {
  card_hall h;
  h.does(anna, ops::use_card{id_of(0x41)});
  const auto b = h.present(bohdan);
  const auto w = h.present(wall);
  const auto o = h.present(typist);
  h.does(anna, ops::cast_vote{h.idea});
  CHECK(b->heard.empty());
  CHECK(w->heard.empty());
  const auto told = o->last("delta");
  CHECK(told.at("puts").as_array().size() == 1);
  CHECK(puts_of(told, "cards").at(0).at("value").at("used") == 1);
}

} // namespace
} // namespace viche::support
