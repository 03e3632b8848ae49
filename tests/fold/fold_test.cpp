// The fold: a replay gives the same state, erased texts or not, and knows what was answered.
#include "fold/fold.hpp"

#include "authorise/authorise.hpp"
#include "support/small_session.hpp"

#include <doctest/doctest.h>

#include <set>

namespace viche::support {
namespace {

// One is accepted, one declined, one waits.
void play_late_ideas(small_session& s) {
  const auto hand_in = [&](const person& p, std::string text) {
    return s.does(p, ops::submit_late_idea{{std::move(text)}, slugs({"roads"}), 0});
  };
  s.does(desk, ops::accept_late_idea{hand_in(anna, "Міст")});
  s.does(desk, ops::decline_late_idea{hand_in(bohdan, "Реклама")});
  hand_in(vira, "Парк");
}

constexpr person helper = staff(role::facilitator, 0x55);

void play_warmup(small_session& s) {
  s.does(desk, ops::add_link{helper.is.as, helper.is.writer, {"Оксана"}});
  s.does(desk, ops::add_link{role::operator_, id_of(0x56), {}});
  s.does(desk, ops::plan_phase{phase::ideas, 45});
  s.does(desk, ops::set_branding{{"Разом з партнерами"}, {"iVBORw0KGgo"}});
  s.does(desk, ops::set_authorship{model::authorship::named});
  s.does(desk, ops::set_report_details{{.authority = {"Криничненська сільська рада"}}});
  s.does(desk, ops::set_warmup{{"Звідки ви?"}, {}});
  s.open(phase::warmup);
  s.does(anna, ops::answer_warmup{1});
  s.does(typist, ops::count_warmup{0, 7});
  s.does(staff(role::operator_, 0x56), ops::count_warmup{1, 3});
  s.does(desk, ops::withdraw_link{id_of(0x56)});
  s.does(desk, ops::drop_warmup_hands{});
  s.does(typist, ops::count_guests{3, {"Курортне"}, 4});
  s.does(desk, ops::show_board{model::board_mode::areas, slugs({"roads"})});
  s.open(phase::talk);
  const auto said = s.does(desk, ops::say_for_table{2, {"Усе про воду"}, 0});
  s.does(anna, ops::say_for_table{2, {"Усе про воду й дорогу"}, said});
  s.does(desk, ops::say_for_table{3, {"Петренко винен"}, 0});
  s.does(desk, ops::erase_sentence{3});
}

// What a second facilitator does with two published ideas, and what is taken back of it.
void play_moderation(small_session& s, seq_t doctor, seq_t again) {
  s.does(helper, ops::claim_ideas{{doctor, again}});
  s.does(helper, ops::correct_idea{again, {"Лікар щосуботи зранку"}});
  s.does(helper, ops::release_ideas{{doctor, again}});
  s.does(helper, ops::undo_entry{s.does(helper, ops::hide_idea{doctor, hide_reason::test})});
  s.does(desk, ops::set_premoderation{true});
  s.does(desk, ops::approve_ideas{{s.submit(anna, "Сонячні панелі")}});
  s.does(desk, ops::set_premoderation{false});
}

// One card for anna, one for a sheet; hands for the road.
void play_paper(small_session& s, seq_t road, seq_t again) {
  s.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}, {id_of(0x43), id_of(0x44)}}});
  s.does(anna, ops::use_card{id_of(0x42)});
  s.does(desk, ops::free_card{1});
  s.does(desk, ops::replace_card{1, {id_of(0x45), id_of(0x46)}});
  for (const bool is_right : {false, true}) {
    s.does(typist, ops::enter_sheet{2, {road}, false});
    s.does(desk, ops::confirm_sheet{2, {road}});
    s.does(typist, ops::count_hands{again, 40});
    s.does(desk, ops::confirm_hands{again, 40});
    if (is_right) return;
    s.does(desk, ops::ask_sheet_withdrawal{2});
    s.does(typist, ops::withdraw_sheet{2});
    s.does(desk, ops::ask_hands_withdrawal{again});
    s.does(typist, ops::withdraw_hands{again});
  }
}

// A session that holds at least one entry of every kind. Returns its redacted idea.
seq_t play_everything(small_session& s) {
  auto set = village();
  set.votes_per_person = 2;
  s.does(desk, ops::configure_session{set});
  s.does(desk, ops::set_wifi{{"Клуб"}, {"hromada-2027"}});
  s.does(desk, ops::share_phones{2});
  s.does(anna, ops::join{2, {"Курортне"}, model::channel::phone});
  play_warmup(s);
  s.open(phase::ideas, 20);
  const auto doctor = s.submit(anna, "Лікар щодня");
  const auto again = s.submit(bohdan, "Лікар щосуботи");
  const auto road = s.submit(vira, "Дорога Петренка", {"roads"});
  const auto gone = s.submit(vira, "Передумала", {"schools"});
  s.does(anna, ops::edit_idea{doctor, {"Сімейний лікар щодня"}});
  s.does(vira, ops::withdraw_idea{gone});
  s.does(vira, ops::support_idea{doctor});
  s.does(bohdan, ops::support_idea{doctor});
  s.does(bohdan, ops::withdraw_support{doctor});
  s.does(anna, ops::ask_help{});
  s.does(bohdan, ops::ask_help{});
  s.does(desk, ops::end_help{2});
  s.does(desk, ops::pause{pause_reason::air_raid});
  s.wait(1'234'567);
  s.does(desk, ops::resume{});
  s.does(desk, ops::extend_phase{5});
  s.does(desk, ops::redact_idea{road, {"Дорога"}});
  s.does(desk, ops::tag_idea{again, slugs({"medicine", "schools"})});
  play_moderation(s, doctor, again);
  s.merge(doctor, {again});
  s.split(again);
  s.merge(again, {doctor});
  s.hide(road);
  s.does(desk, ops::restore_idea{road});
  s.does(desk, ops::spotlight_idea{road});
  s.does(desk, ops::clear_spotlight{});
  s.open(phase::vote);
  play_late_ideas(s);
  s.vote(anna, again);
  s.vote(anna, road);
  s.vote(bohdan, road);
  s.take_off(anna, road);
  play_paper(s, road, again);
  s.open(phase::results);
  s.does(desk, ops::reveal_place{2});
  s.does(desk, ops::reveal_place{1});
  s.open(phase::closed);
  s.does(desk, ops::decide_proposals{{{again, {.outcome = model::outcome::partly}}}});
  s.does(desk, ops::decide_table{s.state().seq, {{again, {.outcome = model::outcome::partly}}}});
  s.does(desk, ops::publish_results{});
  s.does(desk, ops::withdraw_results{});
  return road;
}

// One that was played elsewhere, with a proposal and what was merged into it.
void play_import(small_session& s) {
  ops::import_session report;
  report.from.code = {"482913"};
  report.from.totals.submitted = 2;
  report.from.people.by_table.push_back({{"3"}, true, 7, false});
  report.from.moderation = {{2, model::imported_act::merged, {}, 1}};
  report.phases = {{phase::closed, noon, 0, 0, 0, 0}};
  report.sentences = {{2, {"Усе про воду"}}};
  s.does(host, report);
  ops::import_proposal proposal;
  proposal.number = 1;
  proposal.text = {"Лікар щодня"};
  proposal.areas = slugs({"medicine"});
  proposal.support = {.online = 3, .paper = 1, .hands = 2, .supports = 4};
  auto part = proposal;
  part.number = 2;
  part.into = s.does(host, proposal);
  part.support = {};
  s.does(host, part);
}

TEST_CASE("a log with every kind of op replays to the same state") {
  small_session s;
  play_everything(s);
  small_session imported;
  play_import(imported);
  std::set<std::string> kinds;
  for (const auto* played : {&s, &imported}) {
    for (const auto& row : played->rows())
      kinds.insert(row.kind);
  }
  CHECK(kinds.size() == std::variant_size_v<ops::any_op>);
  CHECK(printed(replayed(s.rows())) == printed(s.state()));
}

TEST_CASE("after a redaction a replay without the erased texts gives the same state") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар Петренко");
  s.does(anna, ops::edit_idea{id, {"Лікар Петренко з Курортного"}});
  s.does(desk, ops::redact_idea{id, {"Лікар з Курортного"}});
  auto rows = s.rows();
  for (const auto seq : s.touched().texts_erased) {
    for (auto& text : rows.at(seq - 1).texts)
      text.reset();
  }
  CHECK(printed(replayed(rows)) == printed(s.state()));
}

TEST_CASE("so does one without the texts that were declined, or redacted after they came late") {
  small_session s(phase::sort);
  const auto taken = s.does(anna, ops::submit_late_idea{{"Лікар Петренко"}, slugs({"roads"}), 0});
  const auto declined = s.does(anna, ops::submit_late_idea{{"Реклама"}, slugs({"roads"}), 0});
  const auto id = s.does(desk, ops::accept_late_idea{taken});
  s.does(desk, ops::decline_late_idea{declined});
  s.does(desk, ops::redact_idea{id, {"Лікар"}});
  auto rows = s.rows();
  for (const auto seq : {taken, declined})
    rows.at(seq - 1).texts.front().reset();
  CHECK(printed(replayed(rows)) == printed(s.state()));
}

TEST_CASE("so does one without a sentence that was erased, in none of its wordings") {
  small_session s(phase::talk);
  const auto first = s.does(desk, ops::say_for_table{2, {"Петренко винен"}, 0});
  const auto second = s.does(desk, ops::say_for_table{2, {"Петренко не винен"}, first});
  s.does(desk, ops::erase_sentence{2});
  CHECK(s.touched().texts_erased == std::vector{first, second});
  auto rows = s.rows();
  for (const auto seq : {first, second})
    rows.at(seq - 1).texts.front().reset();
  CHECK(printed(replayed(rows)) == printed(s.state()));
}

TEST_CASE("a log without any text replays, and differs in nothing but texts") {
  small_session s;
  play_everything(s);
  auto rows = s.rows();
  for (auto& row : rows) {
    for (auto& text : row.texts)
      text.reset();
  }
  const auto bare = replayed(rows);
  CHECK(bare.seq == s.state().seq);
  REQUIRE(bare.ideas.size() == s.state().ideas.size());
  for (const auto& [id, i] : bare.ideas) {
    CHECK(i.text.value.empty());
    CHECK(i.standing == s.idea(id).standing);
    CHECK(i.merged_into == s.idea(id).merged_into);
  }
}

TEST_CASE("a prefix of the log is the state of that moment") {
  small_session s(phase::ideas);
  s.submit(anna, "Лікар щодня");
  const auto then = printed(s.state());
  const auto length = s.rows().size();
  s.submit(bohdan, "Дорога");
  const std::vector prefix(s.rows().begin(), s.rows().begin() + static_cast<long>(length));
  CHECK(printed(replayed(prefix)) == then);
}

TEST_CASE("the seq of the state is that of the last entry") {
  small_session s;
  CHECK(s.state().seq == 1);
  s.open(phase::ideas);
  CHECK(s.state().seq == 2);
}

TEST_CASE("what an op was answered is known by its actor and id") {
  small_session s(phase::ideas);
  const auto id = s.submit(anna, "Лікар щодня");
  const auto& row = s.rows().back();
  const auto key = model::answered_key(row.by, row.op_id);
  REQUIRE(s.state().answered.contains(key));
  CHECK(s.state().answered.at(key) == id);
  CHECK_FALSE(s.state().answered.contains(
      model::answered_key({role::resident, bohdan.is.writer}, row.op_id)));
}

TEST_CASE("what several entries touched is collected") {
  small_session s(phase::ideas);
  auto state = replayed(s.rows());
  model::touched t;
  for (const auto& p : {anna, bohdan}) {
    const ops::any_op op{ops::join{0, {}, model::channel::phone}};
    const auto by = authorise::actor_of(state, p.is, op).value();
    fold::fold(state, {{state.seq + 1, noon, by}, "op-1234567890123", op}, t);
  }
  CHECK(t.writers == std::set{anna.is.writer, bohdan.is.writer});
  CHECK(t.records == std::set<model::record_key>{{record::totals}, {record::help}, {record::hall}});
}

TEST_CASE("a print of the state tells two different states apart") {
  small_session one(phase::ideas);
  small_session other(phase::ideas);
  CHECK(printed(one.state()) == printed(other.state()));
  one.submit(anna, "Лікар щодня");
  other.submit(anna, "Лікар щосуботи");
  CHECK(printed(one.state()) != printed(other.state()));
}

} // namespace
} // namespace viche::support
