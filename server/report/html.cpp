// Report → what the HTML template wants: every number already in words, every text as it is. The
// template escapes; nothing here does.
#include "report/html.hpp"

#include "report/html_template.hpp"
#include "report/words.hpp"

#include <kainjow/mustache.hpp>

#include <algorithm>
#include <cassert>

namespace viche::report {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::object;

constexpr std::size_t bar_px_max = 130;

// A page in the making: the report and the words it is said in.
struct page {
  const report& r;
  const words& w;
  data out;

  std::string num(std::size_t n) const {
    return number(r.facts.language, static_cast<std::int64_t>(n));
  }
  void set(const char* name, data value) { out.set(name, std::move(value)); }
};

template <class Group>
data word_group(const Group& group) {
  data out{data::type::object};
  boost::mp11::mp_for_each<boost::describe::describe_members<Group, boost::describe::mod_public>>(
      [&](auto member) { out.set(member.name, std::string(group.*member.pointer)); });
  return out;
}

void put_words(page& p) {
  p.set("heading", word_group(p.w.heading));
  p.set("label", word_group(p.w.label));
  p.set("column", word_group(p.w.column));
  p.set("caption", word_group(p.w.caption));
  p.set("sentence", word_group(p.w.sentence));
}

// Bars of one table share a scale. 0 has no bar, anything else at least a pixel.
data bar(std::size_t value, std::size_t max) {
  if (value == 0) return false;
  return std::to_string(std::max<std::size_t>(1, value * bar_px_max / max));
}

std::string areas_of(const page& p, const std::vector<model::slug>& slugs) {
  std::string out;
  for (const auto& slug : slugs) {
    if (!out.empty()) out += "; ";
    out += area_name(p.r.set, slug, p.r.facts.language);
  }
  return out;
}

bool is_one_day(const report& r) {
  return iso_date(r.began_at) == iso_date(r.ended_at);
}

// The day is said only where it may differ.
std::string time_in(const page& p, model::time_ms_t at) {
  if (is_one_day(p.r) && iso_date(at) == iso_date(p.r.began_at)) return clock_time(at);
  return short_date(at) + " " + clock_time(at);
}

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
  p.set("head", f.head);
  p.set("files", "viche-" + f.code + ".json, viche-" + f.code + ".csv");
  p.set("made_by", fill(p.w.sentence.made_by, {{"date", long_date(f.language, f.generated_at_ms)},
                                               {"time", clock_time(f.generated_at_ms)},
                                               {"version", f.version}}));
}

void put_rules(page& p) {
  const auto& set = p.r.set;
  const auto votes = counted(p.r.facts.language, set.votes_per_person, p.w.nouns.vote);
  list rules;
  rules.push_back(fill(p.w.sentence.rules_text, {{"limit", p.num(limits::idea_graphemes_max)}}));
  rules.push_back(fill(p.w.sentence.rules_votes, {{"votes", votes}}));
  rules.push_back(std::string(p.w.sentence.rules_hidden));
  rules.push_back(
      fill(p.w.sentence.level, {{"level", std::string(word_of(p.w.levels, set.level))}}));
  rules.push_back(std::string(p.w.sentence.authorship));
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
    programme.push_back(planned == 0 ? name : name + " — " + planned_words);
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
    row.set("width", bar(c.people.value_or(0), max));
    row.set("value", c.people ? p.num(*c.people)
                              : std::string(c.is_few ? p.w.label.few : p.w.label.withheld));
    rows.push_back(row);
  }
  return rows;
}

void put_people(page& p) {
  const auto& people = p.r.participants;
  p.set("has_people", people.total != 0);
  p.set("people", fill(p.w.sentence.people, {{"people", p.num(people.total)}}));
  p.set("has_people_tables", !people.by_table.empty());
  p.set("people_tables", cell_rows(p, people.by_table));
  p.set("has_settlements", !people.by_settlement.empty());
  p.set("settlements", cell_rows(p, people.by_settlement));
}

data named(const page& p, std::string_view name, std::size_t value) {
  data row;
  row.set("name", std::string(name));
  row.set("value", p.num(value));
  return row;
}

void put_totals(page& p) {
  const auto& t = p.r.totals;
  const auto& w = p.w.figure;
  p.set("has_submitted", t.submitted != 0);
  list figures{named(p, w.submitted, t.submitted)};
  for (const auto& part : {named(p, w.published, t.published), named(p, w.merged, t.merged),
                           named(p, w.hidden, t.hidden), named(p, w.withdrawn, t.withdrawn)}) {
    figures.push_back(part);
    figures.back().set("is_part", true);
  }
  figures.push_back(named(p, w.redacted, t.redacted));
  p.set("figures", figures);
  std::string channels;
  for (const auto& c : t.submitted_by_channel) {
    if (!channels.empty()) channels += ", ";
    channels += std::string(word_of(p.w.channels, c.channel)) + ": " + p.num(c.count);
  }
  p.set("by_channel", fill(p.w.sentence.by_channel, {{"channels", channels}}));
}

void put_moderation(page& p) {
  const auto& t = p.r.totals;
  list hidden;
  for (const auto& h : t.hidden_by_reason) {
    hidden.push_back(named(p, word_of(p.w.hide_reasons, h.reason), h.count));
  }
  p.set("has_hidden", !hidden.empty());
  p.set("hidden", hidden);
  p.set("moderation",
        list{named(p, p.w.figure.merged, t.merged), named(p, p.w.figure.redacted, t.redacted),
             named(p, p.w.figure.withdrawn, t.withdrawn)});
  const auto unpublished =
      fill(p.w.sentence.merged_unpublished, {{"count", p.num(t.merged_unpublished)}});
  p.set("merged_unpublished", t.merged_unpublished == 0 ? data(false) : data("text", unpublished));
}

void put_areas(page& p) {
  std::size_t max = 1;
  std::size_t votes_max = 1;
  for (const auto& a : p.r.areas) {
    max = std::max(max, a.proposals);
    votes_max = std::max(votes_max, a.votes.value_or(0));
  }
  list rows;
  for (const auto& a : p.r.areas) {
    auto row = named(p, area_name(p.r.set, a.area.slug, p.r.facts.language), a.proposals);
    row.set("width", bar(a.proposals, max));
    row.set("votes", p.num(a.votes.value_or(0)));
    row.set("votes_width", bar(a.votes.value_or(0), votes_max));
    rows.push_back(row);
  }
  p.set("areas", rows);
}

void put_voting(page& p) {
  p.set("has_votes", p.r.voting.has_value());
  p.set("has_ranking", p.r.voting && !p.r.voting->ranking.empty());
  if (!p.r.voting) return;
  const auto& v = *p.r.voting;
  p.set("voted", fill(p.w.sentence.voted, {{"voters", p.num(v.voters)},
                                           {"given", p.num(v.votes_given)},
                                           {"counted", p.num(v.votes_counted)}}));
  list rows;
  for (const auto& line : v.ranking) {
    if (line.place > limits::reveal_place_max) break;
    const auto& which = p.r.proposals.at(line.proposal);
    const auto votes = which.votes.value_or(0);
    data row;
    row.set("place", p.num(line.place));
    row.set("number", std::to_string(which.number));
    row.set("text", which.text);
    row.set("votes", p.num(votes));
    row.set("width", bar(votes, *p.r.proposals.at(v.ranking.front().proposal).votes));
    row.set("is_tie", line.is_tie);
    rows.push_back(row);
  }
  const bool is_cut = rows.size() < v.ranking.size();
  p.set("ranking", rows);
  const auto places = fill(p.w.sentence.first_places, {{"place", p.num(limits::reveal_place_max)}});
  p.set("first_places", is_cut ? data("text", places) : data(false));
  const auto without = p.r.proposals.size() - v.ranking.size();
  p.set("zero_votes", fill(p.w.sentence.zero_votes, {{"count", p.num(without)}}));
}

template <class Text>
data text_row(const page& p, const Text& t) {
  data row;
  row.set("number", std::to_string(t.number));
  row.set("at", time_in(p, t.at));
  row.set("text", t.text);
  row.set("areas", areas_of(p, t.areas));
  row.set("is_redacted", t.is_redacted);
  return row;
}

void put_proposals(page& p) {
  list rows;
  list merged_rows;
  for (const auto& one : p.r.proposals) {
    auto row = text_row(p, one);
    row.set("channel", std::string(word_of(p.w.channels, one.channel)));
    row.set("votes", p.num(one.votes.value_or(0)));
    std::string numbers;
    for (const auto& m : one.merged) {
      if (!numbers.empty()) numbers += ", ";
      numbers += std::to_string(m.number);
      merged_rows.push_back(text_row(p, m));
      merged_rows.back().set("into", std::to_string(one.number));
    }
    row.set("merged", numbers);
    rows.push_back(std::move(row));
  }
  p.set("has_proposals", !rows.empty());
  p.set("proposals", rows);
  p.set("has_merged", !merged_rows.empty());
  p.set("merged_texts", merged_rows);
}

void put_indicators(page& p) {
  list rows;
  list method;
  for (const auto sentence : p.w.method)
    method.push_back(std::string(sentence));
  for (const auto& i : p.r.indicators) {
    const auto& said = indicator_words_of(p.w, i.name);
    const auto tenths = i.tenths();
    data row;
    row.set("name", std::string(said.label));
    row.set("value", !tenths ? "—"
                             : decimal(p.r.facts.language, *tenths) +
                                   (i.in == indicator::unit::percent ? "\u00a0%" : ""));
    rows.push_back(row);
    if (!said.method.empty()) method.push_back(std::string(said.method));
  }
  p.set("indicators", rows);
  p.set("method", method);
  list caveats;
  for (const auto caveat : p.w.caveats)
    caveats.push_back(std::string(caveat));
  p.set("caveats", caveats);
}

} // namespace

std::string write_html(const report& r) {
  page p{.r = r, .w = words_of(r.facts.language), .out = data{}};
  put_words(p);
  put_letterhead(p);
  put_rules(p);
  put_phases(p);
  put_pauses(p);
  put_people(p);
  put_totals(p);
  put_moderation(p);
  put_areas(p);
  put_voting(p);
  put_proposals(p);
  put_indicators(p);
  std::size_t tables = 0; // captions are numbered as they are met
  p.set("numbered", kainjow::mustache::lambda2([&](const std::string& caption, const auto& render) {
          const auto prefix = std::string(p.w.label.table) + " " + std::to_string(++tables) + ". ";
          return prefix + render(caption);
        }));
  kainjow::mustache::mustache page_template{std::string(html_template)};
  assert(page_template.is_valid());
  return page_template.render(p.out);
}

} // namespace viche::report
