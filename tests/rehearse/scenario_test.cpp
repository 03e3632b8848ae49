// Scenarios: the one of the 109 and broken ones.
#include "rehearse/scenario.hpp"

#include "limits.hpp"
#include "rehearse/the_109.hpp"

#include <doctest/doctest.h>

using namespace viche;
using namespace viche::rehearse;

namespace {

std::string fault_in_rows(const std::string& rows) {
  const auto read = read_scenario("id,minute,table,tags,text,votes,note\n" + rows);
  REQUIRE(read.has_error());
  return read.error().words;
}

} // namespace

TEST_CASE("the 109 are read with their line breaks, areas, votes and marks") {
  const auto s = the_109();
  REQUIRE(s.rows.size() == 109);
  CHECK(s.rows[80].text.find("\n2) ") != std::string::npos);
  CHECK(s.rows[10].areas == std::vector<std::string>{"infrastructure", "safety"});
  CHECK(s.rows[3].votes == 16);
  CHECK(merged_into(s.rows[24]) == 4);
  CHECK(merged_into(s.rows[97]) == 8); // support:8
  CHECK(mark_value(s.rows[89], "mod") == "spam");
  CHECK(has_mark(s.rows[9], "paper"));
  CHECK_FALSE(has_mark(s.rows[0], "paper"));
}

TEST_CASE("columns are found by name, in any order, and others are passed over") {
  const auto s = read_scenario("note,text,extra,votes,tags,table,minute,id\n"
                               "short,Лавки,x,2,youth,3,7,1\n");
  REQUIRE(s.has_value());
  CHECK(s->rows[0].text == "Лавки");
  CHECK(s->rows[0].minute == 7);
}

TEST_CASE("a scenario that makes no sense is refused with its line or row") {
  CHECK(fault_in_rows("1,0,1,youth,Лавки,two,\n") ==
        "line 2: votes is not a number up to 900: two");
  CHECK(fault_in_rows("2,0,1,youth,Лавки,1,\n") == "line 2: the id 1 is expected here");
  CHECK(fault_in_rows("1,0,1,,Лавки,1,\n") == "line 2: one or two tags are wanted: ");
  CHECK(fault_in_rows("1,0,1,a;b;c,Лавки,1,\n") == "line 2: one or two tags are wanted: a;b;c");
  CHECK(fault_in_rows("1,0,1,youth,,1,\n") == "line 2: the text is empty");
  CHECK(fault_in_rows("1,5,1,youth,Лавки,1,\n2,4,1,youth,Лавки,1,\n") ==
        "line 3: the minute is before that of the row above");
  CHECK(fault_in_rows("1,0,1,youth,Лавки,1,dup:9\n") == "row 1: no other row 9");
  CHECK(fault_in_rows("1,0,1,youth,Лавки,1,dup:2\n2,0,1,youth,Лавки,1,dup:1\n") ==
        "row 1: cannot be merged into row 2");
  CHECK(fault_in_rows("") == "there are no rows");
  CHECK(read_scenario("").error().words == "the file is empty");
  CHECK(read_scenario("id,minute\n").error().words == "line 1: no column table");
}

TEST_CASE("a scenario over its bounds is refused") {
  CHECK(read_scenario(std::string(limits::scenario_bytes_max + 1, 'x')).has_error());
  std::string rows;
  for (std::uint32_t i = 1; i <= limits::scenario_rows_max + 1; ++i) {
    rows += std::to_string(i) + ",0,0,youth,Лавки,0,\n";
  }
  CHECK(fault_in_rows(rows) == "line 10002: more than 10001 records");
}
