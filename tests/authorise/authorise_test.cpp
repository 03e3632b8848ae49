// Who may do what, and when: one table written by hand, and the order of the questions checked for
// every op, role, phase and pause.
#include "authorise/authorise.hpp"

#include "support/filled.hpp"
#include "support/small_session.hpp"

#include <doctest/doctest.h>

#include <map>

namespace viche::support {
namespace {

// Roles by letter: h host, f facilitator, o operator, b board, r resident. Phases by letter:
// l lobby, w warmup, t talk, i ideas, s sort, v vote, r results, c closed. Then: do residents wait
// while the session is paused, and under which pseudonym is it done.
struct rule {
  std::string_view who, when, paused, by;
  bool operator==(const rule&) const = default;
};

const std::map<std::string_view, rule> rules{
    {"open_session", {"h", "lwtisvr", "waits", "writer"}},
    {"configure_session", {"f", "lwtisvr", "goes on", "writer"}},
    {"open_phase", {"f", "lwtisvr", "goes on", "writer"}},
    {"pause", {"f", "lwtisvr", "goes on", "writer"}},
    {"resume", {"f", "lwtisvr", "goes on", "writer"}},
    {"extend_phase", {"f", "lwtisvr", "goes on", "writer"}},
    {"join", {"r", "lwtisvr", "goes on", "writer"}},
    {"submit_idea", {"for", "is", "waits", "writer"}},
    {"edit_idea", {"r", "i", "waits", "writer"}},
    {"withdraw_idea", {"r", "i", "waits", "writer"}},
    {"tag_idea", {"fr", "lwtisvr", "waits", "writer"}},
    {"redact_idea", {"f", "lwtisvr", "goes on", "writer"}},
    {"hide_idea", {"f", "lwtisvr", "goes on", "writer"}},
    {"restore_idea", {"f", "lwtisvr", "goes on", "writer"}},
    {"merge_ideas", {"f", "lwtisvr", "goes on", "writer"}},
    {"split_idea", {"f", "lwtisvr", "goes on", "writer"}},
    {"spotlight_idea", {"f", "lwtisvr", "goes on", "writer"}},
    {"clear_spotlight", {"f", "lwtisvr", "goes on", "writer"}},
    {"cast_vote", {"r", "v", "waits", "voter"}},
    {"withdraw_vote", {"r", "v", "waits", "voter"}},
    {"reveal_place", {"f", "r", "goes on", "writer"}},
    {"support_idea", {"r", "i", "waits", "writer"}},
    {"withdraw_support", {"r", "i", "waits", "writer"}},
    {"ask_help", {"r", "lwtisvr", "goes on", "writer"}},
    {"end_help", {"fo", "lwtisvr", "goes on", "writer"}},
    {"set_wifi", {"f", "lwtisvr", "goes on", "writer"}},
    {"share_phones", {"f", "lwtisvr", "goes on", "writer"}},
    {"submit_late_idea", {"r", "svr", "waits", "writer"}},
    {"accept_late_idea", {"f", "lwtisvr", "goes on", "writer"}},
    {"decline_late_idea", {"f", "lwtisvr", "goes on", "writer"}},
    {"correct_idea", {"f", "lwtisvr", "goes on", "writer"}},
    {"approve_ideas", {"f", "lwtisvr", "goes on", "writer"}},
    {"claim_ideas", {"f", "lwtisvr", "goes on", "writer"}},
    {"release_ideas", {"f", "lwtisvr", "goes on", "writer"}},
    {"set_premoderation", {"f", "lwtisvr", "goes on", "writer"}},
    {"plan_phase", {"f", "lwtisvr", "goes on", "writer"}},
    {"undo_entry", {"f", "lwtisvr", "goes on", "writer"}},
    {"add_link", {"hf", "lwtisvrc", "goes on", "writer"}},
    {"withdraw_link", {"f", "lwtisvrc", "goes on", "writer"}},
    {"set_warmup", {"f", "lwtisvr", "goes on", "writer"}},
    {"answer_warmup", {"r", "w", "waits", "writer"}},
    {"count_warmup", {"fo", "w", "goes on", "writer"}},
    {"drop_warmup_hands", {"f", "lwtisvr", "goes on", "writer"}},
    {"say_for_table", {"for", "ti", "waits", "writer"}},
    {"erase_sentence", {"f", "lwtisvr", "goes on", "writer"}},
    {"show_board", {"f", "lwtisvr", "goes on", "writer"}},
    {"count_guests", {"fo", "lwtisvr", "goes on", "writer"}},
    {"enter_sheet", {"fo", "vr", "goes on", "writer"}},
    {"confirm_sheet", {"fo", "vr", "goes on", "writer"}},
    {"withdraw_sheet", {"fo", "vr", "goes on", "writer"}},
    {"count_hands", {"fo", "vr", "goes on", "writer"}},
    {"confirm_hands", {"fo", "vr", "goes on", "writer"}},
    {"withdraw_hands", {"fo", "vr", "goes on", "writer"}},
    {"issue_cards", {"f", "lwtisvr", "goes on", "writer"}},
    {"use_card", {"r", "lwtisv", "goes on", "device"}},
    {"free_card", {"f", "lwtisvr", "goes on", "writer"}},
    {"replace_card", {"f", "lwtisvr", "goes on", "writer"}},
    {"set_branding", {"f", "lwtisvr", "goes on", "writer"}},
    {"set_authorship", {"f", "lwtisvr", "goes on", "writer"}},
    {"set_report_details", {"f", "lwtisvrc", "goes on", "writer"}},
    {"decide_proposals", {"f", "lwtisvrc", "goes on", "writer"}},
    {"decide_table", {"f", "lwtisvrc", "goes on", "writer"}},
    {"publish_results", {"f", "rc", "goes on", "writer"}},
    {"withdraw_results", {"f", "rc", "goes on", "writer"}},
    {"ask_sheet_withdrawal", {"fo", "vr", "goes on", "writer"}},
    {"ask_hands_withdrawal", {"fo", "vr", "goes on", "writer"}},
    {"import_session", {"h", "lwtisvrc", "goes on", "writer"}},
    {"import_proposal", {"h", "lwtisvrc", "goes on", "writer"}},
};

std::string_view name_of(ops::hand by) {
  switch (by) {
  case ops::hand::writer: return "writer";
  case ops::hand::voter: return "voter";
  case ops::hand::device: return "device";
  }
  return "";
}

constexpr std::array roles{role::host, role::facilitator, role::operator_, role::board,
                           role::resident};
constexpr std::array phases{phase::lobby, phase::warmup, phase::talk,    phase::ideas,
                            phase::sort,  phase::vote,   phase::results, phase::closed};

TEST_CASE("every op declares just what the table says") {
  std::size_t seen = 0;
  for_each_filled_op([&]<class Op>(const Op&) {
    std::string who, when;
    for (const auto r : roles)
      who += Op::who.has(r) ? model::wire_name(r).substr(0, 1) : "";
    for (const auto p : phases)
      when += Op::when.has(p) ? model::wire_name(p).substr(0, 1) : "";
    const auto found = rules.find(Op::name);
    REQUIRE_MESSAGE(found != rules.end(), std::string(Op::name), " is not in the table");
    const rule declared{who, when, Op::while_paused ? "goes on" : "waits", name_of(Op::by)};
    CHECK_MESSAGE(found->second == declared, std::string(Op::name), ": ", who, " ", when);
    ++seen;
  });
  CHECK(seen == rules.size());
}

model::state state_in(phase p, bool is_paused) {
  model::state s;
  s.seq = 1;
  s.set = village();
  s.phases.push_back({.what = p, .opened_at = noon});
  s.is_paused = is_paused;
  if (is_paused) s.pauses.push_back({.since = noon, .in = p});
  return s;
}

// What is asked before the op's own check; nullopt: nothing stands against it.
template <class Op>
std::optional<refusal> at_the_door(role as, phase p, bool is_paused) {
  if (!Op::who.has(as)) return refusal::not_allowed;
  if (p == phase::closed && !Op::when.has(p)) return refusal::session_closed;
  if (is_paused && as == role::resident && !Op::while_paused) return refusal::paused;
  if (!Op::when.has(p)) return refusal::wrong_phase;
  return std::nullopt;
}

std::optional<refusal> why(const model::verdict& v) {
  return v ? std::optional(v->why) : std::nullopt;
}

TEST_CASE("role, closing, pause and phase are asked in this order, and then the op itself") {
  for (const auto p : phases) {
    for (const bool is_paused : {false, true}) {
      const auto s = state_in(p, is_paused);
      for (const auto as : roles) {
        const model::actor by{as, id_of(1)};
        for_each_filled_op([&]<class Op>(const Op& op) {
          const auto door = at_the_door<Op>(as, p, is_paused);
          const auto wanted = door ? door : why(op.check(s, by));
          CHECK_MESSAGE(why(authorise::authorise(s, by, op)) == wanted, std::string(Op::name));
        });
      }
    }
  }
}

TEST_CASE("once the session is closed nobody may anything, but what the council adds") {
  const auto s = state_in(phase::closed, false);
  for (const auto as : roles) {
    for_each_filled_op([&]<class Op>(const Op& op) {
      const auto no = authorise::authorise(s, model::actor{as, id_of(1)}, op);
      if (Op::when.has(phase::closed) && Op::who.has(as)) {
        CHECK(why(no) != refusal::session_closed);
      } else {
        CHECK(no.has_value());
      }
    });
  }
}

TEST_CASE("a vote of somebody whose voter is forgotten is nobody's, least of all their writer's") {
  const auto s = state_in(phase::closed, false);
  model::identity forgotten = anna.is;
  forgotten.voter.reset();
  for_each_filled_op([&]<class Op>(const Op& op) {
    const bool is_vote = Op::by != ops::hand::writer;
    CHECK(authorise::actor_of(s, forgotten, op).has_value() != is_vote);
    const bool is_untold =
        why(authorise::authorise(s, forgotten, op)) == refusal::vote_outcome_unknown;
    CHECK(is_untold == is_vote);
    CHECK(authorise::actor_of(s, desk.is, op) == model::actor{role::facilitator, desk.is.writer});
  });
}

TEST_CASE("a resident joins first, and hears of it after everything else that stands against it") {
  small_session s(phase::vote);
  const auto asked = [&](const person& p, const ops::any_op& op) {
    return why(authorise::authorise(s.state(), p.is, op));
  };
  CHECK(asked(anna, ops::cast_vote{99}) == refusal::idea_unknown);
  CHECK(asked(anna, ops::join{0, {}, model::channel::phone}) == std::nullopt);
  s.open(phase::ideas);
  const auto idea = s.submit(desk, "Лікар щодня");
  s.open(phase::vote);
  CHECK(asked(anna, ops::cast_vote{idea}) == refusal::not_joined);
  s.does(anna, ops::join{0, {}, model::channel::phone});
  CHECK(asked(anna, ops::cast_vote{idea}) == std::nullopt);
  CHECK(asked(bohdan, ops::cast_vote{idea}) == refusal::not_joined);
  CHECK(asked(desk, ops::open_phase{phase::sort, 0}) == std::nullopt);
}

TEST_CASE("where cards are needed, one votes as the card and not without it") {
  auto set = village();
  set.level = 2;
  small_session s(phase::vote, set);
  const ops::any_op vote = ops::cast_vote{99};
  CHECK_FALSE(authorise::actor_of(s.state(), anna.is, vote));
  CHECK(why(authorise::authorise(s.state(), anna.is, vote)) == refusal::card_needed);
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}}});
  const ops::any_op use = ops::use_card{id_of(0x41)};
  CHECK(authorise::actor_of(s.state(), anna.is, use) ==
        model::actor{role::resident, *anna.is.voter}); // whose card it is stays out of the log
  s.does(anna, use);
  CHECK(authorise::actor_of(s.state(), anna.is, vote) ==
        model::actor{role::resident, s.state().cards.front().voter});
}

TEST_CASE("staff whose link was withdrawn while their op was on its way may nothing more") {
  small_session s;
  const ops::any_op op = ops::open_phase{phase::talk, 0};
  const auto helper = staff(role::facilitator, 0x55);
  CHECK(why(authorise::authorise(s.state(), helper.is, op)) == refusal::link_unknown);
  s.does(desk, ops::add_link{role::facilitator, helper.is.writer, {}});
  CHECK(why(authorise::authorise(s.state(), helper.is, op)) == std::nullopt);
  s.does(desk, ops::withdraw_link{helper.is.writer});
  CHECK(why(authorise::authorise(s.state(), helper.is, op)) == refusal::link_unknown);
}

TEST_CASE("the board may nothing, ever") {
  for (const auto p : phases) {
    const auto s = state_in(p, false);
    for_each_filled_op([&]<class Op>(const Op& op) {
      CHECK(why(authorise::authorise(s, model::actor{role::board, id_of(1)}, op)) ==
            refusal::not_allowed);
    });
  }
}

TEST_CASE("a question changes nothing") {
  small_session s(phase::ideas);
  s.submit(anna, "Лікар щодня");
  const auto before = printed(s.state());
  for (const auto& p : {host, desk, typist, wall, anna}) {
    for_each_filled_op([&](const auto& op) { s.asks(p, op); });
  }
  CHECK(printed(s.state()) == before);
}

} // namespace
} // namespace viche::support
