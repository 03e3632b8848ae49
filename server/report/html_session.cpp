// The letterhead and sections 1–4 of the HTML: who, what about, how it went, who took part.
#include "report/html_page.hpp"

#include <algorithm>

namespace viche::report {
namespace {

std::string held(const page& p) {
  const auto& f = p.r.facts;
  const bool is_closed = !p.r.phases.empty() && p.r.phases.back().what == model::phase::closed;
  const auto sentence = !is_closed        ? p.w.sentence.open
                        : is_one_day(p.r) ? p.w.sentence.held
                                          : p.w.sentence.held_days;
  return fill(sentence, {{"date", long_date(f.language, p.r.began_at)},
                         {"from", clock_time(p.r.began_at)},
                         {"date_until", long_date(f.language, p.r.ended_at)},
                         {"until", clock_time(p.r.ended_at)},
                         {"code", f.code}});
}

void put_letterhead(page& p) {
  const auto& f = p.r.facts;
  p.set("lang", std::string(p.w.language));
  p.set("is_working", f.edition == edition::working);
  p.set("community", p.r.set.community.value);
  p.set("title", p.r.set.title.value);
  p.set("date", long_date(f.language, p.r.began_at));
  p.set("held", held(p));
  const auto& question = p.r.set.question.value;
  p.set("question", question.empty() ? data(false) : data("text", question));
  const auto& [partners, logo] = p.r.branding;
  p.set("partners", partners.value.empty() ? data(false) : data("text", partners.value));
  p.set("logo", logo.base64.empty() ? data(false) : data("base64", logo.base64));
  p.set("head", f.head);
  p.set("files", "viche-" + f.code + ".json, viche-" + f.code + ".csv");
  const auto made_by = f.with_authors ? p.w.sentence.made_by_signed : p.w.sentence.made_by;
  p.set("made_by", fill(made_by, {{"date", long_date(f.language, f.generated_at_ms)},
                                  {"time", clock_time(f.generated_at_ms)},
                                  {"version", f.version}}));
}

std::string cards_said(const page& p, const card_counts& c) {
  const auto& w = p.w.sentence;
  return fill(c.used ? w.cards_used : w.cards_issued, {{"issued", p.num(c.issued)},
                                                       {"used", p.num(c.used.value_or(0))},
                                                       {"unused", p.num(c.unused.value_or(0))},
                                                       {"voided", p.num(c.voided)}});
}

void put_rules(page& p) {
  const auto& set = p.r.set;
  const auto votes = counted(p.r.facts.language, set.votes_per_person, p.w.nouns.vote);
  list rules;
  rules.emplace_back(fill(p.w.sentence.rules_text, {{"limit", p.num(limits::idea_graphemes_max)}}));
  rules.emplace_back(fill(p.w.sentence.rules_votes, {{"votes", votes}}));
  rules.emplace_back(std::string(p.w.sentence.rules_hidden));
  if (p.r.has_premoderation) rules.emplace_back(std::string(p.w.sentence.rules_premoderation));
  rules.emplace_back(
      fill(p.w.sentence.level, {{"level", std::string(word_of(p.w.levels, set.level))}}));
  if (p.r.cards) rules.emplace_back(cards_said(p, *p.r.cards));
  rules.emplace_back(fill(p.w.sentence.authorship,
                          {{"mode", std::string(word_of(p.w.authorships, p.r.authors))}}));
  p.set("rules", rules);
}

void put_phases(page& p) {
  list rows;
  list programme;
  for (const auto& phase : p.r.phases) {
    if (phase.what == model::phase::closed) continue;
    const auto name = std::string(word_of(p.w.phases, phase.what));
    const bool is_open = phase.closed_at == 0;
    const auto planned = phase.planned_ms + phase.extended_ms;
    const auto planned_words = planned == 0 ? "—" : duration(p.r.facts.language, planned);
    data row;
    row.set("name", name);
    row.set("from", time_in(p, phase.opened_at));
    row.set("until", is_open ? std::string(p.w.label.still_open) : time_in(p, phase.closed_at));
    row.set("lasted", is_open ? "—"
                              : duration(p.r.facts.language,
                                         phase.closed_at - phase.opened_at - phase.paused_ms));
    row.set("planned", planned_words);
    rows.push_back(row);
    auto line = name;
    if (planned != 0) line.append(" — ").append(planned_words);
    programme.emplace_back(line);
  }
  p.set("phases", rows);
  p.set("programme", programme);
}

void put_pauses(page& p) {
  list rows;
  for (const auto& pause : p.r.pauses) {
    const bool is_open = pause.until == 0;
    data row;
    row.set("reason", std::string(word_of(p.w.pauses, pause.reason)));
    row.set("phase", std::string(word_of(p.w.phases, pause.in)));
    row.set("from", time_in(p, pause.since));
    row.set("until", is_open ? std::string(p.w.label.still_open) : time_in(p, pause.until));
    row.set("lasted", is_open ? "—" : duration(p.r.facts.language, pause.until - pause.since));
    rows.push_back(row);
  }
  p.set("has_pauses", !rows.empty());
  p.set("pauses", rows);
}

list cell_rows(const page& p, const std::vector<cell>& cells) {
  std::size_t max = 1;
  for (const auto& c : cells)
    max = std::max(max, c.people.value_or(0));
  list rows;
  for (const auto& c : cells) {
    data row;
    row.set("name", c.label);
    row.set("width", bar(c.people.value_or(0), max, bar_px_max));
    row.set("value", c.people ? p.num(*c.people)
                              : std::string(c.is_few ? p.w.label.few : p.w.label.withheld));
    rows.push_back(row);
  }
  return rows;
}

void put_people(page& p) {
  const auto& people = p.r.participants;
  p.set("has_people", people.total != 0);
  const auto& w = p.w.sentence;
  p.set("people",
        fill(people.guests == 0 ? w.people : w.people_guests, {{"people", p.num(people.total)},
                                                               {"joined", p.num(people.joined)},
                                                               {"guests", p.num(people.guests)}}));
  p.set("has_people_tables", !people.by_table.empty());
  p.set("people_tables", cell_rows(p, people.by_table));
  p.set("has_settlements", !people.by_settlement.empty());
  p.set("settlements", cell_rows(p, people.by_settlement));
}

void put_warmup(page& p) {
  p.set("has_warmup", p.r.warmup.has_value());
  if (!p.r.warmup) return;
  const auto& asked = p.r.warmup->question;
  const auto question = asked.empty() ? std::string(p.w.label.usual_question) : asked;
  p.set("warmup_asked", fill(p.w.sentence.warmup_asked, {{"question", question}}));
  p.set("warmup", cell_rows(p, p.r.warmup->answers));
}

} // namespace

void put_session(page& p) {
  put_letterhead(p);
  put_rules(p);
  put_phases(p);
  put_pauses(p);
  put_people(p);
  put_warmup(p);
}

} // namespace viche::report
