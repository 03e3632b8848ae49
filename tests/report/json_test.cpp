// JSON, read back by Boost.JSON.
#include "report/json.hpp"

#include "report/sample.hpp"

#include <boost/json.hpp>

using namespace viche;
using namespace viche::test;
using report::make_report;

namespace {

boost::json::value read_json(const report::report& r) {
  return boost::json::parse(report::write_json(r));
}

} // namespace

TEST_CASE("an empty session is JSON with empty lists") {
  const auto v = read_json(make_report(empty_session().state(), sample_facts()));
  CHECK(v.at("proposals").as_array().empty());
  CHECK(v.at("pauses").as_array().empty());
  CHECK(v.at("voting").is_null());
  CHECK(v.at("totals").at("late").at("accepted") == 0);
  CHECK(v.at("participants").at("total").to_number<int>() == 0);
}

TEST_CASE("JSON has the settings a session is made of") {
  const auto v = read_json(make_report(small_session().state(), sample_facts()));
  const auto& s = v.at("session");
  CHECK(s.at("code") == "482913");
  CHECK(s.at("community") == "Вербівська сільська рада");
  CHECK(s.at("areas").as_array().size() == 4);
  CHECK(s.at("areas").at(1).at("english") == "Local business, jobs and farming");
  CHECK(s.at("votes_per_person").to_number<int>() == 10);
  CHECK(s.at("settlements").as_array().size() == 5);
  CHECK(s.at("partners") == "");
}

TEST_CASE("JSON has the partners and their sign as they were set") {
  auto b = empty_session();
  b.apply(ops::set_branding{{"Фонд громад"}, {"iVBORw0KGgo"}}, facilitator());
  const auto v = read_json(make_report(b.state(), sample_facts()));
  CHECK(v.at("session").at("partners") == "Фонд громад");
  CHECK(v.at("session").at("logo") == "iVBORw0KGgo");
}

TEST_CASE("JSON has every published proposal with its parts, votes and place") {
  const auto v = read_json(make_report(small_session().state(), sample_facts()));
  const auto& proposals = v.at("proposals").as_array();
  REQUIRE(proposals.size() == 6);
  CHECK(proposals[1].at("number").to_number<int>() == 2);
  CHECK(proposals[1].at("votes").to_number<int>() == 3);
  CHECK(proposals[1].at("supports").to_number<int>() == 2);
  CHECK(proposals[1].at("merged").at(0).at("text") == "Щоб лікар <3 приймав & щодня {{text}}");
  CHECK(proposals[2].at("text") == "=1+1; \"лапки\", кома; і\nдругий рядок\n-третій");
  CHECK(proposals[3].at("redacted").as_bool());
  const auto& ranking = v.at("voting").at("ranking").as_array();
  REQUIRE(ranking.size() == 4);
  CHECK(ranking[1].at("tie").as_bool());
  CHECK(v.at("pauses").at(0).at("reason") == "air_raid");
}

TEST_CASE("the same report is written in the same bytes") {
  const auto b = small_session();
  CHECK(report::write_json(make_report(b.state(), sample_facts())) ==
        report::write_json(make_report(b.state(), sample_facts())));
}

TEST_CASE("fractions are plain decimals") {
  const auto text = report::write_json(make_report(small_session().state(), sample_facts()));
  CHECK(text.find("\"value\": 66.7") != std::string::npos);
  CHECK(text.find("E+") == std::string::npos);
  CHECK(text.find("E1") == std::string::npos);
}
