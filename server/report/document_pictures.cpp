// The charts of a document, as numbers and the texts that say what they show; and its cards.
#include "report/document_parts.hpp"

#include "report/document_words.hpp"

#include <algorithm>

namespace viche::report {
namespace {

using boost::json::array;
using boost::json::object;

// What a card's field holds beside the proposal's own text, so that a card stays one page.
constexpr std::size_t merged_bytes_max = 1500;

struct drawing {
  std::string_view name;
  std::string points; // of the text alternative
  array categories;
  array totals; // in words
  std::vector<std::pair<std::string_view, array>> series;
};

void add_point(drawing& d, const document_words& w, const std::string& name,
               const std::string& value) {
  if (!d.points.empty()) d.points += "; ";
  d.points += fill(w.chart_point, {{"name", name}, {"value", value}});
  d.categories.push_back(boost::json::value(name));
  d.totals.push_back(boost::json::value(value));
}

object drawn(drawing d, const document_words& w) {
  if (d.categories.empty()) return {};
  array series;
  for (auto& [name, values] : d.series) {
    series.push_back(object{{"name", name}, {"values", std::move(values)}});
  }
  return {{"name", d.name},
          {"alt", fill(w.chart_alt, {{"name", std::string(d.name)}, {"points", d.points}})},
          {"categories", std::move(d.categories)},
          {"totals", std::move(d.totals)},
          {"series", std::move(series)}};
}

std::string merged_said(const proposal& p, const document_words& w) {
  std::string out;
  std::string numbers;
  for (const auto& m : p.merged) {
    const auto number = std::to_string(m.number);
    auto line = fill(w.card_merged, {{"number", number}, {"text", m.text}});
    if (numbers.empty() && out.size() + line.size() <= merged_bytes_max) {
      out += "\n" + line;
    } else {
      numbers += (numbers.empty() ? "" : ", ") + number;
    }
  }
  if (!numbers.empty()) out += "\n" + fill(w.card_merged_many, {{"numbers", numbers}});
  return out;
}

} // namespace

object areas_chart(const speaker& s) {
  const auto& w = document_words_of(s.r.facts.language);
  drawing d{.name = w.areas_chart, .points = {}, .categories = {}, .totals = {}, .series = {}};
  array values;
  for (const auto& a : s.r.areas) {
    if (a.proposals == 0) continue;
    add_point(d, w, area_name(s.r.set, a.area.slug, s.r.facts.language, area_form::brief),
              s.number(a.proposals));
    values.push_back(a.proposals);
  }
  d.series.emplace_back(w.proposals_series, std::move(values));
  return drawn(std::move(d), w);
}

object ranking_chart(const speaker& s) {
  const auto& w = document_words_of(s.r.facts.language);
  drawing d{.name = w.ranking_chart, .points = {}, .categories = {}, .totals = {}, .series = {}};
  array online;
  array paper;
  array hands;
  for (const auto& line : s.r.voting ? s.r.voting->ranking : std::vector<ranked_line>{}) {
    if (line.place > limits::reveal_place_max) break;
    if (d.categories.size() == limits::chart_bars_max) break;
    const auto& p = s.r.proposals.at(line.proposal);
    const auto given = p.support.value_or(support{});
    add_point(d, w, "№\u00a0" + std::to_string(p.number), s.number(given.total()));
    online.push_back(s.has_parts() ? given.online : given.total());
    paper.push_back(given.paper);
    hands.push_back(given.hands);
  }
  if (!s.has_parts()) {
    d.series.emplace_back(w.votes_series, std::move(online));
  } else {
    d.series.emplace_back(s.w.column.online, std::move(online));
    d.series.emplace_back(s.w.column.paper, std::move(paper));
    d.series.emplace_back(s.w.column.hands, std::move(hands));
  }
  return drawn(std::move(d), w);
}

object card_of(const speaker& s, std::size_t proposal) {
  const auto& w = document_words_of(s.r.facts.language);
  const auto& p = s.r.proposals.at(proposal);
  const auto number = std::to_string(p.number);
  auto territory = s.r.set.community.value;
  if (const auto& code = s.r.details.cattutc.value; !code.empty()) territory += " (" + code + ")";
  auto other = fill(w.card_number, {{"number", number}}) + " " +
               fill(w.card_session, {{"code", s.r.facts.code}});
  for (const auto& line : s.r.voting ? s.r.voting->ranking : std::vector<ranked_line>{}) {
    if (line.proposal != proposal) continue;
    const auto total = p.support.value_or(support{}).total();
    other += " " + fill(w.card_place, {{"place", s.number(line.place)}}) + " " +
             fill(w.card_votes, {{"votes", s.number(total)}});
  }
  if (!s.r.details.site.value.empty()) other += "\n" + s.r.details.site.value;
  const auto decided = p.decision.value_or(model::decided{}).decision;
  return {{"number", number},
          {"task", decided.goal.value},
          {"title", title_of(p.text)},
          {"territory", territory},
          {"text", p.text},
          {"description", p.text + merged_said(p, w)},
          {"areas", s.areas(p.areas)},
          {"responsible", decided.responsible.value},
          {"period", decided.deadline.value},
          {"initiator", p.author.value_or(std::string())},
          {"votes", s.votes(p.support)},
          {"other", other}};
}

} // namespace viche::report
