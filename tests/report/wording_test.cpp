// Numbers, times and durations in words.
#include "report/wording.hpp"

#include "report/collation.hpp"
#include "report/words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace viche::report {

using model::language;

TEST_CASE("Ukrainian has four forms of a counted noun, English two") {
  const auto& vote = words_uk.nouns.vote;
  const auto said = [&](std::int64_t tenths) {
    return std::string(form_of(vote, plural_of(language::uk, tenths)));
  };
  for (const auto n : {1, 21, 101, 121})
    CHECK(said(n * 10) == "голос");
  for (const auto n : {2, 3, 4, 22, 24})
    CHECK(said(n * 10) == "голоси");
  for (const auto n : {0, 5, 11, 12, 14, 25, 111, 112, 1000})
    CHECK(said(n * 10) == "голосів");
  CHECK(said(15) == "голосу");
  CHECK(counted(language::en, 1, words_en.nouns.vote) == "1\u00a0vote");
  CHECK(counted(language::en, 21, words_en.nouns.vote) == "21\u00a0votes");
}

TEST_CASE("thousands are set apart and fractions have the language's mark") {
  CHECK(number(language::uk, 999) == "999");
  CHECK(number(language::uk, 10'000) == "10\u00a0000");
  CHECK(number(language::en, 1'234'567) == "1,234,567");
  CHECK(decimal(language::uk, 425) == "42,5");
  CHECK(decimal(language::en, 425) == "42.5");
  CHECK(decimal(language::uk, 1000) == "100");
}

TEST_CASE("times are Kyiv's, in winter and in summer") {
  CHECK(iso_time(1'763'791'200'000) == "2025-11-22T08:00:00+02:00");
  CHECK(iso_time(1'751'792'400'000) == "2025-07-06T12:00:00+03:00");
  CHECK(iso_time_ms(1'763'791'200'007) == "2025-11-22T08:00:00.007+02:00");
  // The hour that comes twice: 03:30 before and after the clocks went back.
  CHECK(iso_time(1'761'438'600'000) == "2025-10-26T03:30:00+03:00");
  CHECK(iso_time(1'761'442'200'000) == "2025-10-26T03:30:00+02:00");
  CHECK(long_date(language::uk, 1'763'791'200'000) == "22 листопада 2025 року");
  CHECK(long_date(language::en, 1'763'791'200'000) == "22 November 2025");
  CHECK(short_date(1'763'791'200'000) == "22.11.2025");
  CHECK(clock_time(1'763'791'200'000) == "08:00");
}

TEST_CASE("a duration is said in hours and minutes, a short one in seconds") {
  CHECK(duration(language::uk, 0) == "0\u00a0секунд");
  CHECK(duration(language::uk, 41'000) == "41\u00a0секунда");
  CHECK(duration(language::uk, 7 * 60'000) == "7\u00a0хвилин");
  CHECK(duration(language::uk, 62 * 60'000) == "1\u00a0година 2\u00a0хвилини");
  CHECK(duration(language::en, 120 * 60'000) == "2\u00a0hours");
}

TEST_CASE("names in a sentence are filled once and never searched again") {
  CHECK(fill("Учасників: {people}.", {{"people", "{votes}"}, {"votes", "7"}}) ==
        "Учасників: {votes}.");
}

TEST_CASE("names stand in the order of the Ukrainian alphabet") {
  std::vector<std::string> names{"Ясне",         "Її хутір", "Ґрунтове", "Гай",   "Івахи",
                                 "Єлисаветівка", "Ємці",     "Дубове",   "Еталон"};
  sort_by_alphabet(names);
  CHECK(names == std::vector<std::string>{"Гай", "Ґрунтове", "Дубове", "Еталон", "Єлисаветівка",
                                          "Ємці", "Івахи", "Її хутір", "Ясне"});
}

} // namespace viche::report
