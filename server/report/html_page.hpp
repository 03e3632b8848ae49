// A page in the making, and the pieces that fill it; only html*.cpp include this. Every number is
// put in words, every text as it is: the template escapes, nothing here does.
#pragma once

#include "report/report.hpp"
#include "report/words.hpp"

#include <kainjow/mustache.hpp>

#include <string>

namespace viche::report {

using kainjow::mustache::data;
using kainjow::mustache::list;

// One measure in a table has room for long bars; two share it.
inline constexpr std::size_t bar_px_max = 240;

// The report, the words it is said in, and what the template will find.
struct page {
  const report& r;
  const words& w;
  data out;

  std::string num(std::size_t n) const {
    return number(r.facts.language, static_cast<std::int64_t>(n));
  }
  // Whether anything was given otherwise than online; else one column of votes says it all.
  bool has_parts() const { return shows_parts(r); }
  void set(const char* name, const data& value) { out.set(name, value); }
};

// Bars of one column share a scale. 0 has no bar, anything else at least a pixel.
data bar(std::size_t value, std::size_t max, std::size_t px_max);

// A row of a name and a number.
data named(const page& p, std::string_view name, std::size_t value);

// The day is said only where it may differ.
std::string time_in(const page& p, model::time_ms_t at);
bool is_one_day(const report& r);

// Letterhead and sections 1–4: who, what about, how it went, who took part.
void put_session(page& p);

// Sections 5–7 and 9 and the annexes: proposals, votes, indicators.
void put_results(page& p);

} // namespace viche::report
