// The sheet of all proposals and, after each, of the texts merged into it; the columns of
// excel.csv, with the council's as cells to fill.
#include "report/xlsx_sheets.hpp"

namespace viche::report {
namespace {

constexpr std::size_t outcome_column = 16;

std::vector<column> columns_of(const pages& p) {
  const auto& c = p.w.column;
  std::vector<column> out{
      {c.number, 7},    {c.at, 16},           {c.author, 20},      {c.text, 60},
      {c.area, 24},     {c.second_area, 24},  {c.channel, 13},     {c.votes, 9},
      {c.online, 9},    {c.paper, 10},        {c.hands, 10},       {c.total, 9},
      {c.supports, 11}, {c.merged, 14},       {c.into, 11},        {c.goal, 30},
      {c.decision, 24}, {c.reason_given, 40}, {c.responsible, 24}, {c.deadline, 16}};
  if (p.r.facts.edition == edition::working) out.push_back({c.original, 60});
  return out;
}

std::string area_at(const pages& p, const std::vector<model::slug>& areas, std::size_t place) {
  if (place >= areas.size()) return {};
  return area_name(p.r.set, areas[place], p.r.facts.language);
}

template <class Text>
std::vector<cell_value> begun(const pages& p, const Text& t) {
  return {std::size_t{t.number},
          moment{t.at},
          t.author.value_or(std::string(p.w.label.without_author)),
          t.text,
          area_at(p, t.areas, 0),
          area_at(p, t.areas, 1),
          std::string(word_of(p.w.channels, t.channel))};
}

void add_support(const report& r, std::vector<cell_value>& row, const std::optional<support>& s) {
  if (!s) {
    row.resize(row.size() + 5);
    return;
  }
  row.emplace_back(s->votes());
  for (const auto n : {s->online, s->paper})
    row.push_back(way_of(r, n));
  row.insert(row.end(), {s->hands, s->total()});
}

void add_decision(const pages& p, std::vector<cell_value>& row, const proposal& of) {
  const auto d = of.decision.value_or(model::decided{}).decision;
  const std::string outcome(word_of(p.w.outcomes, d.outcome));
  for (const auto& text :
       {d.goal.value, outcome, d.reason.value, d.responsible.value, d.deadline.value})
    row.emplace_back(to_fill{text});
}

void add_original(const pages& p, std::vector<cell_value>& row,
                  const std::optional<std::string>& original) {
  if (p.r.facts.edition != edition::working || !original) return;
  row.resize(columns_of(p).size() - 1);
  row.emplace_back(*original);
}

void add_proposal(const pages& p, sheet& s, const proposal& one) {
  auto row = begun(p, one);
  add_support(p.r, row, one.support);
  row.emplace_back(one.supports);
  std::string merged;
  for (const auto& m : one.merged)
    merged += (merged.empty() ? "" : ", ") + std::to_string(m.number);
  row.emplace_back(merged);
  row.emplace_back(); // part of no other
  add_decision(p, row, one);
  add_original(p, row, one.original);
  s.row(row);
  for (const auto& m : one.merged) {
    auto part = begun(p, m);
    add_support(p.r, part, std::nullopt);
    part.emplace_back();
    part.emplace_back();
    part.emplace_back(std::size_t{one.number});
    add_original(p, part, m.original);
    s.row(part);
  }
}

} // namespace

void add_proposals(const pages& p) {
  auto s = p.book.add_sheet(p.w.sheet.proposals, columns_of(p), 1);
  for (const auto& one : p.r.proposals)
    add_proposal(p, s, one);
  if (p.r.proposals.empty()) {
    s.say(p.r.totals.submitted == 0 ? p.w.sentence.no_proposals : p.w.sheet.none_published);
  }
  const auto outcomes = std::span(p.w.outcomes).subspan(1);
  s.choose(outcome_column, outcomes, p.w.sheet.choose_outcome);
  p.finish(s);
}

} // namespace viche::report
