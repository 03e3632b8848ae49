// Numbers, times and durations in words.
#include "report/wording.hpp"

#include "report/words.hpp"

#include <unicode/timezone.h>

#include <chrono>
#include <memory>

namespace viche::report {
namespace {

using model::language;

struct local_time {
  std::chrono::year_month_day date;
  std::int64_t hour, minute, second, ms;
  std::int64_t offset_minutes;
};

// Debian's ICU knows the zone by its new name; an older one by the old.
const icu::TimeZone& kyiv() {
  static const std::unique_ptr<icu::TimeZone> zone = [] {
    std::unique_ptr<icu::TimeZone> made(icu::TimeZone::createTimeZone("Europe/Kyiv"));
    if (*made == icu::TimeZone::getUnknown()) {
      made.reset(icu::TimeZone::createTimeZone("Europe/Kiev"));
    }
    return made;
  }();
  return *zone;
}

std::int64_t offset_ms(model::time_ms_t at) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t raw = 0;
  std::int32_t summer = 0;
  kyiv().getOffset(static_cast<UDate>(at), false, raw, summer, status);
  return U_SUCCESS(status) ? std::int64_t{raw} + summer : 0;
}

local_time in_kyiv(model::time_ms_t at) {
  const auto offset = offset_ms(at);
  const std::chrono::sys_time<std::chrono::milliseconds> local{
      std::chrono::milliseconds(at + offset)};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const std::int64_t in_day = (local - day).count();
  return {std::chrono::year_month_day(day),
          in_day / 3'600'000,
          in_day / 60'000 % 60,
          in_day / 1000 % 60,
          in_day % 1000,
          offset / 60'000};
}

// With leading zeros: 7 in two digits is 07.
std::string digits(std::int64_t n, std::size_t width) {
  auto out = std::to_string(n);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

std::string day_of(const local_time& t) {
  return digits(static_cast<unsigned>(t.date.day()), 2);
}

std::string month_of(const local_time& t) {
  return digits(static_cast<unsigned>(t.date.month()), 2);
}

std::string year_of(const local_time& t) {
  return digits(static_cast<int>(t.date.year()), 4);
}

std::string clock_of(const local_time& t) {
  return digits(t.hour, 2) + ":" + digits(t.minute, 2);
}

std::string iso_of(const local_time& t) {
  return year_of(t) + "-" + month_of(t) + "-" + day_of(t);
}

std::string offset_of(const local_time& t) {
  const auto size = t.offset_minutes < 0 ? -t.offset_minutes : t.offset_minutes;
  return (t.offset_minutes < 0 ? "-" : "+") + digits(size / 60, 2) + ":" + digits(size % 60, 2);
}

} // namespace

plural plural_of(language l, std::int64_t tenths) {
  if (tenths % 10 != 0) return plural::other;
  const auto n = tenths / 10;
  if (l == language::en) return n == 1 ? plural::one : plural::other;
  const bool is_teen = n % 100 >= 11 && n % 100 <= 14;
  if (!is_teen && n % 10 == 1) return plural::one;
  if (!is_teen && n % 10 >= 2 && n % 10 <= 4) return plural::few;
  return plural::many;
}

std::string_view form_of(const noun& n, plural form) {
  switch (form) {
  case plural::one: return n.one;
  case plural::few: return n.few;
  case plural::many: return n.many;
  case plural::other: break;
  }
  return n.other;
}

std::string number(language l, std::int64_t n) {
  const auto plain = std::to_string(n);
  std::string out;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const auto left = plain.size() - i;
    if (i > 0 && left % 3 == 0 && plain[i - 1] != '-') out += l == language::uk ? "\u00a0" : ",";
    out.push_back(plain[i]);
  }
  return out;
}

std::string counted(language l, std::int64_t n, const noun& of) {
  return number(l, n) + "\u00a0" + std::string(form_of(of, plural_of(l, n * 10)));
}

std::string decimal(language l, std::int64_t tenths) {
  auto out = number(l, tenths / 10);
  if (tenths % 10 != 0) out += (l == language::uk ? "," : ".") + std::to_string(tenths % 10);
  return out;
}

std::string duration(language l, std::int64_t ms) {
  const auto& w = words_of(l);
  if (ms < 60'000) return counted(l, ms / 1000, w.nouns.second);
  const auto minutes = (ms + 30'000) / 60'000;
  if (minutes < 60) return counted(l, minutes, w.nouns.minute);
  auto out = counted(l, minutes / 60, w.nouns.hour);
  if (minutes % 60 != 0) out += " " + counted(l, minutes % 60, w.nouns.minute);
  return out;
}

std::string long_date(language l, model::time_ms_t at) {
  const auto t = in_kyiv(at);
  const auto& w = words_of(l);
  const auto month = static_cast<unsigned>(t.date.month());
  return fill(w.sentence.long_date, {{"day", std::to_string(static_cast<unsigned>(t.date.day()))},
                                     {"month", std::string(w.months.at(month - 1))},
                                     {"year", std::to_string(static_cast<int>(t.date.year()))}});
}

std::string short_date(model::time_ms_t at) {
  const auto t = in_kyiv(at);
  return day_of(t) + "." + month_of(t) + "." + year_of(t);
}

std::string clock_time(model::time_ms_t at) {
  return clock_of(in_kyiv(at));
}

std::string iso_date(model::time_ms_t at) {
  return iso_of(in_kyiv(at));
}

std::string iso_time(model::time_ms_t at) {
  const auto t = in_kyiv(at);
  return iso_of(t) + "T" + clock_of(t) + ":" + digits(t.second, 2) + offset_of(t);
}

std::string iso_time_ms(model::time_ms_t at) {
  const auto t = in_kyiv(at);
  return iso_of(t) + "T" + clock_of(t) + ":" + digits(t.second, 2) + "." + digits(t.ms, 3) +
         offset_of(t);
}

double sheet_time(model::time_ms_t at) {
  constexpr double days_until_1970 = 25'569;
  constexpr double day_ms = 86'400'000;
  return days_until_1970 + static_cast<double>(at + offset_ms(at)) / day_ms;
}

std::string fill(std::string_view sentence,
                 std::initializer_list<std::pair<std::string_view, std::string>> values) {
  std::string out;
  while (!sentence.empty()) {
    const auto open = sentence.find('{');
    out += sentence.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = sentence.find('}', open);
    const auto name = sentence.substr(open + 1, close - open - 1);
    for (const auto& [key, value] : values) {
      if (key == name) out += value;
    }
    if (close == std::string_view::npos) break;
    sentence.remove_prefix(close + 1);
  }
  return out;
}

} // namespace viche::report
