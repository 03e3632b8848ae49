// Sections 5–7 and 9 and the annexes of the HTML: proposals, votes, indicators.
#include "report/html_page.hpp"

#include "model/wire_name.hpp"

#include <algorithm>
#include <set>

namespace viche::report {
namespace {

std::string areas_of(const page& p, const std::vector<model::slug>& slugs) {
  std::string out;
  for (const auto& slug : slugs) {
    if (!out.empty()) out += "; ";
    out += area_name(p.r.set, slug, p.r.facts.language, area_form::brief);
  }
  return out;
}

// Together, and of what: zeros are not listed.
void put_support(const page& p, data& row, const std::optional<support>& given) {
  const auto s = given.value_or(support{});
  row.set("votes", p.num(s.total()));
  row.set("online", p.num(s.online));
  row.set("paper", p.num(s.paper));
  row.set("hands", p.num(s.hands));
  list parts;
  const auto add = [&](std::string_view name, std::size_t n) {
    if (n != 0) parts.emplace_back(std::string(name) + "\u00a0" + p.num(n));
  };
  if (p.has_parts()) {
    add(p.w.label.online, s.online);
    add(p.w.label.paper, s.paper);
    add(p.w.label.hands, s.hands);
  }
  row.set("parts", parts);
}

void put_totals(page& p) {
  const auto& t = p.r.totals;
  const auto& w = p.w.figure;
  p.set("has_submitted", t.submitted != 0);
  list figures{named(p, w.submitted, t.submitted)};
  const auto add_part = [&](std::string_view name, std::size_t n) {
    figures.push_back(named(p, name, n));
    figures.back().set("is_part", true);
  };
  add_part(w.published, t.published);
  if (p.r.has_premoderation || t.waiting != 0) add_part(w.waiting, t.waiting);
  add_part(w.merged, t.merged);
  add_part(w.hidden, t.hidden);
  add_part(w.withdrawn, t.withdrawn);
  figures.push_back(named(p, w.redacted, t.redacted));
  p.set("figures", figures);
  std::string channels;
  for (const auto& c : t.submitted_by_channel) {
    if (!channels.empty()) channels += ", ";
    channels += std::string(word_of(p.w.channels, c.channel)) + ": " + p.num(c.count);
  }
  p.set("by_channel", fill(p.w.sentence.by_channel, {{"channels", channels}}));
  const auto late = fill(p.w.sentence.late, {{"accepted", p.num(t.late_accepted)},
                                             {"declined", p.num(t.late_declined)},
                                             {"waiting", p.num(t.late_waiting)}});
  const bool has_late = t.late_accepted + t.late_declined + t.late_waiting != 0;
  p.set("late", has_late ? data("text", late) : data(false));
}

void put_sentences(page& p) {
  list rows;
  for (const auto& s : p.r.sentences) {
    data row;
    row.set("name", std::to_string(s.table));
    row.set("text", s.text);
    rows.push_back(row);
  }
  p.set("has_sentences", !rows.empty());
  p.set("sentences", rows);
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
             named(p, p.w.figure.withdrawn, t.withdrawn),
             named(p, p.w.figure.corrected, t.corrected)});
  const auto corrected = fill(p.w.sentence.corrected, {{"count", p.num(t.corrected)}});
  p.set("corrected", t.corrected == 0 ? data(false) : data("text", corrected));
  const auto unpublished =
      fill(p.w.sentence.merged_unpublished, {{"count", p.num(t.merged_unpublished)}});
  p.set("merged_unpublished", t.merged_unpublished == 0 ? data(false) : data("text", unpublished));
}

void put_acts(page& p) {
  list rows;
  for (const auto& line : p.r.moderation) {
    data row;
    row.set("number", std::to_string(line.number));
    row.set("act", std::string(word_of(p.w.acts, line.what)));
    std::string why;
    if (line.reason) why = word_of(p.w.hide_reasons, *line.reason);
    if (line.into != 0) why = std::string(p.w.column.into) + " " + std::to_string(line.into);
    row.set("why", why);
    rows.push_back(row);
  }
  p.set("has_acts", !rows.empty());
  p.set("acts", rows);
}

void put_areas(page& p) {
  std::size_t max = 1;
  std::size_t votes_max = 1;
  for (const auto& a : p.r.areas) {
    max = std::max(max, a.proposals);
    votes_max = std::max(votes_max, a.support.value_or(support{}).total());
  }
  const auto px_max = p.r.voting ? bar_px_max / 2 : bar_px_max;
  list rows;
  for (const auto& a : p.r.areas) {
    auto row = named(p, area_name(p.r.set, a.area.slug, p.r.facts.language), a.proposals);
    row.set("width", bar(a.proposals, max, px_max));
    put_support(p, row, a.support);
    row.set("votes_width", bar(a.support.value_or(support{}).total(), votes_max, px_max));
    rows.push_back(row);
  }
  p.set("areas", rows);
}

void put_turnout(page& p, const voting& v) {
  const auto& w = p.w.sentence;
  auto voted =
      fill(v.voters_paper == 0 ? w.voted : w.voted_paper, {{"voters", p.num(v.voters())},
                                                           {"online", p.num(v.voters_online)},
                                                           {"paper", p.num(v.voters_paper)},
                                                           {"given", p.num(v.votes_given)},
                                                           {"counted", p.num(v.counted.votes())}});
  if (v.is_split_withheld) {
    voted += " " + fill(w.split_withheld, {{"few", p.num(limits::report_cell_min)}});
  }
  p.set("voted", voted);
  p.set("counted_parts", fill(w.counted_parts, {{"online", p.num(v.counted.online)},
                                                {"paper", p.num(v.counted.paper)},
                                                {"hands", p.num(v.counted.hands)},
                                                {"total", p.num(v.counted.total())}}));
  p.set("hands_explained", v.counted.hands == 0 ? data(false) : data("text", std::string(w.hands)));
}

list ranking_rows(const page& p, const voting& v) {
  std::size_t max = 1;
  for (const auto& a : p.r.proposals)
    max = std::max(max, a.support.value_or(support{}).total());
  list rows;
  for (const auto& line : v.ranking) {
    if (line.place > limits::reveal_place_max) break;
    const auto& which = p.r.proposals.at(line.proposal);
    data row;
    row.set("place", p.num(line.place));
    row.set("number", std::to_string(which.number));
    row.set("text", which.text);
    put_support(p, row, which.support);
    row.set("width", bar(which.support.value_or(support{}).total(), max,
                         p.has_parts() ? bar_px_max / 4 : bar_px_max / 2));
    row.set("is_tie", line.is_tie);
    rows.push_back(row);
  }
  return rows;
}

void put_voting(page& p) {
  const auto& c = p.w.column;
  p.set("has_votes", p.r.voting.has_value());
  p.set("has_parts", p.has_parts());
  p.set("votes_heading", std::string(p.has_parts() ? c.total : c.votes));
  p.set("tie_word", std::string(p.has_parts() ? p.w.label.tie_total : p.w.label.tie));
  p.set("has_ranking", p.r.voting && !p.r.voting->ranking.empty());
  if (!p.r.voting) return;
  const auto& v = *p.r.voting;
  put_turnout(p, v);
  const auto rows = ranking_rows(p, v);
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
  row.set("is_corrected", t.is_corrected);
  row.set("original", t.original ? data("wording", *t.original) : data(false));
  row.set("author", t.author.value_or(std::string(p.w.label.without_author)));
  row.set("signed", t.author ? data("by", *t.author) : data(false));
  return row;
}

// What the council made of a proposal, where it has made something of it.
void put_decision(const page& p, data& row, const proposal& of) {
  const auto d = of.decision.value_or(model::decided{}).decision;
  row.set("outcome", std::string(model::wire_name(d.outcome)));
  row.set("decision", std::string(word_of(p.w.outcomes, d.outcome)));
  row.set("goal", d.goal.value);
  row.set("reason", d.reason.value);
  row.set("responsible", d.responsible.value);
  row.set("deadline", d.deadline.value);
}

// What the page's own search can be narrowed to: areas and outcomes that occur.
void put_choices(page& p) {
  list areas;
  for (const auto& a : p.r.areas) {
    if (a.proposals == 0) continue;
    data one;
    one.set("slug", a.area.slug.value);
    one.set("name", area_name(p.r.set, a.area.slug, p.r.facts.language));
    areas.push_back(one);
  }
  p.set("used_areas", areas);
  std::set<model::outcome> used;
  for (const auto& one : p.r.proposals) {
    if (one.decision) used.insert(one.decision->decision.outcome);
  }
  used.erase(model::outcome::open);
  list outcomes;
  for (const auto outcome : used) {
    data one;
    one.set("value", std::string(model::wire_name(outcome)));
    one.set("name", std::string(word_of(p.w.outcomes, outcome)));
    outcomes.push_back(one);
  }
  p.set("has_decisions", !outcomes.empty());
  p.set("used_outcomes", outcomes);
}

void put_proposals(page& p) {
  list rows;
  list merged_rows;
  for (const auto& one : p.r.proposals) {
    auto row = text_row(p, one);
    row.set("channel", std::string(word_of(p.w.channels, one.channel)));
    put_support(p, row, one.support);
    row.set("votes_plain", std::to_string(one.support.value_or(support{}).total()));
    put_decision(p, row, one);
    std::string slugs;
    for (const auto& area : one.areas)
      slugs += (slugs.empty() ? "" : " ") + area.value;
    row.set("slugs", slugs);
    row.set("supports", p.num(one.supports));
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
    method.emplace_back(std::string(sentence));
  for (const auto& i : p.r.indicators) {
    const auto& said = indicator_words_of(p.w, i.name);
    const auto tenths = i.tenths();
    data row;
    row.set("name", std::string(said.label));
    row.set("value", !tenths ? "—"
                             : decimal(p.r.facts.language, *tenths) +
                                   (i.in == indicator::unit::percent ? "\u00a0%" : ""));
    rows.push_back(row);
    if (!said.method.empty()) method.emplace_back(std::string(said.method));
  }
  p.set("indicators", rows);
  p.set("method", method);
  list caveats;
  for (const auto caveat : p.w.caveats)
    caveats.emplace_back(std::string(caveat));
  p.set("caveats", caveats);
}

} // namespace

void put_results(page& p) {
  put_totals(p);
  put_sentences(p);
  put_moderation(p);
  put_acts(p);
  put_areas(p);
  put_voting(p);
  put_proposals(p);
  put_choices(p);
  put_indicators(p);
}

} // namespace viche::report
