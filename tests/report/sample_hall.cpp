// The session of a hall: everything that does not come from a phone.
#include "report/sample.hpp"

namespace viche::test {
namespace {

using model::phase;

model::actor by_card(unsigned number) {
  return {model::role::resident, id_of(40'000 + number)}; // the voter of the card's first owner
}

void issue_cards(state_builder& b, unsigned count) {
  ops::issue_cards op;
  op.first = 1;
  for (unsigned n = 1; n <= count; ++n)
    op.cards.push_back({id_of(40'000 + n), id_of(41'000 + n)});
  b.apply(op, facilitator());
}

void enter_paper(state_builder& b, std::uint32_t sheet, std::vector<model::seq_t> ideas,
                 bool replaces_online = false) {
  b.apply(ops::enter_sheet{sheet, ideas, replaces_online}, an_operator());
  b.apply(ops::confirm_sheet{sheet, std::move(ideas)}, facilitator());
}

void raise_hands(state_builder& b, model::seq_t idea, std::uint32_t hands) {
  b.apply(ops::count_hands{idea, hands}, an_operator());
  b.apply(ops::confirm_hands{idea, hands}, facilitator());
}

void gather(state_builder& b) {
  b.apply(ops::set_authorship{model::authorship::named}, facilitator());
  for (unsigned n = 0; n < 7; ++n)
    b.join(n, n < 5 ? 1 : 2);
  b.apply(ops::count_guests{1, {"Гай"}, 4}, an_operator());
  b.apply(ops::count_guests{2, {}, 3}, an_operator());
  b.open(phase::warmup);
  for (unsigned n = 0; n < 7; ++n)
    b.apply(ops::answer_warmup{n < 6 ? 0U : 2U}, resident(n));
  b.apply(ops::count_warmup{1, 5}, an_operator());
  b.wait_minutes(5).open(phase::talk, 20);
  b.apply(ops::say_for_table{1, {"Дороги й лікар — передусім"}, 0}, resident(0));
  b.apply(ops::say_for_table{2, {"Щоб молодь лишалася в селі"}, 0}, an_operator());
  b.apply(ops::pause{model::pause_reason::no_power}, facilitator());
  b.wait_minutes(12).apply(ops::resume{}, facilitator());
}

} // namespace

report::author_names hall_names() {
  return {{id_of(0), "Олена Коваль"}, {id_of(1), "Іван Ґудзь"}};
}

state_builder hall_session() {
  auto set = sample_settings();
  set.level = 2;
  state_builder b(set);
  gather(b);
  b.wait_minutes(8).open(phase::ideas, 45);
  b.apply(ops::set_premoderation{true}, facilitator());
  const auto doctor = b.idea(0, "Лікар щодня", {"medicine"});
  const auto road = b.idea(1, "Дорога до шоли", {"infrastructure"});
  b.idea(2, waiting_text, {"culture"});
  b.apply(ops::approve_ideas{{doctor, road}}, facilitator());
  const auto library =
      b.apply(ops::submit_idea{{"Бібліотека з теплом"}, {{"culture"}}, 2, model::channel::oral},
              an_operator());
  const auto fair =
      b.apply(ops::submit_idea{{"Ярмарок щосуботи"}, {{"business"}}, 1, model::channel::paper},
              an_operator());
  b.apply(ops::approve_ideas{{library, fair}}, facilitator());
  b.apply(ops::correct_idea{road, {"Дорога до школи"}}, facilitator());
  b.wait_minutes(30).open(phase::sort);
  const auto late = b.apply(ops::submit_late_idea{{"Парк"}, {{"culture"}}, 0}, resident(3));
  const auto later = b.apply(ops::submit_late_idea{{declined_text}, {{"culture"}}, 0}, resident(3));
  b.apply(ops::accept_late_idea{late}, facilitator());
  b.apply(ops::decline_late_idea{later}, facilitator());

  issue_cards(b, 6);
  for (unsigned n = 1; n <= 3; ++n)
    b.apply(ops::use_card{id_of(40'000 + n)}, resident(50'000 + n));
  b.wait_minutes(5).open(phase::vote, 12);
  b.apply(ops::cast_vote{doctor}, by_card(1));
  b.apply(ops::cast_vote{road}, by_card(1));
  b.apply(ops::cast_vote{doctor}, by_card(2));
  b.apply(ops::cast_vote{library}, by_card(3));
  b.apply(ops::replace_card{3, {id_of(42'001), id_of(42'002)}}, facilitator()); // by 7
  enter_paper(b, 2, {road, fair}, true);
  enter_paper(b, 4, {road});
  raise_hands(b, doctor, 2);
  raise_hands(b, fair, 4);
  return b;
}

} // namespace viche::test
