// The way back: report → session → the same report; and reports that no session can be made of.
#include "session/import.hpp"

#include "decode/row.hpp"
#include "report/json.hpp"
#include "report/sample.hpp"
#include "session/replay.hpp"

#include <boost/json.hpp>

#include <functional>

using namespace viche;
using namespace viche::test;

namespace {

namespace json = boost::json;

std::string told(const model::state& s, report::edition e = report::edition::public_) {
  return report::write_json(report::make_report(s, sample_facts(e)));
}

described<session::prepared_import> prepare_import(const std::string& report) {
  return session::prepare_import(report, session_begins);
}

model::state rebuilt(const session::prepared_import& what) {
  ops::open_session first;
  static_cast<model::settings&>(first) = what.set;
  const model::actor host{model::role::host, {}};
  std::vector rows{decode::encode_row({{1, what.at, host}, "first-op-of-a-session", first})};
  rows.insert(rows.end(), what.rows.begin(), what.rows.end());
  const auto replayed = session::replay("482913", rows);
  REQUIRE(replayed.has_value());
  return replayed->state;
}

// What a report made of the rebuilt session says, but for where it came from.
std::string told_again(const std::string& report) {
  const auto what = prepare_import(report);
  REQUIRE_MESSAGE(what.has_value(), (what.has_error() ? what.error().words : ""));
  auto again = json::parse(told(rebuilt(*what)));
  CHECK(again.at("imported").at("code") == "482913");
  again.at("imported") = nullptr;
  return json::serialize(again);
}

void check_way_back(const model::state& s) {
  const auto report = told(s);
  CHECK(told_again(report) == json::serialize(json::parse(report)));
}

state_builder revealed_hall() {
  auto b = hall_session();
  b.reveal();
  return b;
}

// The small session's report after a change by hand.
described<session::prepared_import> changed(const std::function<void(json::object&)>& change) {
  auto report = json::parse(told(small_session().state()));
  change(report.as_object());
  return prepare_import(json::serialize(report));
}

json::object& first_proposal(json::object& report) {
  return report.at("proposals").as_array().at(0).as_object();
}

void check_refused(const described<session::prepared_import>& what, fault why,
                   const std::string& part) {
  REQUIRE(what.has_error());
  CHECK(what.error().what == why);
  CHECK_MESSAGE(what.error().words.find(part) != std::string::npos, what.error().words);
}

} // namespace

TEST_CASE("merges, ties, a pause, a redacted text and votes come back as they were published") {
  check_way_back(small_session().state());
}

TEST_CASE("paper, raised hands, cards, guests, the warm-up and late ideas come back") {
  check_way_back(revealed_hall().state());
}

TEST_CASE("the 109 come back") {
  check_way_back(session_of_109().state());
}

TEST_CASE("a session without proposals comes back, and one whose votes are not shown yet") {
  check_way_back(empty_session().state());
  check_way_back(hall_session().state());
}

TEST_CASE("what the council said, decided and published comes back with its times") {
  auto b = small_session();
  const auto id = b.state().ideas.begin()->first;
  b.apply(ops::set_report_details{{.authority = {"Вербівська сільська рада"},
                                   .cattutc = {"UA53060310000047988"},
                                   .ground = {"Розпорядження № 7"}}},
          facilitator());
  b.wait_minutes(60);
  b.apply(ops::decide_proposals{{{id, {.outcome = model::outcome::accepted, .goal = {"1.2"}}}}},
          facilitator());
  b.wait_minutes(60).apply(ops::publish_results{}, facilitator());
  check_way_back(b.state());
}

TEST_CASE("a rebuilt session can be rebuilt from its own report") {
  const auto what = prepare_import(told(small_session().state()));
  REQUIRE(what.has_value());
  const auto once = rebuilt(*what);
  const auto again = prepare_import(told(once));
  REQUIRE_MESSAGE(again.has_value(), (again.has_error() ? again.error().words : ""));
  CHECK(told(rebuilt(*again)) == told(once));
}

TEST_CASE("an imported log goes on with the council's part, and with no proposal behind that") {
  const auto what = prepare_import(told(small_session().state()));
  REQUIRE(what.has_value());
  const auto goes_on_with = [&](const std::vector<ops::any_op>& behind) {
    session::replayed so_far;
    so_far.state = rebuilt(*what);
    std::vector<model::log_row> rows;
    for (const auto& op : behind) {
      const model::place at{so_far.state.seq + rows.size() + 1, session_begins, {}};
      rows.push_back(decode::encode_row({at, "an-op-put-into-the-file", op}));
    }
    return session::replay_on(so_far, rows, {}).has_value();
  };
  ops::import_proposal one;
  one.number = 7;
  one.text = {"Ще одна"};
  CHECK(goes_on_with({one}));
  CHECK(goes_on_with({ops::publish_results{}, ops::withdraw_results{}}));
  CHECK_FALSE(goes_on_with({ops::publish_results{}, one}));
  CHECK_FALSE(goes_on_with({ops::join{}}));
}

TEST_CASE("at second hand a report still comes from the session that was held") {
  auto b = small_session();
  const auto what = prepare_import(told(b.state()));
  REQUIRE(what.has_value());
  auto facts = sample_facts();
  facts.code = "905117";
  facts.head = std::string(64, 'a');
  facts.version = "9.9.9";
  facts.generated_at_ms += 86'400'000;
  const auto copied = report::write_json(report::make_report(rebuilt(*what), facts));
  const auto again = prepare_import(copied);
  REQUIRE_MESSAGE(again.has_value(), (again.has_error() ? again.error().words : ""));
  const auto from = rebuilt(*again).imported.value();
  CHECK(from.code.value == "482913");
  CHECK(from.head.value == sample_facts().head);
  CHECK(from.version.value == sample_facts().version);
  CHECK(from.reported_at == static_cast<std::uint64_t>(sample_facts().generated_at_ms));
}

TEST_CASE("a code and a checksum are none unless they can be") {
  const auto bad_head = [](auto& r) { r.at("chain_head") = "перевірено"; };
  check_refused(changed(bad_head), fault::report_malformed, "chain_head is not a SHA-256");
  const auto bad_code = [](auto& r) { r.at("session").as_object().at("code") = "082913"; };
  check_refused(changed(bad_code), fault::report_malformed, "session.code is not the code");
  const auto bad_origin = [](auto& r) {
    r.at("imported") = json::object{{"code", "482913"},
                                    {"chain_head", std::string(64, 'A')},
                                    {"generated_at", r.at("generated_at")},
                                    {"viche_version", "0.1.0"}};
  };
  check_refused(changed(bad_origin), fault::report_malformed, "imported.chain_head");
}

TEST_CASE("the moderation list is of proposals there were, and adds up") {
  const auto first = [](auto& r) -> json::object& {
    return r.at("moderation").as_array().at(0).as_object();
  };
  check_refused(changed([&](auto& r) { first(r).at("number") = 99; }), fault::report_contradictory,
                "no proposal has");
  check_refused(changed([&](auto& r) { r.at("moderation").as_array().push_back(first(r)); }),
                fault::report_contradictory, "the same twice");
  check_refused(changed([](auto& r) { r.at("moderation").as_array().pop_back(); }),
                fault::report_contradictory, "moderation does not add up");
}

TEST_CASE("phases in another order of time are refused") {
  check_refused(changed([](auto& r) {
                  auto& phases = r.at("phases").as_array();
                  phases.at(1).as_object().at("opened_at") = "2001-01-01T00:00:00+02:00";
                }),
                fault::report_malformed, "phases");
}

TEST_CASE("names of authors are left out, and it is said that they were") {
  const auto b = revealed_hall();
  auto facts = sample_facts();
  facts.with_authors = true;
  const auto report = report::write_json(report::make_report(b.state(), facts, hall_names()));
  REQUIRE(report.find("Олена Коваль") != std::string::npos);
  const auto what = prepare_import(report);
  REQUIRE(what.has_value());
  CHECK(what->has_names);
  CHECK(told(rebuilt(*what)).find("Олена Коваль") == std::string::npos);
}

TEST_CASE("nobody's id, and nothing of hidden ideas, is in what is stored") {
  const auto what = prepare_import(told(small_session().state()));
  REQUIRE(what.has_value());
  CHECK(rebuilt(*what).ideas.size() == 8); // six published, two merged; not the hidden one
}

TEST_CASE("what is no report is named so") {
  check_refused(prepare_import(""), fault::report_unknown, "no JSON");
  check_refused(prepare_import("[1,2]"), fault::report_unknown, "no JSON object");
  check_refused(prepare_import("{\"format\":\"gpx\"}"), fault::report_unknown, "no report");
  check_refused(changed([](auto& r) { r.at("format") = "viche.report.v1"; }),
                fault::report_of_other_format, "viche.report.v1");
  check_refused(prepare_import(told(small_session().state(), report::edition::working)),
                fault::report_not_public, "working edition");
}

TEST_CASE("what is missing or of another kind is named with its place") {
  check_refused(changed([](auto& r) { r.at("totals").as_object().erase("hidden"); }),
                fault::report_malformed, "totals.hidden is missing");
  check_refused(changed([](auto& r) { first_proposal(r).at("at") = "yesterday"; }),
                fault::report_malformed, "proposals[0].at is not a time");
  check_refused(changed([](auto& r) { first_proposal(r).at("channel") = "telegram"; }),
                fault::report_malformed, "proposals[0].channel");
  check_refused(changed([](auto& r) { first_proposal(r).at("votes_online") = -1; }),
                fault::report_malformed, "proposals[0].votes_online is not a count");
  check_refused(
      changed([](auto& r) { first_proposal(r).at("areas").as_array() = json::array{"space"}; }),
      fault::report_malformed, "area_unknown");
}

TEST_CASE("figures that contradict one another are named") {
  check_refused(changed([](auto& r) { r.at("totals").as_object().at("submitted") = 99; }),
                fault::report_contradictory, "totals.submitted");
  check_refused(changed([](auto& r) { first_proposal(r).at("votes") = 77; }),
                fault::report_contradictory, "proposals[0].votes");
  check_refused(changed([](auto& r) { first_proposal(r).at("votes_online") = 77; }),
                fault::report_contradictory, "more votes than there are voters");
  check_refused(changed([](auto& r) {
                  r.at("voting").at("ranking").as_array().at(0).as_object().at("place") = 2;
                }),
                fault::report_contradictory, "voting.ranking[0].place");
  check_refused(changed([](auto& r) { r.at("areas").as_array().at(0).at("proposals") = 9; }),
                fault::report_contradictory, "areas[0].proposals");
  check_refused(changed([](auto& r) {
                  r.at("participants").at("by_table").as_array().at(0).at("people") = 2;
                }),
                fault::report_contradictory, "fewer people than a report may");
  check_refused(changed([](auto& r) { r["voters"] = json::array{"Олена"}; }),
                fault::report_contradictory, "voters does not follow");
}

TEST_CASE("a number that stands twice is named") {
  check_refused(changed([](auto& r) { first_proposal(r).at("number") = 2; }),
                fault::report_contradictory, "two proposals have the number 2");
}

TEST_CASE("a list longer than a session's is not read to its end") {
  const auto many = [](std::size_t count) { return json::array(count, json::value()); };
  const auto words = [](const std::string& list, std::size_t most) {
    return list + " has more than " + std::to_string(most) + " entries";
  };
  check_refused(changed([&](auto& r) { r.at("phases") = many(limits::import_spans_max + 1); }),
                fault::report_malformed, words("phases", limits::import_spans_max));
  check_refused(changed([&](auto& r) {
                  r.at("participants").at("by_table") = many(limits::import_cells_max + 1);
                }),
                fault::report_malformed, words("participants.by_table", limits::import_cells_max));
  check_refused(
      changed([&](auto& r) { r.at("proposals") = many(limits::ideas_per_session_max + 1); }),
      fault::report_malformed, words("proposals", limits::ideas_per_session_max));
}

TEST_CASE("a file of more than import_commas_max is not even parsed") {
  const auto report = "{\"phases\":[0" + std::string(limits::import_commas_max + 1, ',');
  check_refused(prepare_import(report), fault::report_too_large, "more values");
}

TEST_CASE("a report of more than import_bytes_max is not read") {
  const std::string large(limits::import_bytes_max + 1, ' ');
  check_refused(prepare_import(large), fault::report_too_large, "64 MiB");
}
