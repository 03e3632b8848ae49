// Sections 5–7 and 9 and the annexes of the HTML: proposals, votes, indicators.
#include "report/html_page.hpp"

#include <algorithm>

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
  const auto px_max = p.r.voting ? bar_px_max / 2 : bar_px_max;
  list rows;
  for (const auto& a : p.r.areas) {
    auto row = named(p, area_name(p.r.set, a.area.slug, p.r.facts.language), a.proposals);
    row.set("width", bar(a.proposals, max, px_max));
    row.set("votes", p.num(a.votes.value_or(0)));
    row.set("votes_width", bar(a.votes.value_or(0), votes_max, px_max));
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
  std::size_t max = 1;
  for (const auto& a : p.r.proposals)
    max = std::max(max, a.votes.value_or(0));
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
    row.set("width", bar(votes, max, bar_px_max / 2));
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
  put_moderation(p);
  put_areas(p);
  put_voting(p);
  put_proposals(p);
  put_indicators(p);
}

} // namespace viche::report
