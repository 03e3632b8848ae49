// Titles → columns.
#include "consideration/columns.hpp"

#include "limits.hpp"
#include "report/words.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace viche::consideration {
namespace {

std::string_view title_in(const report::words& w, field f) {
  const auto& c = w.column;
  switch (f) {
  case field::number: return c.number;
  case field::text: return c.text;
  case field::outcome: return c.decision;
  case field::reason: return c.reason_given;
  case field::goal: return c.goal;
  case field::responsible: return c.responsible;
  case field::deadline: break;
  }
  return c.deadline;
}

std::optional<field> field_called(std::string_view title) {
  const auto wanted = folded(title);
  for (std::size_t n = 0; n < field_count; ++n) {
    const auto f = static_cast<field>(n);
    for (const auto* w : {&report::words_uk, &report::words_en}) {
      if (folded(title_in(*w, f)) == wanted) return f;
    }
  }
  return std::nullopt;
}

columns columns_in(const edited_row& titles) {
  columns out;
  out.row = titles.row;
  for (std::size_t at = 0; at < titles.cells.size(); ++at) {
    const auto title = titles.cells[at].value_or("");
    const auto f = field_called(title);
    if (!f) continue;
    auto& place = out.of.at(static_cast<std::size_t>(*f));
    if (place) {
      out.doubled = title;
    } else {
      place = column{at, title};
    }
  }
  return out;
}

} // namespace

bool columns::is_table() const {
  if (!(*this)[field::number]) return false;
  return std::ranges::any_of(of.begin() + static_cast<long>(field::outcome), of.end(),
                             [](const auto& c) { return c.has_value(); });
}

columns find_columns(const edited_table& table) {
  for (const auto& row : table) {
    if (row.row > limits::table_titles_row_max) break;
    auto found = columns_in(row);
    const auto known = std::ranges::count_if(found.of, [](const auto& c) { return c.has_value(); });
    if (found[field::number] && known > 1) return found;
  }
  return {};
}

std::string folded(std::string_view text) {
  auto all = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  all.foldCase();
  icu::UnicodeString out;
  bool is_gap = false;
  for (std::int32_t at = 0; at < all.length(); at = all.moveIndex32(at, 1)) {
    const UChar32 c = all.char32At(at);
    if (u_isUWhiteSpace(c) != 0) {
      is_gap = !out.isEmpty();
      continue;
    }
    if (is_gap) out.append(static_cast<UChar32>(U' '));
    is_gap = false;
    out.append(c);
  }
  std::string utf8;
  return out.toUTF8String(utf8);
}

} // namespace viche::consideration
