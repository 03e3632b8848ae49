// Values of a report's JSON: times with their offset, counts, and the first wrong one named.
#include "decode/report_value.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>

using namespace viche;
using decode::report_value;
using decode::time_of_iso;

TEST_CASE("a time is read to the millisecond, whatever its offset") {
  CHECK(time_of_iso("1970-01-01T02:00:00+02:00") == 0);
  CHECK(time_of_iso("2025-11-22T08:00:00+02:00") == 1'763'791'200'000);
  CHECK(time_of_iso("2025-11-22T08:00:00.250+02:00") == 1'763'791'200'250);
  CHECK(time_of_iso("2025-11-22T01:30:00-04:30") == 1'763'791'200'000);
  CHECK(time_of_iso("2024-02-29T00:00:00+00:00").has_value());
}

TEST_CASE("what is no time is not taken for one") {
  for (const auto* wrong :
       {"", "2025-11-22", "2025-11-22T08:00:00", "2025-11-22T08:00:00Z",
        "2025-02-29T08:00:00+02:00", "2025-11-22T24:00:00+02:00", "2025-11-22T08:00:00+02:00 ",
        "2025-11-22T-8:00:00+02:00", "2025-11-22T08:00:00.25+02:00"})
    CHECK_MESSAGE(!time_of_iso(wrong), wrong);
}

TEST_CASE("the first wrong value is told with its place, and no list is gone on with") {
  const auto whole = boost::json::parse(
      R"({"a":{"n":3,"list":[1,-1,"x"]},"half":1.5,"much":18446744073709551615,"is":true})");
  std::string wrong;
  const report_value in(whole, wrong);
  CHECK(in["a"]["n"].count() == 3);
  CHECK(in["is"].flag());
  CHECK(wrong.empty());
  std::size_t seen = 0;
  const auto see = [&](const report_value& one) {
    one.count();
    ++seen;
  };
  in["a"]["list"].for_all(3, see);
  CHECK(seen == 2);
  CHECK(wrong == "a.list[1] is not a count");
  in["nowhere"]["deep"].text();
  CHECK(wrong == "a.list[1] is not a count");
  in["a"]["list"].for_all(3, see);
  in["a"].for_members([&](std::string_view, const report_value&) { ++seen; });
  CHECK(seen == 2);
}

TEST_CASE("a list with more than there may be is not begun") {
  const auto whole = boost::json::parse(R"({"list":[1,2,3]})");
  std::string wrong;
  std::size_t seen = 0;
  report_value(whole, wrong)["list"].for_all(2, [&](const report_value&) { ++seen; });
  CHECK(seen == 0);
  CHECK(wrong == "list has more than 2 entries");
}

TEST_CASE("what is missing, half or too much is no count") {
  const auto whole = boost::json::parse(R"({"half":1.5,"much":18446744073709551615})");
  for (const auto* name : {"half", "much"}) {
    std::string wrong;
    report_value(whole, wrong)[name].count();
    CHECK(wrong == std::string(name) + " is not a count");
  }
  std::string wrong;
  report_value(whole, wrong)["none"]["deep"].count();
  CHECK(wrong == "none.deep is missing");
}

TEST_CASE("numbers with one decimal are read in tenths") {
  const auto whole = boost::json::parse(R"({"a":66.7,"b":3,"c":null})");
  std::string wrong;
  const report_value in(whole, wrong);
  CHECK(in["a"].tenths() == 667);
  CHECK(in["b"].tenths() == 30);
  CHECK(in["c"].tenths() == 0);
  CHECK(wrong.empty());
}
