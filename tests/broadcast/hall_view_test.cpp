// The hall's records: warm-up, sentences, board, tables, guests, sheets, hands, cards, branding.
// Which audience sees each, with which fields, and what nobody in the hall learns too early.
#include "broadcast/ear.hpp"

#include <doctest/doctest.h>

namespace viche::support {
namespace {

using model::audience;
using names = std::set<std::string>;
using audiences = std::vector<audience>;

const audiences everybody{audience::resident, audience::operator_, audience::board, audience::desk};
const audiences screens{audience::board, audience::desk};
const audiences of_paper{audience::operator_, audience::desk};

audiences who_see(const small_hall& h, record kind, seq_t id = 0) {
  audiences out;
  for (const auto by : everybody) {
    if (!h.seen(kind, id, by).is_null()) out.push_back(by);
  }
  return out;
}

// The record's fields, the same for everybody who sees it.
names fields(const small_hall& h, record kind, seq_t id = 0) {
  std::optional<names> all;
  for (const auto by : who_see(h, kind, id)) {
    const auto keys = keys_of(h.seen(kind, id, by).as_object());
    if (all) CHECK(joined(*all) == joined(keys));
    all = keys;
  }
  return all.value_or(names{});
}

// Voting is open; two ideas.
struct voting_on_two : small_hall {
  seq_t doctor = submit(anna, "Лікар щодня");
  seq_t road = submit(anna, "Дорога до школи");
  voting_on_two() { open(phase::vote); }
};

TEST_CASE("everybody sees the question, board and desk how many chose what") {
  small_hall h(phase::warmup);
  h.does(anna, ops::answer_warmup{1});
  h.does(typist, ops::count_warmup{1, 4});
  CHECK(who_see(h, record::warmup) == everybody);
  CHECK(fields(h, record::warmup) == names{"question", "options", "people"});
  for (const auto by : everybody) {
    const auto seen = h.seen(record::warmup, 0, by);
    CHECK(seen.at("options") == json::array{"Сергіївка", "Курортне"});
    const bool is_told = by == audience::board || by == audience::desk;
    CHECK(seen.at("people") == (is_told ? json::array{0, 5} : json::array{}));
  }
}

TEST_CASE("an answer is told to the screens, and to nobody's phone but its own") {
  small_hall h(phase::warmup);
  const auto a = h.present(anna);
  const auto b = h.present(bohdan);
  const auto o = h.present(typist);
  const auto w = h.present(wall);
  h.does(anna, ops::answer_warmup{1});
  CHECK(b->heard.empty());
  CHECK(o->heard.empty());
  CHECK(puts_of(w->last("delta"), "warmup").size() == 1);
  CHECK(w->take().find(to_hex(anna.is.writer)) == std::string::npos);
  CHECK(puts_of(a->last("mine").at("mine"), "me").at(0).at("value").at("warmup") == 1);
}

TEST_CASE("a table's sentence is for everybody, to the minute, without who said it") {
  small_hall h(phase::talk);
  h.s.wait(12'345);
  h.does(anna, ops::join{2, {}, model::channel::phone});
  h.does(anna, ops::say_for_table{2, {"Нам бракує води"}, 0});
  CHECK(who_see(h, record::sentence, 2) == everybody);
  CHECK(fields(h, record::sentence, 2) == names{"seq", "text", "at"});
  const auto seen = h.seen(record::sentence, 2, audience::desk);
  CHECK(seen.at("text") == "Нам бракує води");
  CHECK(seen.at("at") == h.s.time() / 60'000 * 60'000);
  const auto b = h.present(bohdan);
  h.does(desk, ops::erase_sentence{2});
  CHECK(who_see(h, record::sentence, 2).empty());
  CHECK(b->last("delta").at("drops").as_array().size() == 1);
  CHECK(h.enter(bohdan)->take().find("води") == std::string::npos);
}

TEST_CASE("what the board shows is told to board and desk") {
  small_hall h;
  h.does(desk, ops::show_board{model::board_mode::newest, slugs({"roads"})});
  CHECK(who_see(h, record::board) == screens);
  CHECK(fields(h, record::board) == names{"mode", "area"});
  CHECK(h.seen(record::board, 0, audience::board).at("mode") == "newest");
  CHECK(h.seen(record::board, 0, audience::board).at("area") == "roads");
}

TEST_CASE("board and desk see how many sit where, and what came from there") {
  small_hall h;
  h.does(anna, ops::join{2, {"Курортне"}, model::channel::phone});
  h.does(typist, ops::count_guests{2, {"Курортне"}, 3});
  h.submit(anna, "Лікар щодня");
  h.hide(h.submit(anna, "Реклама"));
  CHECK(who_see(h, record::hall) == screens);
  CHECK(fields(h, record::hall) == names{"tables", "settlements"});
  const auto seen = h.seen(record::hall, 0, audience::board);
  const auto minute = h.s.time() / 60'000 * 60'000;
  CHECK(seen.at("tables").as_array().size() == 5);
  CHECK(seen.at("tables").at(1) ==
        json::object{{"table", 2}, {"people", 4}, {"ideas", 1}, {"last_at", minute}});
  CHECK(seen.at("tables").at(0) ==
        json::object{{"table", 1}, {"people", 0}, {"ideas", 0}, {"last_at", 0}});
  CHECK(seen.at("settlements") == json::array{{{"name", "Сергіївка"}, {"people", 0}, {"ideas", 0}},
                                              {{"name", "Курортне"}, {"people", 4}, {"ideas", 1}}});
}

TEST_CASE("guests are told to desk and operators") {
  small_hall h;
  h.does(typist, ops::count_guests{2, {"Курортне"}, 3});
  CHECK(who_see(h, record::guests) == of_paper);
  CHECK(fields(h, record::guests) == names{"guests"});
  CHECK(h.seen(record::guests, 0, audience::operator_).at("guests") ==
        json::array{{{"table", 2}, {"settlement", "Курортне"}, {"people", 3}}});
}

TEST_CASE("a sheet is told to desk and operators, with who entered it") {
  voting_on_two h;
  h.does(typist, ops::enter_sheet{17, {h.doctor}, false});
  CHECK(who_see(h, record::sheet, 17) == of_paper);
  CHECK(h.seen(record::sheet, 17, audience::desk) ==
        json::object{{"ideas", json::array{h.doctor}},
                     {"entered_by", to_hex(typist.is.writer)},
                     {"confirmed", false},
                     {"replaces_online", false},
                     {"withdrawal_asked", nullptr}});
  h.does(desk, ops::confirm_sheet{17, {h.doctor}});
  CHECK(h.seen(record::sheet, 17, audience::operator_).at("confirmed") == true);
  h.does(typist, ops::ask_sheet_withdrawal{17});
  CHECK(h.seen(record::sheet, 17, audience::desk).at("withdrawal_asked").as_string() ==
        to_hex(typist.is.writer));
  h.does(desk, ops::withdraw_sheet{17});
  CHECK(who_see(h, record::sheet, 17).empty());
}

TEST_CASE("a count of hands is told to desk and operators, with who counted") {
  voting_on_two h;
  h.does(typist, ops::count_hands{h.doctor, 41});
  CHECK(who_see(h, record::hand_count, h.doctor) == of_paper);
  CHECK(h.seen(record::hand_count, h.doctor, audience::operator_) ==
        json::object{{"hands", 41},
                     {"counted_by", to_hex(typist.is.writer)},
                     {"confirmed", false},
                     {"withdrawal_asked", nullptr}});
  h.does(desk, ops::withdraw_hands{h.doctor});
  CHECK(who_see(h, record::hand_count, h.doctor).empty());
}

TEST_CASE("of cards desk and operators see how many, and never a code") {
  voting_on_two h;
  h.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}, {id_of(0x43), id_of(0x44)}}});
  h.does(desk, ops::replace_card{1, {id_of(0x45), id_of(0x46)}});
  CHECK(who_see(h, record::cards) == of_paper);
  const auto seen = h.seen(record::cards, 0, audience::desk);
  CHECK(seen == json::object{{"issued", 3}, {"used", 0}, {"replaced", 1}});
}

TEST_CASE("partners and picture are told to board and desk") {
  small_hall h;
  h.does(desk, ops::set_branding{{"За підтримки партнерів"}, {"iVBORw0KGgoAAA"}});
  CHECK(who_see(h, record::branding) == screens);
  CHECK(h.seen(record::branding, 0, audience::board) ==
        json::object{{"partners", "За підтримки партнерів"}, {"logo", "iVBORw0KGgoAAA"}});
}

TEST_CASE("the programme is told to board and desk, staff links to the desk alone") {
  small_hall h;
  h.does(desk, ops::plan_phase{phase::ideas, 45});
  h.does(desk, ops::add_link{role::operator_, id_of(0x55), {"Оксана"}});
  CHECK(who_see(h, record::programme) == screens);
  CHECK(h.seen(record::programme, 0, audience::board).at("phases") ==
        json::array{{{"phase", "ideas"}, {"minutes", 45}}});
  CHECK(who_see(h, record::staff) == audiences{audience::desk});
  const auto links = h.seen(record::staff, 0, audience::desk).at("links").as_array();
  REQUIRE(links.size() == 4);
  CHECK(links[3] ==
        json::object{{"id", to_hex(id_of(0x55))}, {"role", "operator"}, {"name", "Оксана"}});
}

TEST_CASE(
    "what the council writes is told to the desk alone, that results are public to everybody") {
  small_hall h(phase::ideas);
  const auto road = h.submit(anna, "Дорога");
  h.does(desk, ops::set_report_details{{.authority = {"Криничненська сільська рада"}}});
  h.does(desk, ops::decide_proposals{{{road, {.outcome = model::outcome::accepted}}}});
  h.open(phase::results);
  h.does(desk, ops::publish_results{});
  CHECK(who_see(h, record::council) == audiences{audience::desk});
  CHECK(who_see(h, record::decision, road) == audiences{audience::desk});
  CHECK(who_see(h, record::publication) == everybody);
  CHECK(h.seen(record::council, 0, audience::desk).at("authority") ==
        "Криничненська сільська рада");
  CHECK(h.seen(record::decision, road, audience::desk).at("outcome") == "accepted");
  CHECK(h.seen(record::publication, 0, audience::resident).at("published").as_bool());
}

TEST_CASE("everybody is told whether ideas may be signed") {
  small_hall h;
  h.does(desk, ops::set_authorship{model::authorship::named});
  for (const auto by : everybody)
    CHECK(h.seen(record::session, 0, by).at("authorship") == "named");
}

TEST_CASE("sheets and hands are nothing to residents and board, confirmed or not") {
  voting_on_two h;
  h.vote(bohdan, h.doctor); // whose own things are not touched either
  const std::vector ears{h.present(anna), h.present(bohdan), h.present(wall)};
  h.does(typist, ops::enter_sheet{17, {h.doctor}, false});
  h.does(typist, ops::count_hands{h.doctor, 41});
  for (const auto& e : ears)
    CHECK(e->heard.empty());
  h.does(desk, ops::confirm_sheet{17, {h.doctor}});
  h.does(desk, ops::confirm_hands{h.doctor, 41});
  h.does(typist, ops::ask_hands_withdrawal{h.doctor});
  h.does(desk, ops::withdraw_hands{h.doctor});
  h.does(typist, ops::ask_sheet_withdrawal{17});
  h.does(desk, ops::withdraw_sheet{17});
  for (const auto& e : ears)
    CHECK(e->heard.empty());
}

TEST_CASE("before they are confirmed they change nothing of the desk's idea either") {
  voting_on_two h;
  h.does(typist, ops::enter_sheet{17, {h.doctor}, false});
  h.does(typist, ops::count_hands{h.doctor, 41});
  const auto before = h.seen(record::idea, h.doctor, audience::desk).as_object();
  CHECK(before.at("support") == 0);
  CHECK_FALSE(before.contains("paper"));
  CHECK_FALSE(before.contains("hands"));
  h.does(desk, ops::confirm_sheet{17, {h.doctor}});
  h.does(desk, ops::confirm_hands{h.doctor, 41});
  const auto after = h.seen(record::idea, h.doctor, audience::desk);
  CHECK(after.at("support") == 42);
  CHECK(after.at("paper") == 1);
  CHECK(after.at("hands") == 41);
}

void enter_paper(small_hall& h, std::uint32_t sheet, seq_t idea) {
  h.does(typist, ops::enter_sheet{sheet, {idea}, false});
  h.does(desk, ops::confirm_sheet{sheet, {idea}});
}

TEST_CASE("where few voted on paper or few online, the hall is not told the two ways apart") {
  voting_on_two h;
  for (std::uint8_t n = 11; n < 16; ++n)
    h.vote(resident(n), h.doctor);
  for (std::uint32_t sheet = 1; sheet < 5; ++sheet)
    enter_paper(h, sheet, h.doctor);
  h.open(phase::results);
  h.does(desk, ops::reveal_place{1});
  const auto seen = h.seen(record::idea, h.doctor, audience::resident).as_object();
  CHECK(seen.at("support") == 9);
  CHECK_FALSE(seen.contains("paper"));
  CHECK(h.seen(record::idea, h.doctor, audience::desk).at("paper") == 4);
}

TEST_CASE("once revealed, the hall sees how much of the support was paper and hands") {
  voting_on_two h;
  for (std::uint8_t n = 11; n < 16; ++n)
    h.vote(resident(n), n == 11 ? h.doctor : h.road);
  for (std::uint32_t sheet = 17; sheet < 22; ++sheet)
    enter_paper(h, sheet, sheet == 17 ? h.doctor : h.road);
  h.does(typist, ops::count_hands{h.doctor, 41});
  h.does(desk, ops::confirm_hands{h.doctor, 41});
  h.open(phase::results);
  for (const auto by : {audience::resident, audience::operator_, audience::board}) {
    for (const auto* key : {"support", "paper", "hands"})
      CHECK_FALSE(h.seen(record::idea, h.doctor, by).as_object().contains(key));
  }
  h.does(desk, ops::reveal_place{1});
  for (const auto by : everybody) {
    const auto seen = h.seen(record::idea, h.doctor, by);
    CHECK(seen.at("support") == 43);
    CHECK(seen.at("paper") == 1);
    CHECK(seen.at("hands") == 41);
    CHECK(seen.at("place") == 1);
    CHECK_FALSE(h.seen(record::idea, h.road, by).as_object().contains("hands"));
  }
}

// A hall that asks after every op whether what was told is what a page that comes now would see.
struct told_hall : small_hall {
  using small_hall::small_hall;

  seq_t does(const person& p, const ops::any_op& op) {
    const auto seq = small_hall::does(p, op);
    check(ops::name_of(op));
    return seq;
  }

  void check(std::string_view after) {
    broadcast::hub fresh("5f0c9a1e2b7d4c33", "a91b", s.state());
    for (const auto& p : {anna, typist, wall, desk}) {
      const auto now = std::make_shared<ear>();
      fresh.enter(now, p.is, std::nullopt, s.state(), s.time());
      const auto told = enter(p)->last("snapshot").at("puts");
      CHECK_MESSAGE(json::serialize(told) == json::serialize(now->last("snapshot").at("puts")),
                    std::string(after));
    }
  }
};

TEST_CASE("a hub that sees the log from its first entry, as after a restart, knows all of it") {
  const small_session s;
  broadcast::hub replayed("5f0c9a1e2b7d4c33", "a91b", model::state{});
  replayed.publish(s.state(), s.touched()); // by open_session
  broadcast::hub fresh("5f0c9a1e2b7d4c33", "a91b", s.state());
  for (const auto& p : {anna, typist, wall, desk}) {
    const auto told = std::make_shared<ear>();
    const auto now = std::make_shared<ear>();
    replayed.enter(told, p.is, std::nullopt, s.state(), s.time());
    fresh.enter(now, p.is, std::nullopt, s.state(), s.time());
    CHECK(told->last("snapshot") == now->last("snapshot"));
  }
}

TEST_CASE("nothing an op changes of the hall is left untold") {
  told_hall h(phase::warmup);
  h.does(anna, ops::join{2, {"Курортне"}, model::channel::phone});
  h.does(anna, ops::answer_warmup{0});
  h.does(typist, ops::count_warmup{0, 3});
  h.does(typist, ops::count_guests{3, {"Курортне"}, 4});
  auto set = village();
  set.tables = 3;
  set.settlements.push_back({"Вільне"});
  set.level = 2;
  h.does(desk, ops::configure_session{set});
  h.does(desk, ops::open_phase{phase::talk, 0});
  h.does(anna, ops::say_for_table{2, {"Нам бракує води"}, 0});
  h.does(desk, ops::erase_sentence{2});
  h.does(desk, ops::open_phase{phase::ideas, 0});
  const auto write = [&] {
    return h.does(anna, ops::submit_idea{{"Лікар"}, slugs({"roads"}), 0, model::channel::phone});
  };
  const auto doctor = write();
  const auto road = write();
  h.does(desk, ops::undo_entry{h.does(desk, ops::hide_idea{road, hide_reason::test})});
  h.does(desk, ops::undo_entry{h.does(desk, ops::merge_ideas{doctor, {road}})});
  h.does(anna, ops::withdraw_idea{write()});
  h.does(desk, ops::set_premoderation{true});
  h.does(desk, ops::approve_ideas{{write()}});
  h.does(desk, ops::issue_cards{1, {{id_of(0x41), id_of(0x42)}, {id_of(0x43), id_of(0x44)}}});
  h.does(anna, ops::use_card{id_of(0x41)});
  h.does(desk, ops::open_phase{phase::vote, 0});
  h.does(anna, ops::cast_vote{doctor});
  h.does(anna, ops::withdraw_vote{doctor});
  h.does(anna, ops::cast_vote{road});
  h.does(typist, ops::enter_sheet{1, {doctor}, true});
  h.does(desk, ops::confirm_sheet{1, {doctor}});
  h.does(desk, ops::ask_sheet_withdrawal{1});
  h.does(typist, ops::withdraw_sheet{1});
  h.does(typist, ops::count_hands{road, 7});
  h.does(desk, ops::confirm_hands{road, 7});
  h.does(desk, ops::ask_hands_withdrawal{road});
  h.does(typist, ops::withdraw_hands{road});
  h.does(desk, ops::free_card{1});
  h.does(desk, ops::replace_card{1, {id_of(0x45), id_of(0x46)}});
}

} // namespace
} // namespace viche::support
