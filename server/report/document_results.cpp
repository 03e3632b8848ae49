// Sections 5–10 and the annexes of a document: proposals, votes, what the council decided.
#include "report/document_parts.hpp"

#include "report/document_words.hpp"
#include "report/open_tables.hpp"
#include "report/proof_words.hpp"

#include <array>

namespace viche::report {
namespace {

using boost::json::array;
using boost::json::object;

// Everything a text of the list is said with, in one cell.
template <class Text>
std::string full_text(const speaker& s, const Text& t) {
  auto out = t.text;
  if (t.is_redacted) out += " (" + std::string(s.w.label.redacted) + ")";
  if (t.is_corrected) out += " (" + std::string(s.w.label.corrected) + ")";
  if (t.original) out += "\n" + std::string(s.w.label.original) + ": " + *t.original;
  if (t.author) out += "\n" + std::string(s.w.column.author) + ": " + *t.author;
  return out;
}

template <class Text>
object text_row(const speaker& s, const Text& t) {
  return {{"number", std::to_string(t.number)},
          {"at", s.time(t.at)},
          {"text", t.text},
          {"full_text", full_text(s, t)},
          {"author", t.author.value_or(std::string(s.w.label.without_author))},
          {"areas", s.areas(t.areas)}};
}

void put_decision(object& row, const speaker& s, const proposal& p) {
  const auto d = p.decision.value_or(model::decided{}).decision;
  row["outcome"] = word_of(s.w.outcomes, d.outcome);
  row["justification"] = d.reason.value;
  row["goal"] = d.goal.value;
  row["responsible"] = d.responsible.value;
  row["deadline"] = d.deadline.value;
}

void put_figures(object& out, const speaker& s) {
  const auto& t = s.r.totals;
  const auto& w = s.w.figure;
  array figures{row(w.submitted, s.number(t.submitted)), row(w.published, s.number(t.published))};
  if (s.r.has_premoderation || t.waiting != 0) {
    figures.push_back(row(w.waiting, s.number(t.waiting)));
  }
  figures.push_back(row(w.merged, s.number(t.merged)));
  figures.push_back(row(w.hidden, s.number(t.hidden)));
  figures.push_back(row(w.withdrawn, s.number(t.withdrawn)));
  figures.push_back(row(w.redacted, s.number(t.redacted)));
  out["proposals_came"] = t.submitted != 0;
  out["no_proposals"] = s.w.sentence.no_proposals;
  out["figures"] = std::move(figures);
  out["by_channel"] = channels_said(s);
  out["late"] = late_said(s);
  array areas;
  for (const auto& a : s.r.areas) {
    areas.push_back(object{{"name", area_name(s.r.set, a.area.slug, s.r.facts.language)},
                           {"proposals", s.number(a.proposals)},
                           {"votes", s.votes(a.support)}});
  }
  out["areas"] = std::move(areas);
  array sentences;
  for (const auto& one : s.r.sentences) {
    sentences.push_back(object{{"table", std::to_string(one.table)}, {"text", one.text}});
  }
  out["sentences"] = std::move(sentences);
}

void put_ranking(object& out, const speaker& s) {
  array ranking;
  for (const auto& line : s.r.voting ? s.r.voting->ranking : std::vector<ranked_line>{}) {
    if (line.place > limits::reveal_place_max) break;
    const auto& p = s.r.proposals.at(line.proposal);
    const auto tie = s.has_parts() ? s.w.label.tie_total : s.w.label.tie;
    ranking.push_back(object{{"place", s.number(line.place)},
                             {"number", std::to_string(p.number)},
                             {"text", p.text},
                             {"votes", s.votes(p.support)},
                             {"tie", line.is_tie ? tie : ""}});
  }
  out["voting"] = texts(voting_said(s));
  out["ranking"] = std::move(ranking);
}

void put_proposals(object& out, const speaker& s) {
  array rows;
  array merged_rows;
  for (const auto& p : s.r.proposals) {
    auto one = text_row(s, p);
    one["channel"] = word_of(s.w.channels, p.channel);
    one["votes"] = s.votes(p.support);
    one["supports"] = s.number(p.supports);
    std::string numbers;
    for (const auto& m : p.merged) {
      if (!numbers.empty()) numbers += ", ";
      numbers += std::to_string(m.number);
      auto into = text_row(s, m);
      into["into"] = std::to_string(p.number);
      merged_rows.push_back(std::move(into));
    }
    one["merged"] = numbers;
    put_decision(one, s, p);
    rows.push_back(std::move(one));
  }
  out["proposals"] = std::move(rows);
  out["merged"] = std::move(merged_rows);
  out["no_merged"] = s.w.sentence.no_merged;
  const auto n = s.r.totals.merged_unpublished;
  out["merged_unpublished"] =
      n == 0 ? "" : fill(s.w.sentence.merged_unpublished, {{"count", s.number(n)}});
}

// How many proposals each outcome has; nothing before the council decided any.
void put_outcomes(object& out, const speaker& s) {
  const auto& w = document_words_of(s.r.facts.language);
  std::array<std::size_t, 6> counts{};
  for (const auto& p : s.r.proposals) {
    if (p.decision) ++counts.at(static_cast<std::size_t>(p.decision->decision.outcome));
  }
  array lines;
  for (std::size_t i = 1; i < counts.size(); ++i) {
    if (counts.at(i) == 0) continue;
    lines.push_back(
        boost::json::value(fill(w.outcome_count, {{"outcome", std::string(s.w.outcomes.at(i))},
                                                  {"count", s.number(counts.at(i))}})));
  }
  out["outcomes"] = std::move(lines);
}

void put_indicators(object& out, const speaker& s) {
  array rows;
  std::vector<std::string> method(s.w.method.begin(), s.w.method.end());
  for (const auto& i : s.r.indicators) {
    const auto& said = indicator_words_of(s.w, i.name);
    const auto tenths = i.tenths();
    const bool is_percent = i.in == indicator::unit::percent;
    rows.push_back(
        row(said.label,
            !tenths ? "—" : decimal(s.r.facts.language, *tenths) + (is_percent ? "\u00a0%" : "")));
    if (!said.method.empty()) method.emplace_back(said.method);
  }
  out["indicators"] = std::move(rows);
  out["method"] = texts(method);
  out["caveats"] = texts(std::vector<std::string>(s.w.caveats.begin(), s.w.caveats.end()));
}

void put_moderation(object& out, const speaker& s) {
  const auto& t = s.r.totals;
  const auto& w = document_words_of(s.r.facts.language);
  array hidden;
  for (const auto& h : t.hidden_by_reason) {
    hidden.push_back(row(word_of(s.w.hide_reasons, h.reason), s.number(h.count)));
  }
  out["hidden"] = std::move(hidden);
  out["no_hidden"] = s.w.sentence.no_hidden;
  out["moderation"] = array{row(s.w.figure.merged, s.number(t.merged)),
                            row(s.w.figure.redacted, s.number(t.redacted)),
                            row(s.w.figure.withdrawn, s.number(t.withdrawn)),
                            row(s.w.figure.corrected, s.number(t.corrected))};
  out["hidden_never"] = s.w.sentence.hidden_never;
  out["corrected"] =
      t.corrected == 0 ? "" : fill(s.w.sentence.corrected, {{"count", s.number(t.corrected)}});
  array log;
  for (const auto& line : s.r.moderation) {
    std::string why;
    if (line.reason) why = word_of(s.w.hide_reasons, *line.reason);
    if (line.into != 0) why = fill(w.into, {{"number", std::to_string(line.into)}});
    log.push_back(object{{"number", std::to_string(line.number)},
                         {"done", word_of(s.w.acts, line.what)},
                         {"why", why}});
  }
  out["moderation_log"] = std::move(log);
}

} // namespace

void put_results(object& out, const speaker& s) {
  put_figures(out, s);
  put_ranking(out, s);
  put_proposals(out, s);
  put_outcomes(out, s);
  put_indicators(out, s);
}

void put_annexes(object& out, const speaker& s) {
  std::vector<std::string> notes;
  if (s.r.voting) {
    const auto without = s.r.proposals.size() - s.r.voting->ranking.size();
    notes.push_back(fill(s.w.sentence.zero_votes, {{"count", s.number(without)}}));
  }
  notes.emplace_back(s.w.sentence.supports);
  out["list_notes"] = texts(notes);
  put_moderation(out, s);
  std::vector<std::string> programme;
  for (const auto& p : s.r.programme) {
    auto line = std::string(word_of(s.w.phases, p.what));
    if (p.minutes != 0) line += " — " + duration(s.r.facts.language, p.minutes * 60'000LL);
    programme.push_back(std::move(line));
  }
  out["programme"] = texts(programme);
  out["files"] = package_name(s.r.facts, s.r.details) + ".zip";
  out["head"] = s.r.facts.head;
  std::string head_words;
  for (const auto word : proof_words(head_seen(s.r)))
    head_words += (head_words.empty() ? "" : ", ") + std::string(word);
  out["head_words"] = head_words;
  out["chain"] = texts({std::string(s.w.sentence.chain), std::string(s.w.sentence.chain_limits)});
  out["made_by"] = made_by_said(s);
}

} // namespace viche::report
