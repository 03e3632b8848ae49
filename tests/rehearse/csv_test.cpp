// Tables as spreadsheets and people write them.
#include "rehearse/csv.hpp"

#include <doctest/doctest.h>

using namespace viche;
using rehearse::csv_bounds;
using rehearse::read_csv;
using fields = std::vector<std::string>;

namespace {

constexpr csv_bounds roomy{.bytes_max = 1000, .records_max = 10};

std::string fault_in(std::string_view text, csv_bounds bounds = roomy) {
  const auto read = read_csv(text, bounds);
  REQUIRE(read.has_error());
  CHECK(read.error().what == fault::input_malformed);
  return read.error().words;
}

} // namespace

TEST_CASE("a record ends with LF, with CRLF or with the file") {
  for (const auto* text : {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2"}) {
    const auto read = read_csv(text, roomy);
    REQUIRE(read.has_value());
    REQUIRE(read->size() == 2);
    CHECK((*read)[1].fields == fields{"1", "2"});
  }
}

TEST_CASE("quotes keep commas, line breaks and doubled quotes") {
  const auto read = read_csv("\"a,b\",\"c\nd\"\n\"say \"\"hi\"\"\",\"\"\n", roomy);
  REQUIRE(read.has_value());
  CHECK((*read)[0].fields == fields{"a,b", "c\nd"});
  CHECK((*read)[1].fields == fields{"say \"hi\"", ""});
}

TEST_CASE("a record knows its first line though others before it had line breaks") {
  const auto read = read_csv("x\n\"1\n2\n3\"\ny\n", roomy);
  REQUIRE(read.has_value());
  CHECK((*read)[1].line == 2);
  CHECK((*read)[2].line == 5);
}

TEST_CASE("empty fields at both ends are fields") {
  const auto read = read_csv(",a,\n", roomy);
  REQUIRE(read.has_value());
  CHECK((*read)[0].fields == fields{"", "a", ""});
}

TEST_CASE("a byte order mark is no part of the first field") {
  const auto read = read_csv("\xEF\xBB\xBFid\n", roomy);
  REQUIRE(read.has_value());
  CHECK((*read)[0].fields == fields{"id"});
}

TEST_CASE("an empty text has no records") {
  CHECK(read_csv("", roomy)->empty());
}

TEST_CASE("what cannot be read is named by its line") {
  CHECK(fault_in("a,b\n1\n") == "line 2: 1 fields, the first line has 2");
  CHECK(fault_in("a\n\"open\nand on\n") == "line 2: a quote is not closed");
  CHECK(fault_in("a\n\"b\"c\n") == "line 2: text after a closing quote");
  CHECK(fault_in("a\nb\"c\n") == "line 2: a quote inside a field that is not quoted");
}

TEST_CASE("too many bytes or records are refused") {
  CHECK(fault_in("a\nb\nc\n", {.bytes_max = 100, .records_max = 2}) ==
        "line 3: more than 2 records");
  CHECK(fault_in("abcdef", {.bytes_max = 5, .records_max = 2}) == "more than 5 bytes");
}
