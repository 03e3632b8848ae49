// How a report says numbers, times and durations, in the language of its frame. Times are Kyiv's.
// Pure.
#pragma once

#include "model/ids.hpp"
#include "model/words.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace viche::report {

// A counted noun; which form goes with a number is CLDR's rule of the language. English uses
// `one` and `other`.
struct noun {
  std::string_view one;
  std::string_view few;
  std::string_view many;
  std::string_view other;
};

enum class plural : std::uint8_t { one, few, many, other };

// `tenths`: 15 is 1.5; a number that is no whole one is always `other`.
plural plural_of(model::language l, std::int64_t tenths);
std::string_view form_of(const noun& n, plural form);

// «10 000» with a no-break space; English has a comma.
std::string number(model::language l, std::int64_t n);
std::string counted(model::language l, std::int64_t n, const noun& of);

// «42,5»; a whole number has no fraction.
std::string decimal(model::language l, std::int64_t tenths);

// «2 години 5 хвилин», in whole minutes, or in seconds below one minute.
std::string duration(model::language l, std::int64_t ms);

std::string long_date(model::language l, model::time_ms_t at); // «12 листопада 2025 року»
std::string short_date(model::time_ms_t at);                   // 12.11.2025
std::string clock_time(model::time_ms_t at);                   // 10:05
std::string iso_date(model::time_ms_t at);                     // 2025-11-12
std::string iso_time(model::time_ms_t at);                     // 2025-11-12T10:05:00+02:00
std::string iso_time_ms(model::time_ms_t at);                  // 2025-11-12T10:05:00.250+02:00

// As spreadsheets count: days since 30 December 1899, by Kyiv's clock.
double sheet_time(model::time_ms_t at);

// Replaces every {name} of the sentence by its value; values are not searched again.
std::string fill(std::string_view sentence,
                 std::initializer_list<std::pair<std::string_view, std::string>> values);

} // namespace viche::report
