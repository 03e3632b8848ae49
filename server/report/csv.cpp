// Report → CSV, twice.
#include "report/csv.hpp"

#include "model/wire_name.hpp"
#include "report/counts.hpp"
#include "report/csv_table.hpp"
#include "report/csvw.hpp"
#include "report/open_tables.hpp"
#include "report/words.hpp"

#include <string>
#include <vector>

namespace viche::report {
namespace {

// The same shape whether published or merged into `into`.
struct csv_row {
  std::uint32_t number = 0;
  std::uint32_t into = 0; // 0: published itself
  model::time_ms_t at = 0;
  const std::string* text = nullptr;
  const std::vector<model::slug>* areas = nullptr;
  enum model::channel channel{};
  std::string author;   // empty: not stated
  std::string original; // empty: none, or not in this edition
  std::optional<struct support> support;
  std::optional<std::size_t> supports;
  std::string merged; // numbers of what became part of it
  const model::decided* decided = nullptr;
};

template <class Text>
csv_row row_of(const Text& t) {
  csv_row out;
  out.number = t.number;
  out.at = t.at;
  out.text = &t.text;
  out.areas = &t.areas;
  out.channel = t.channel;
  out.author = t.author.value_or("");
  out.original = t.original.value_or("");
  return out;
}

std::vector<csv_row> rows_of(const report& r) {
  std::vector<csv_row> out;
  for (const auto& p : r.proposals) {
    auto one = row_of(p);
    one.support = p.support;
    one.supports = p.supports;
    one.decided = p.decision ? &*p.decision : nullptr;
    for (const auto& m : p.merged) {
      one.merged += (one.merged.empty() ? "" : ", ") + std::to_string(m.number);
    }
    out.push_back(std::move(one));
    for (const auto& m : p.merged) {
      out.push_back(row_of(m));
      out.back().into = p.number;
    }
  }
  return out;
}

std::string text_of(const std::optional<std::size_t>& n) {
  return n ? std::to_string(*n) : std::string();
}

// One after another in both tables; empty where votes, or their ways, are not shown.
std::vector<std::string> parts_of(const report& r, const std::optional<support>& s) {
  if (!s) return {"", "", "", ""};
  const bool is_split = are_ways_told(r);
  return {is_split ? std::to_string(s->online) : "", is_split ? std::to_string(s->paper) : "",
          std::to_string(s->hands), std::to_string(s->total())};
}

void add(std::vector<std::string>& fields, std::vector<std::string> more) {
  fields.insert(fields.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

std::string votes_of(const csv_row& one) {
  return one.support ? std::to_string(one.support->votes()) : std::string();
}

// goalCode to responsible.
std::vector<std::string> decision_of(const csv_row& one) {
  if (one.decided == nullptr) return std::vector<std::string>(6);
  const auto& d = one.decided->decision;
  const bool is_open = d.outcome == model::outcome::open;
  return {d.goal.value,
          is_open ? std::string() : std::string(model::wire_name(d.outcome)),
          d.reason.value,
          is_open ? std::string() : iso_date(one.decided->at),
          "", // a link to the decision itself
          d.responsible.value};
}

// The same for a person, with the deadline: empty columns are for the council to fill in.
std::vector<std::string> consideration_of(const csv_row& one, const words& w) {
  if (one.decided == nullptr) return std::vector<std::string>(5);
  const auto& d = one.decided->decision;
  return {d.goal.value, std::string(word_of(w.outcomes, d.outcome)), d.reason.value,
          d.responsible.value, d.deadline.value};
}

std::string uid(const report& r, std::uint32_t number) {
  return number == 0 ? std::string() : r.facts.code + "-" + std::to_string(number);
}

std::string slugs_of(const csv_row& one) {
  std::string out;
  for (const auto& a : *one.areas)
    out += (out.empty() ? "" : ",") + a.value;
  return out;
}

std::string names_of(const report& r, const csv_row& one) {
  std::string out;
  for (const auto& a : *one.areas) {
    out += (out.empty() ? "" : "; ") + area_name(r.set, a, r.facts.language);
  }
  return out;
}

// The area at a place of the list, or nothing.
std::string name_at(const report& r, const csv_row& one, std::size_t place) {
  if (place >= one.areas->size()) return {};
  return area_name(r.set, one.areas->at(place), r.facts.language);
}

} // namespace

std::string write_csv(const report& r) {
  auto out = begun(proposals_table);
  for (const auto& one : rows_of(r)) {
    std::vector<std::string> fields{uid(r, one.number),
                                    r.facts.code,
                                    title_of(*one.text),
                                    *one.text,
                                    slugs_of(one),
                                    names_of(r, one),
                                    "", // which settlement a proposal came from is not said
                                    authority_of(r),
                                    r.details.authority_id.value,
                                    territory_of(r.details),
                                    iso_time(one.at),
                                    std::string(model::wire_name(one.channel)),
                                    one.author.empty() ? "anonymous" : "named",
                                    one.author,
                                    uid(r, one.into),
                                    one.into == 0 ? "published" : "merged",
                                    votes_of(one)};
    add(fields, decision_of(one));
    fields.emplace_back(); // in which language somebody wrote is not known
    fields.push_back(text_of(one.supports));
    add(fields, parts_of(r, one.support));
    out.line(fields);
  }
  return out.take();
}

std::string write_excel_csv(const report& r) {
  const auto& w = words_of(r.facts.language);
  const auto& c = w.column;
  const bool is_working = r.facts.edition == edition::working;
  csv_table out(';', true);
  std::vector<std::string> head;
  for (const auto name :
       {c.number, c.at,     c.author,   c.text,         c.area,        c.second_area, c.channel,
        c.votes,  c.online, c.paper,    c.hands,        c.total,       c.supports,    c.merged,
        c.into,   c.goal,   c.decision, c.reason_given, c.responsible, c.deadline})
    head.emplace_back(name);
  if (is_working) head.emplace_back(c.original);
  out.line(head);
  for (const auto& one : rows_of(r)) {
    std::vector<std::string> fields{std::to_string(one.number),
                                    short_date(one.at) + " " + clock_time(one.at),
                                    one.author.empty() ? std::string(w.label.without_author)
                                                       : one.author,
                                    *one.text,
                                    name_at(r, one, 0),
                                    name_at(r, one, 1),
                                    std::string(word_of(w.channels, one.channel)),
                                    votes_of(one)};
    add(fields, parts_of(r, one.support));
    add(fields, {text_of(one.supports), one.merged,
                 one.into == 0 ? std::string() : std::to_string(one.into)});
    add(fields, consideration_of(one, w));
    if (is_working) fields.push_back(one.original);
    out.line(fields);
  }
  return "\xef\xbb\xbf" + out.take();
}

} // namespace viche::report
