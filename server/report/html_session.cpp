// The letterhead and sections 1–4 of the HTML: who, what about, how it went, who took part.
#include "report/html.hpp"
#include "report/html_page.hpp"
#include "report/open_tables.hpp"
#include "report/proof.hpp"

#include <algorithm>
#include <array>
#include <map>

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

// A text, or false: then the page leaves a blank line for it.
data if_said(const std::string& text) {
  return text.empty() ? data(false) : data("text", text);
}

// What the council said of itself and of the session.
void put_details(page& p) {
  const auto& d = p.r.details;
  const auto& authority = d.authority.value;
  p.set("authority", authority.empty() ? p.r.set.community.value : authority);
  p.set("authority_id", if_said(d.authority_id.value));
  p.set("place", if_said(d.place.value));
  p.set("ground", if_said(d.ground.value));
  p.set("facilitators", if_said(d.facilitators.value));
  p.set("aim", if_said(d.aim.value));
  p.set("term", if_said(d.term.value));
  p.set("notice", if_said(d.notice.value));
  p.set("next_steps", if_said(d.next_steps.value));
  p.set("signer", if_said(d.signer.value));
  std::string contact;
  for (const auto* part : {&d.contact_person.value, &d.contact.value, &d.email.value}) {
    if (part->empty()) continue;
    if (!contact.empty()) contact += ", ";
    contact += *part;
  }
  p.set("contact", if_said(contact));
}

void put_contents(page& p) {
  const auto& h = p.w.heading;
  const std::array sections{h.organ,  h.question,      h.procedure, h.people,     h.proposals,
                            h.voting, h.consideration, h.decisions, h.indicators, h.caveats};
  const std::array annexes{h.list, h.merged, h.moderation, h.programme, h.method, h.data};
  list contents;
  const auto add = [&](const std::string& id, const std::string& name) {
    data line;
    line.set("id", id);
    line.set("name", name);
    contents.push_back(std::move(line));
  };
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto n = std::to_string(i + 1);
    add("s" + n, n + ". " + std::string(sections.at(i)));
  }
  for (std::size_t i = 0; i < annexes.size(); ++i) {
    const auto n = std::to_string(i + 1);
    add("a" + n, std::string(p.w.label.annex) + " " + n + ". " + std::string(annexes.at(i)));
  }
  p.set("contents", contents);
}

// Where the journal is and its check, once everybody may have it. What was published of a closed
// session names the head it vouches for, so that the check can miss it.
data journal_links(const page& p) {
  const auto& f = p.r.facts;
  const bool is_there = p.r.publication.is_published && (f.is_served || !f.address.empty());
  if (!is_there) return false;
  const bool is_closed = !p.r.phases.empty() && p.r.phases.back().what == model::phase::closed;
  const auto results = f.address.empty() ? "/r/" + f.code : f.address;
  const auto check = results + "/check?language=" + std::string(p.w.language);
  data out{data::type::object};
  out.set("check", is_closed ? check + '#' + f.head : check);
  out.set("file", results + "/journal.jsonl");
  return out;
}

void put_letterhead(page& p) {
  const auto& f = p.r.facts;
  p.set("lang", std::string(p.w.language));
  p.set("is_working", f.edition == edition::working);
  p.set("community", p.r.set.community.value);
  p.set("policy", std::string(html_page_policy()));
  p.set("title", p.r.set.title.value);
  p.set("date", long_date(f.language, p.r.began_at));
  p.set("held", held(p));
  const auto& question = p.r.set.question.value;
  p.set("question", question.empty() ? data(false) : data("text", question));
  const auto& [partners, logo] = p.r.branding;
  p.set("partners", partners.value.empty() ? data(false) : data("text", partners.value));
  p.set("logo", logo.base64.empty() ? data(false) : data("base64", logo.base64));
  put_details(p);
  p.set("head", f.head);
  const auto seen = head_seen(p.r);
  p.set("proof", seen.empty() ? std::string() : proof_html(seen, p.w));
  p.set("head_changes",
        seen.empty() ? data("text", std::string(p.w.sentence.head_changes)) : data(false));
  p.set("journal", journal_links(p));
  p.set("address", f.address.empty() ? data(false) : data("text", f.address));
  p.set("files", package_name(f, p.r.details) + ".zip");
  data imported = false;
  if (const auto& from = p.r.imported) {
    imported = data{data::type::object};
    imported.set("said",
                 fill(p.w.sentence.imported, {{"date", long_date(f.language, from->reported_at)},
                                              {"version", from->version},
                                              {"code", from->code}}));
    imported.set("head", from->head);
  }
  p.set("imported", imported);
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

std::int64_t length_ms(const planned_phase& planned) {
  return std::int64_t{planned.minutes} * 60'000;
}

// The programme as it was meant; without one, the phases as they ran.
void put_programme(page& p) {
  list programme;
  const auto add = [&](model::phase what, std::int64_t planned_ms) {
    auto line = std::string(word_of(p.w.phases, what));
    if (planned_ms != 0) line.append(" — ").append(duration(p.r.facts.language, planned_ms));
    programme.emplace_back(line);
  };
  for (const auto& planned : p.r.programme)
    add(planned.what, length_ms(planned));
  if (programme.empty()) {
    for (const auto& phase : p.r.phases) {
      if (phase.what != model::phase::closed) add(phase.what, phase.planned_ms + phase.extended_ms);
    }
  }
  p.set("programme", programme);
}

void put_phases(page& p) {
  list rows;
  std::map<model::phase, std::int64_t> meant; // by the programme, where the clock was not set
  for (const auto& planned : p.r.programme)
    meant[planned.what] = length_ms(planned);
  for (const auto& phase : p.r.phases) {
    if (phase.what == model::phase::closed) continue;
    const auto name = std::string(word_of(p.w.phases, phase.what));
    const bool is_open = phase.closed_at == 0;
    const auto clock = phase.planned_ms + phase.extended_ms;
    const auto planned = clock != 0 ? clock : meant[phase.what];
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
  }
  p.set("phases", rows);
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
  put_contents(p);
  put_rules(p);
  put_phases(p);
  put_programme(p);
  put_pauses(p);
  put_people(p);
  put_warmup(p);
}

} // namespace viche::report
