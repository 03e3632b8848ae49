// Row by row: which proposal, what stands there now, what would stand there.
#include "consideration/preview.hpp"

#include "decode/text.hpp"
#include "limits.hpp"
#include "report/sha256.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

namespace viche::consideration {
namespace {

constexpr std::array councils{field::outcome, field::reason, field::goal, field::responsible,
                              field::deadline};

std::optional<model::outcome> outcome_called(std::string_view word) {
  const auto wanted = folded(word);
  for (const auto* w : {&report::words_uk, &report::words_en}) {
    for (std::size_t n = 0; n < w->outcomes.size(); ++n) { // the first is empty
      if (folded(w->outcomes.at(n)) == wanted) return static_cast<model::outcome>(n);
    }
  }
  return std::nullopt;
}

std::string value_of(const model::decision& d, field f) {
  switch (f) {
  case field::outcome: return std::string(boost::describe::enum_to_string(d.outcome, ""));
  case field::reason: return d.reason.value;
  case field::goal: return d.goal.value;
  case field::responsible: return d.responsible.value;
  default: return d.deadline.value;
  }
}

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t n = 0;
  const auto* begin = text.data();
  const auto* end = begin + text.size();
  const auto read = std::from_chars(begin, end, n);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(n) : std::nullopt;
}

class reader {
public:
  reader(const model::state& s, columns where) : s_(s), where_(std::move(where)) {
    for (const auto& [id, i] : s.ideas)
      by_number_[i.number] = &i;
  }

  void read(const edited_row& row) {
    const auto text = folded(cell(row, field::number).value_or(""));
    const bool is_filled = std::ranges::any_of(councils, [&](field f) {
      const auto c = cell(row, f);
      return !c || !folded(*c).empty();
    });
    if (text.empty()) {
      if (is_filled) problem(row, field::number, wrong::number_missing);
      return;
    }
    const auto number = number_in(text);
    const auto known = by_number_.find(number.value_or(0)); // no proposal is number 0
    if (known == by_number_.end()) {
      // A remark below the table is no row of it.
      const auto what = number ? wrong::number_unknown : wrong::number_malformed;
      if (is_filled) problem(row, field::number, what);
      return;
    }
    if (!seen_.insert(known->first).second) return problem(row, field::number, wrong::number_twice);
    const auto& idea = *known->second;
    if (!model::is_published(idea)) {
      // Texts that became part of others stand in our own table; their cells stay empty.
      const auto what = idea.merged_into != 0 ? wrong::number_merged : wrong::number_unpublished;
      if (is_filled) problem(row, field::number, what);
      return;
    }
    compare(row, idea);
  }

  preview take() {
    for (const auto& [number, idea] : by_number_) {
      if (model::is_published(*idea) && !seen_.contains(number)) out_.missing.push_back(number);
    }
    if (out_.op.lines.size() > limits::decisions_together_max) {
      out_.problems.push_back({0, "", wrong::too_many_changes, limits::decisions_together_max});
    }
    if (!out_.problems.empty()) out_.op.lines.clear();
    out_.op.as_of = s_.seq;
    if (!out_.op.lines.empty()) out_.as_of = report::sha256_hex(replacing_);
    return std::move(out_);
  }

private:
  // Empty where the table has no such column, or the row ends before it; nullopt: as edited_cell.
  edited_cell cell(const edited_row& row, field f) const {
    const auto& c = where_[f];
    return c && c->at < row.cells.size() ? row.cells[c->at] : edited_cell("");
  }

  void problem(const edited_row& row, field f, wrong what, std::uint64_t limit = 0) {
    const auto& c = where_[f];
    out_.problems.push_back({row.row, c ? c->title : "", what, limit});
  }

  void compare(const edited_row& row, const model::idea& idea) {
    if (const auto& column = where_[field::text]; column) {
      // A spreadsheet may set an apostrophe before what looks like a formula.
      auto text = folded(cell(row, field::text).value_or(""));
      if (text.starts_with('\'')) text.erase(0, 1);
      if (text != folded(idea.text.value)) {
        out_.warnings.push_back({row.row, column->title, wrong::text_changed, 0});
      }
    }
    const auto made = s_.decisions.find(idea.id);
    const auto before = made == s_.decisions.end() ? model::decision{} : made->second.decision;
    auto after = before;
    for (const auto f : councils) {
      if (where_[f]) put(row, f, after);
    }
    for (const auto f : councils) {
      const auto was = value_of(before, f);
      const auto is = value_of(after, f);
      if (was != is) out_.changes.push_back({idea.number, idea.id, f, was, is});
    }
    if (after == before) {
      ++out_.unchanged;
    } else {
      note(idea.id, before, after);
      out_.op.lines.push_back({idea.id, std::move(after)});
    }
  }

  // Each text with its length: no two comparisons are noted alike.
  void note(model::seq_t idea, const model::decision& before, const model::decision& after) {
    replacing_ += std::to_string(idea) + ' ';
    for (const auto* d : {&before, &after}) {
      for (const auto f : councils) {
        const auto value = value_of(*d, f);
        replacing_ += std::to_string(value.size()) + ':' + value;
      }
    }
  }

  void put(const edited_row& row, field f, model::decision& to) {
    const auto typed = cell(row, f);
    if (!typed) return problem(row, f, wrong::formula_uncounted);
    switch (f) {
    case field::outcome: {
      const auto outcome = outcome_called(*typed);
      if (!outcome) return problem(row, f, wrong::outcome_unknown);
      to.outcome = *outcome;
      return;
    }
    case field::reason: return put_text(row, f, *typed, to.reason);
    case field::goal: return put_text(row, f, *typed, to.goal);
    case field::responsible: return put_text(row, f, *typed, to.responsible);
    default: return put_text(row, f, *typed, to.deadline);
    }
  }

  template <class Text>
  void put_text(const edited_row& row, field f, const std::string& typed, Text& to) {
    auto normal = decode::normalise_text(typed, Text::graphemes_max, 0);
    if (const auto* no = std::get_if<model::refusal>(&normal)) {
      const bool is_long = *no == model::refusal::text_too_long;
      return problem(row, f, is_long ? wrong::text_too_long : wrong::text_invalid,
                     is_long ? Text::graphemes_max : 0);
    }
    to.value = std::get<std::string>(std::move(normal));
  }

  const model::state& s_;
  columns where_;
  std::map<std::uint32_t, const model::idea*> by_number_;
  std::set<std::uint32_t> seen_;
  std::string replacing_;
  preview out_;
};

preview of_no_table(wrong what, std::string column = {}) {
  preview out;
  out.problems.push_back({0, std::move(column), what, 0});
  return out;
}

} // namespace

preview preview_of(const std::variant<edited_table, table_refusal>& read, const model::state& s) {
  if (const auto* why = std::get_if<table_refusal>(&read)) {
    return of_no_table(static_cast<wrong>(*why)); // they begin with the same words
  }
  const auto& table = std::get<edited_table>(read);
  auto where = find_columns(table);
  if (where.doubled) return of_no_table(wrong::column_twice, *where.doubled);
  if (!where.is_table()) return of_no_table(wrong::not_our_table);
  const auto titles = where.row;
  reader rows(s, std::move(where));
  for (const auto& row : table) {
    if (row.row > titles) rows.read(row);
  }
  return rows.take();
}

} // namespace viche::consideration
