// The small session, its replay and its print.
#include "support/small_session.hpp"

#include "authorise/authorise.hpp"
#include "decode/row.hpp"
#include "fold/fold.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace viche::support {

model::settings village(std::uint32_t level) {
  model::settings set;
  set.title = {"Стратегія громади"};
  set.community = {"Сергіївська громада"};
  set.question = {"Що зробити до 2027 року?"};
  set.areas = {{{"medicine"}, {"Медицина"}, {"Охорона здоров’я"}, {"Medicine"}},
               {{"roads"}, {"Дороги"}, {"Дороги й транспорт"}, {"Roads"}},
               {{"schools"}, {"Освіта"}, {"Освіта й дитинство"}, {"Schools"}}};
  set.votes_per_person = 3;
  set.languages = {model::language::uk};
  set.level = level;
  set.tables = 5;
  set.settlements = {{"Сергіївка"}, {"Курортне"}};
  return set;
}

std::vector<model::slug> slugs(const std::vector<std::string>& areas) {
  std::vector<model::slug> out;
  for (const auto& a : areas)
    out.push_back({a});
  return out;
}

small_session::small_session(phase in, model::settings set) {
  state_.code = "123456";
  ops::open_session opening{std::move(set), {}};
  for (const auto& p : {desk, typist, wall})
    opening.links.push_back({p.is.as, p.is.writer});
  does(host, opening);
  if (in != phase::lobby) open(in);
}

small_session::~small_session() {
  CHECK(printed(replayed(rows_)) == printed(state_));
}

model::verdict small_session::asks(const person& p, const ops::any_op& op) const {
  return authorise::authorise(state_, authorise::actor_of(state_, p.is, op).value(), op);
}

seq_t small_session::does(const person& p, const ops::any_op& op, where at) {
  if (const auto no = asks(p, op)) {
    const auto words = std::string(ops::name_of(op)) + " is refused: ";
    const std::string why(name_of(no->why));
    ADD_FAIL_AT(at.file_name(), static_cast<int>(at.line()), words, why);
  }
  time_ += 1000;
  const auto place = order_.next(authorise::actor_of(state_, p.is, op).value(), time_);
  const ops::entry e{place, "op-" + std::to_string(1'000'000'000'000 + place.seq), op};
  touched_ = {};
  fold::fold(state_, e, touched_);
  rows_.push_back(decode::encode_row(e));
  return place.seq;
}

void small_session::refuses(const person& p, const ops::any_op& op, refusal why,
                            std::string_view field, where at) {
  const auto no = asks(p, op);
  std::string got = no ? std::string(name_of(no->why)) : "nothing";
  if (no && !field.empty()) got += no->field == nullptr ? "" : std::string(" ") + no->field;
  std::string wanted(name_of(why));
  if (!field.empty()) wanted += " " + std::string(field);
  if (got == wanted) return;
  const std::string name(ops::name_of(op));
  ADD_FAIL_CHECK_AT(at.file_name(), static_cast<int>(at.line()), name, ": wanted ", wanted,
                    ", got ", got);
}

seq_t small_session::submit(const person& p, std::string text, std::vector<std::string> areas,
                            where at) {
  return does(p, ops::submit_idea{{std::move(text)}, slugs(areas), 0, model::channel::phone}, at);
}

void small_session::open(phase p, std::uint32_t minutes, where at) {
  does(desk, ops::open_phase{p, minutes}, at);
}

void small_session::vote(const person& p, seq_t idea, where at) {
  does(p, ops::cast_vote{idea}, at);
}

void small_session::take_off(const person& p, seq_t idea, where at) {
  does(p, ops::withdraw_vote{idea}, at);
}

void small_session::merge(seq_t main, std::vector<seq_t> others, where at) {
  does(desk, ops::merge_ideas{main, std::move(others)}, at);
}

void small_session::split(seq_t idea, where at) {
  does(desk, ops::split_idea{idea}, at);
}

void small_session::hide(seq_t idea, where at) {
  does(desk, ops::hide_idea{idea, hide_reason::off_topic}, at);
}

const model::idea& small_session::idea(seq_t id) const {
  const auto* found = model::find_idea(state_, id);
  REQUIRE(found != nullptr);
  return *found;
}

std::size_t small_session::support(seq_t id) const {
  return model::support_of(state_, idea(id));
}

std::size_t small_session::spent(const person& p) const {
  return ops::votes_spent(state_, *p.is.voter);
}

bool small_session::touches(record kind, seq_t id) const {
  return touched_.records.contains({kind, id});
}

model::state replayed(const std::vector<model::log_row>& rows) {
  model::state s;
  s.code = "123456";
  for (const auto& row : rows) {
    const auto e = decode::decode_row(row);
    REQUIRE(e.has_value());
    model::touched nobody_listens;
    fold::fold(s, *e, nobody_listens);
  }
  return s;
}

namespace {

void put(std::string& out, const std::string& s) {
  out += '"' + s + "\" ";
}
void put(std::string& out, const model::id128& id) {
  out += model::to_hex(id) + ' ';
}
void put(std::string& out, const model::slug& s) {
  out += s.value + ' ';
}

template <class T>
  requires std::is_arithmetic_v<T>
void put(std::string& out, T n) {
  out += std::to_string(n) + ' ';
}

template <class T>
  requires std::is_enum_v<T>
void put(std::string& out, T e) {
  out += std::to_string(static_cast<int>(e)) + ' ';
}

// What lists below are of.
void put(std::string& out, const model::idea_before& b);
void put(std::string& out, const model::undo_step& step);
void put(std::string& out, const model::staff_link& l);
void put(std::string& out, const model::card& c);

template <class Many>
void put_all(std::string& out, const Many& many) {
  out += '[';
  for (const auto& one : many)
    put(out, one);
  out += "] ";
}

// The structured bindings fail to compile when a field is added: then it must be printed too.

void put(std::string& out, const model::pause_span& p) {
  const auto& [reason, since, until, in] = p;
  put(out, reason), put(out, since), put(out, until), put(out, in);
}

void put(std::string& out, const model::phase_span& p) {
  const auto& [what, opened_at, closed_at, planned_ms, extended_ms, paused_ms] = p;
  put(out, what), put(out, opened_at), put(out, closed_at);
  put(out, planned_ms), put(out, extended_ms), put(out, paused_ms);
}

void put(std::string& out, const model::idea& i) {
  const auto& [id, number, author, at, text, original, areas, table, settlement, channel, hidden,
               is_withdrawn, is_redacted, is_pending, is_moderated, merged_into, members, standing,
               supporters, text_entries, imported, was_corrected, changed, claimed_by] = i;
  put(out, id), put(out, number), put(out, author.as), put(out, author.id), put(out, at);
  put(out, text.value), put_all(out, areas), put(out, table), put(out, settlement);
  put(out, channel), put(out, hidden ? static_cast<int>(*hidden) : -1);
  put(out, is_withdrawn), put(out, is_redacted), put(out, is_moderated), put(out, merged_into);
  put_all(out, members), put_all(out, standing), put_all(out, supporters);
  put_all(out, text_entries), put(out, is_pending), put(out, changed);
  put(out, original ? original->value : "none");
  put(out, claimed_by ? model::to_hex(*claimed_by) : "nobody");
  put(out, imported.online), put(out, imported.paper), put(out, imported.hands);
  put(out, imported.supports), put(out, was_corrected);
}

void put(std::string& out, const model::idea_before& b) {
  const auto& [id, text, original, areas, hidden, is_pending, is_moderated, merged_into, members,
               changed] = b;
  put(out, id), put(out, text.value), put(out, original ? original->value : "none");
  put_all(out, areas), put(out, hidden ? static_cast<int>(*hidden) : -1), put(out, is_pending);
  put(out, is_moderated), put(out, merged_into), put_all(out, members), put(out, changed);
}

void put(std::string& out, const model::clock_before& c) {
  const auto& [phases, last_phase, pauses, last_pause, is_paused, changed] = c;
  put(out, phases), put(out, last_phase), put(out, pauses), put(out, is_paused);
  if (last_pause) put(out, *last_pause);
  put(out, changed);
}

void put(std::string& out, const model::undo_step& step) {
  const auto& [entry, op, ideas, clock, spotlight] = step;
  put(out, entry), put(out, std::string(op)), put_all(out, ideas);
  if (clock) put(out, *clock);
  if (spotlight) put(out, spotlight->idea), put(out, spotlight->changed);
}

void put(std::string& out, const model::staff_link& l) {
  const auto& [role, hash, name] = l;
  put(out, role), put(out, hash), put(out, name);
}

void put(std::string& out, const model::person& p) {
  const auto& [table, settlement, channel] = p;
  put(out, table), put(out, settlement), put(out, channel);
}

void put(std::string& out, const model::late_idea& l) {
  const auto& [id, author, at, text, areas, table, settlement, fate, became] = l;
  put(out, id), put(out, author.as), put(out, author.id), put(out, at), put(out, text.value);
  put_all(out, areas), put(out, table), put(out, settlement), put(out, fate), put(out, became);
}

void put(std::string& out, const model::wifi_access& w) {
  const auto& [ssid, password, entry] = w;
  put(out, ssid.value), put(out, password.value), put(out, entry);
}

void put(std::string& out, const std::optional<model::id128>& id) {
  out += id ? model::to_hex(*id) + ' ' : "nobody ";
}

void put(std::string& out, const model::warmup_question& w) {
  const auto& [question, options, answers, hands] = w;
  put(out, question.value);
  for (const auto& o : options)
    put(out, o.value);
  for (const auto& [writer, option] : answers)
    put(out, writer), put(out, option);
  for (const auto& [by, people] : hands)
    put(out, by.first), put(out, by.second), put(out, people);
}

void put(std::string& out, const model::sentence& said) {
  const auto& [seq, text, at, text_entries] = said;
  put(out, seq), put(out, text.value), put(out, at), put_all(out, text_entries);
}

void put(std::string& out, const model::paper_sheet& sheet) {
  const auto& [ideas, entered, confirmed, replaces, asked] = sheet;
  put_all(out, ideas), put(out, entered), put(out, confirmed), put(out, replaces), put(out, asked);
}

void put(std::string& out, const model::hand_count& counted) {
  const auto& [hands, counted_by, confirmed_by, withdrawal_asked_by] = counted;
  put(out, hands), put(out, counted_by), put(out, confirmed_by), put(out, withdrawal_asked_by);
}

void put(std::string& out, const model::card& c) {
  const auto& [code, digits, voter, device, is_void, replaced_by] = c;
  put(out, code), put(out, digits), put(out, voter), put(out, device), put(out, is_void);
  put(out, replaced_by);
}

void put(std::string& out, const model::branding_of_session& b) {
  const auto& [partners, logo] = b;
  put(out, partners.value), put(out, logo.base64);
}

void put(std::string& out, const model::decided& d) {
  put(out, d.decision.outcome), put(out, d.decision.reason.value), put(out, d.at);
  put(out, d.decision.goal.value), put(out, d.decision.responsible.value);
  put(out, d.decision.deadline.value);
}

// As their row prints them.
template <class Op>
void put_row(std::string& out, const Op& op) {
  const auto row = decode::encode_row({{}, "", op});
  out += row.fields + ' ';
  for (const auto& text : row.texts)
    put(out, *text);
}

// Lines of an unordered map, sorted.
template <class Map, class Line>
void put_sorted(std::string& out, const Map& map, Line line) {
  std::vector<std::string> lines;
  for (const auto& [key, value] : map)
    lines.push_back(line(key, value));
  std::ranges::sort(lines);
  for (const auto& l : lines)
    out += l + '\n';
}

} // namespace

std::string printed(const model::state& s) {
  const auto& [seq, code, set, links, phases, pauses, is_paused, clock_changed, planned, ideas,
               people, voters, supporters, spotlight, spotlight_changed, has_premoderation,
               had_premoderation, undo_steps, revealed_place, warmup, sentences, board, branding,
               authors, details, decisions, decision_traces, publication, taken_back, imported,
               imported_numbers, guests, sheets, paper_voters, hand_counts, cards, card_of,
               card_of_device, voters_before, late_ideas, asking, wifi, people_per_phone, answered,
               entries_of] = s;
  std::string out;
  put(out, seq), put(out, code), put_row(out, ops::open_session{set, {}}), put_all(out, links),
      put(out, is_paused);
  put(out, clock_changed), put(out, spotlight_changed), put(out, has_premoderation);
  put(out, warmup), put(out, branding), put(out, authors), put(out, board.mode);
  put(out, board.area), put_all(out, cards);
  put(out, had_premoderation), put_row(out, ops::set_report_details{details}),
      put_all(out, imported_numbers);
  if (imported) put_row(out, ops::import_session{.from = *imported});
  put(out, publication.is_published), put(out, publication.since);
  for (const auto& [idea, decided] : decisions)
    put(out, idea), put(out, decided);
  for (const auto& [idea, trace] : decision_traces)
    put(out, idea), put(out, trace.seq), put(out, trace.taken_back_at);
  for (const auto& [table, said] : sentences)
    put(out, table), put(out, said);
  for (const auto& [where, people_there] : guests)
    put(out, where.first), put(out, where.second), put(out, people_there);
  for (const auto& [number, sheet] : sheets)
    put(out, number), put(out, sheet);
  for (const auto& [voter, sheet] : paper_voters)
    put(out, voter), put(out, sheet);
  for (const auto& [idea, counted] : hand_counts)
    put(out, idea), put(out, counted);
  const auto numbered = [](const auto& id, const auto& number) {
    std::string line;
    put(line, id), put(line, number);
    return line;
  };
  put_sorted(out, card_of, numbered);
  put_sorted(out, card_of_device, numbered);
  const auto with_all = [](const auto& id, const auto& these) {
    std::string line;
    put(line, id), put_all(line, these);
    return line;
  };
  put_sorted(out, voters_before, with_all);
  for (const auto& [phase, minutes] : planned)
    put(out, phase), put(out, minutes);
  for (const auto& [link, steps] : undo_steps)
    put(out, link), put_all(out, steps);
  put(out, spotlight), put(out, revealed_place), put(out, people_per_phone), put(out, wifi);
  out += '\n';
  for (const auto& p : phases)
    put(out, p), out += '\n';
  for (const auto& p : pauses)
    put(out, p), out += '\n';
  for (const auto& [id, i] : ideas)
    put(out, i), out += '\n';
  put_sorted(out, people, [](const auto& id, const auto& p) {
    std::string line;
    put(line, id), put(line, p);
    return line;
  });
  put_sorted(out, voters, with_all);
  put_sorted(out, supporters, with_all);
  for (const auto& [id, l] : late_ideas)
    put(out, l), out += '\n';
  for (const auto& [writer, since] : asking)
    put(out, writer), put(out, since), out += '\n';
  put_sorted(out, answered, [](const auto& key, const auto& at) {
    std::string line;
    put(line, key), put(line, at);
    return line;
  });
  return out;
}

} // namespace viche::support
