// The sheets of participants, moderation and figures.
#include "report/xlsx_sheets.hpp"

#include "report/counts.hpp"

namespace viche::report {
namespace {

cell_value value_of(const indicator& i) {
  const auto tenths = i.tenths();
  if (!tenths) return std::string("—");
  switch (i.in) {
  case indicator::unit::percent: return percent{*tenths};
  case indicator::unit::mean: return decimal_number{*tenths};
  case indicator::unit::count: break;
  }
  return i.numerator.value_or(0);
}

void add_cells(const pages& p, sheet& s, std::string_view group, const std::vector<cell>& cells) {
  for (const auto& c : cells)
    s.row({std::string(group), c.label, people_of(p.w, c)});
}

void add_channels(const pages& p, sheet& s, std::string_view group,
                  const std::vector<channel_count>& channels) {
  for (const auto& c : channels)
    s.row({std::string(group), std::string(word_of(p.w.channels, c.channel)), c.count});
}

void add_totals(const pages& p, sheet& s) {
  const auto& t = p.r.totals;
  const auto& f = p.w.figure;
  const auto put = [&](std::string_view name, std::size_t n) {
    s.row({std::string(p.w.caption.proposals), std::string(name), n});
  };
  put(f.submitted, t.submitted);
  put(f.published, t.published);
  put(f.waiting, t.waiting);
  put(f.merged, t.merged);
  put(f.hidden, t.hidden);
  put(f.withdrawn, t.withdrawn);
  put(f.redacted, t.redacted);
  put(f.corrected, t.corrected);
  for (const auto& h : t.hidden_by_reason) {
    s.row({std::string(p.w.caption.hidden), std::string(word_of(p.w.hide_reasons, h.reason)),
           h.count});
  }
  add_channels(p, s, p.w.column.channel, t.submitted_by_channel);
}

void add_votes(const pages& p, sheet& s) {
  if (!p.r.voting) return;
  const auto& v = *p.r.voting;
  const auto& w = p.w.sheet;
  const auto put = [&](std::string_view name, std::size_t n) {
    s.row({std::string(p.w.heading.voting), std::string(name), n});
  };
  if (v.is_split_withheld) {
    put(w.voters, v.voters());
    put(w.votes_given, v.votes_given);
    put(w.counted_votes, v.counted.votes());
  } else {
    put(w.voters_online, v.voters_online);
    put(w.voters_paper, v.voters_paper);
    put(w.votes_given, v.votes_given);
    put(w.counted_online, v.counted.online);
    put(w.counted_paper, v.counted.paper);
  }
  put(w.counted_hands, v.counted.hands);
  put(w.counted_total, v.counted.total());
}

} // namespace

cell_value way_of(const report& r, std::size_t n) {
  return are_ways_told(r) ? cell_value(n) : cell_value();
}

cell_value people_of(const words& w, const cell& c) {
  if (c.people) return *c.people;
  return std::string(c.is_few ? w.label.few : w.label.withheld);
}

void add_people(const pages& p) {
  const auto& [r, w, book] = p;
  const auto& people = r.participants;
  auto s = book.add_sheet(w.sheet.people,
                          {{w.sheet.section, 40}, {w.sheet.name, 48}, {w.column.people, 14}});
  if (people.total == 0) {
    s.say(w.sentence.no_people);
  } else {
    s.row({std::string(w.column.people), std::string(w.sheet.joined), people.joined});
    s.row({std::string(w.column.people), std::string(w.sheet.guests), people.guests});
    s.row({std::string(w.column.people), std::string(w.column.total), people.total});
    add_cells(p, s, w.caption.tables, people.by_table);
    add_cells(p, s, w.caption.settlements, people.by_settlement);
    add_channels(p, s, w.sheet.by_channel, people.by_channel);
  }
  if (r.warmup) add_cells(p, s, w.caption.warmup, r.warmup->answers);
  p.finish(s);
}

void add_moderation(const pages& p) {
  const auto& [r, w, book] = p;
  auto s = book.add_sheet(
      w.sheet.moderation,
      {{w.column.number, 8}, {w.sheet.done, 44}, {w.column.reason, 32}, {w.column.into, 18}});
  for (const auto& line : r.moderation) {
    s.row({std::size_t{line.number}, std::string(word_of(w.acts, line.what)),
           line.reason ? cell_value(std::string(word_of(w.hide_reasons, *line.reason)))
                       : cell_value(),
           line.into == 0 ? cell_value() : cell_value(std::size_t{line.into})});
  }
  if (r.moderation.empty()) s.say(w.sheet.no_moderation);
  p.finish(s);
}

void add_figures(const pages& p) {
  const auto& [r, w, book] = p;
  const auto& c = w.column;
  auto s = book.add_sheet(w.sheet.figures, {{w.sheet.section, 34},
                                            {c.figure, 52},
                                            {c.value, 12},
                                            {w.sheet.part, 10},
                                            {w.sheet.whole, 10},
                                            {w.sheet.how, 72}});
  add_totals(p, s);
  add_votes(p, s);
  for (const auto& i : r.indicators) {
    const auto& said = indicator_words_of(w, i.name);
    const bool is_quotient = i.in != indicator::unit::count && i.numerator;
    s.row({std::string(w.caption.indicators), std::string(said.label), value_of(i),
           is_quotient ? cell_value(*i.numerator) : cell_value(),
           is_quotient ? cell_value(i.denominator) : cell_value(), std::string(said.method)});
  }
  p.finish(s);
}

} // namespace viche::report
