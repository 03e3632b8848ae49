// The sheets of votes and of areas, each with its chart.
#include "report/xlsx_sheets.hpp"

#include "limits.hpp"

#include <algorithm>

namespace viche::report {
namespace {

// Parts make one bar where they are shown; else the sum does.
std::vector<std::size_t> bar_parts(const report& r, std::size_t online) {
  if (!shows_parts(r)) return {online + 3}; // all together
  return {online, online + 1, online + 2};
}

// What a chart says to those who do not see it.
std::string in_words(std::string_view title, const std::vector<std::string>& lines) {
  std::string out(title);
  for (std::size_t i = 0; i < lines.size(); ++i)
    out += (i == 0 ? ": " : "; ") + lines[i];
  return out + ".";
}

void add_ranked(const pages& p, sheet& s, const ranked_line& line) {
  const auto& one = p.r.proposals.at(line.proposal);
  const auto votes = one.support.value_or(support{});
  const auto tie = bar_parts(p.r, 0).size() == 1 ? p.w.label.tie : p.w.label.tie_total;
  s.row({std::size_t{line.place}, std::size_t{one.number}, title_of(one.text),
         one.areas.empty() ? std::string()
                           : area_name(p.r.set, one.areas.front(), p.r.facts.language),
         way_of(p.r, votes.online), way_of(p.r, votes.paper), votes.hands, votes.total(),
         line.is_tie ? std::string(tie) : std::string()});
}

} // namespace

void add_voting(const pages& p) {
  const auto& [r, w, book] = p;
  const auto& c = w.column;
  auto s = book.add_sheet(w.sheet.voting, {{c.place, 8},
                                           {c.number, 7},
                                           {w.sheet.title, 64, cell_format::line},
                                           {c.area, 34, cell_format::line},
                                           {c.online, 10},
                                           {c.paper, 11},
                                           {c.hands, 14},
                                           {c.total, 9},
                                           {w.sheet.remark, 24, cell_format::line}});
  bars chart{.title = std::string(w.caption.ranking),
             .description = {},
             .names = 2,
             .of = bar_parts(r, 4),
             .rows = 0};
  std::vector<std::string> lines;
  for (const auto& line : r.voting.value_or(voting{}).ranking) {
    add_ranked(p, s, line);
    if (line.place > limits::reveal_place_max || lines.size() == limits::chart_bars_max) continue;
    const auto& one = r.proposals.at(line.proposal);
    lines.push_back(std::string(c.number) + "\u00a0" + std::to_string(one.number) + " " +
                    title_of(one.text) + " — " +
                    std::to_string(one.support.value_or(support{}).total()));
  }
  if (s.rows() == 0) s.say(r.voting ? w.sentence.no_votes : w.sentence.votes_not_shown);
  chart.rows = lines.size();
  chart.description = in_words(chart.title, lines);
  s.draw(chart);
  p.finish(s);
}

void add_areas(const pages& p) {
  const auto& [r, w, book] = p;
  const auto& c = w.column;
  auto s = book.add_sheet(w.sheet.areas, {{c.area, 44, cell_format::line},
                                          {c.proposals, 14},
                                          {c.online, 10},
                                          {c.paper, 11},
                                          {c.hands, 14},
                                          {c.total, 9}});
  std::vector<std::string> proposals;
  std::vector<std::string> votes;
  for (const auto& a : r.areas) {
    const auto name = area_name(r.set, a.area.slug, r.facts.language);
    std::vector<cell_value> row{name, a.proposals};
    proposals.push_back(name + " — " + std::to_string(a.proposals));
    if (a.support) {
      row.insert(row.end(), {way_of(r, a.support->online), way_of(r, a.support->paper),
                             a.support->hands, a.support->total()});
      votes.push_back(name + " — " + std::to_string(a.support->total()));
    }
    s.row(row);
  }
  const std::string title(w.caption.areas);
  const std::string votes_title(w.sheet.area_votes);
  s.draw({.title = title,
          .description = in_words(title, proposals),
          .names = 0,
          .of = {1},
          .rows = proposals.size()});
  s.draw({.title = votes_title,
          .description = in_words(votes_title, votes),
          .names = 0,
          .of = bar_parts(r, 2),
          .rows = votes.size()});
  p.finish(s);
}

} // namespace viche::report
