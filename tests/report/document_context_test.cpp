// What a Word template may name: the page for the clerk knows all of it, and nothing leaves by it
// that the report does not say.
#include "limits.hpp"
#include "report/document_context.hpp"
#include "report/proof_words.hpp"
#include "report/sample.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

using namespace viche;
using namespace viche::test;
using report::document_context;
using report::edition;
using report::make_report;

namespace {

std::string clerks_page(const std::string& name) {
  std::ifstream in(std::string(VICHE_SOURCE_DIR) + "/docs/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The page's line of a placeholder; empty: it has none.
std::string line_of(const std::string& page, const std::string& key) {
  std::istringstream in(page);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("| `" + key + "` |")) return line;
  }
  return {};
}

// What the first table of the page lists: report and cards alike have it.
std::vector<std::string> common_placeholders(const std::string& page) {
  std::istringstream in(page);
  std::vector<std::string> out;
  bool is_in_table = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("### ")) {
      if (is_in_table) break;
      is_in_table = line == "### The council and the session" || line == "### Орган і сесія";
    } else if (is_in_table && line.starts_with("| `")) {
      out.push_back(line.substr(3, line.find('`', 3) - 3));
    }
  }
  return out;
}

void check_listed(const std::string& page, const boost::json::object& context) {
  for (const auto& [key, value] : context) {
    if (key == "document") continue; // the file's own properties, no placeholder
    const std::string name(key);
    if (key == "pictures") {
      for (const auto& picture : value.get_object())
        CHECK_MESSAGE(!line_of(page, std::string(picture.key())).empty(), picture.key());
      continue;
    }
    const auto line = line_of(page, name);
    CHECK_MESSAGE(!line.empty(), name);
    if (!value.is_array() || value.get_array().empty()) continue;
    if (!value.get_array().front().is_object()) continue;
    for (const auto& field : value.get_array().front().get_object()) {
      const auto quoted = "`" + std::string(field.key()) + "` (";
      CHECK_MESSAGE(line.find(quoted) != std::string::npos, name, ".", field.key());
    }
  }
}

std::string written(const boost::json::object& context) {
  return boost::json::serialize(context);
}

} // namespace

TEST_CASE("the clerk's page lists every placeholder, in both languages") {
  auto b = hall_session();
  const auto hall = make_report(b.state(), sample_facts(edition::working));
  const auto small = make_report(small_session().state(), sample_facts(edition::working));
  for (const auto* page : {"templates.uk.md", "templates.md"}) {
    const auto text = clerks_page(page);
    check_listed(text, document_context(hall));
    check_listed(text, document_context(small));
    check_listed(text, report::cards_context(small, report::first_numbers(small)));
  }
}

TEST_CASE("what the page lists first, both report and cards have") {
  const auto small = make_report(small_session().state(), sample_facts(edition::working));
  for (const auto* page : {"templates.uk.md", "templates.md"}) {
    const auto names = common_placeholders(clerks_page(page));
    CHECK(names.size() >= 10);
    for (const auto& context :
         {document_context(small), report::cards_context(small, report::first_numbers(small))}) {
      for (const auto& name : names)
        CHECK_MESSAGE(context.contains(name), name);
    }
  }
  const auto shown = make_report(small_session().state(), sample_facts(edition::public_));
  CHECK(report::cards_context(small, {}).at("is_working") == true);
  CHECK(report::cards_context(shown, {}).at("is_working") == false);
}

TEST_CASE("the checksum is said in the words of the board, where there is one") {
  auto r = make_report(small_session().state(), sample_facts());
  std::string words;
  for (const auto word : report::proof_words(r.facts.head))
    words += (words.empty() ? "" : ", ") + std::string(word);
  REQUIRE_FALSE(words.empty());
  CHECK(std::string(document_context(r).at("head_words").get_string()) == words);
  r.facts.head = "";
  CHECK(document_context(r).at("head_words") == "");
}

TEST_CASE("a document says no hidden, withdrawn or erased text, and no votes before they may be") {
  for (const auto e : {edition::working, edition::public_}) {
    const auto all =
        written(document_context(make_report(small_session().state(), sample_facts(e)))) +
        written(document_context(make_report(hall_session().state(), sample_facts(e))));
    for (const auto* text : {hidden_text, withdrawn_text, erased_text, waiting_text, declined_text})
      CHECK(all.find(text) == std::string::npos);
  }
  const auto before = make_report(hall_session().state(), sample_facts(edition::public_));
  const auto context = document_context(before);
  CHECK(context.at("ranking").get_array().empty());
  CHECK(context.at("pictures").at("ranking_chart").get_object().empty());
  for (const auto& p : context.at("proposals").get_array())
    CHECK(p.at("votes").get_string().empty());
  CHECK(report::first_numbers(before).empty());
}

TEST_CASE("a chart says in words what it draws, and stacks what was given otherwise than online") {
  auto b = hall_session();
  b.reveal();
  const auto r = make_report(b.state(), sample_facts(edition::working));
  const auto context = document_context(r);
  const auto& chart = context.at("pictures").at("ranking_chart");
  CHECK(chart.at("series").get_array().size() == 3);
  const std::string alt(chart.at("alt").get_string());
  CHECK(alt.starts_with("Діаграма: голоси за першочергові пропозиції. №\u00a0"));
  CHECK(chart.at("categories").get_array().size() == context.at("ranking").get_array().size());
  CHECK(chart.at("totals").get_array().front() == "5");
}

TEST_CASE("a chart of the first proposals has at most chart_bars_max bars") {
  auto b = ideas_session();
  std::vector<model::seq_t> ideas;
  for (unsigned n = 0; n < limits::chart_bars_max + 5; ++n)
    ideas.push_back(b.idea(n, "Ідея " + std::to_string(n), {"culture"}));
  b.open(model::phase::vote);
  for (unsigned n = 0; n < ideas.size(); ++n)
    b.votes(ideas[n], n, 1);
  b.reveal();
  const auto context = document_context(make_report(b.state(), sample_facts(edition::working)));
  CHECK(context.at("pictures").at("ranking_chart").at("categories").get_array().size() ==
        limits::chart_bars_max);
}

TEST_CASE("what the council decided stands in its columns, and in counts by outcome") {
  auto r = make_report(small_session().state(), sample_facts(edition::working));
  r.proposals.front().decision.emplace();
  auto& d = r.proposals.front().decision->decision;
  d.outcome = model::outcome::partly;
  d.reason.value = "Увійде до плану";
  r.details.signer.value = "Голова Олена ІВАНЕНКО";
  const auto context = document_context(r);
  const auto& first = context.at("proposals").get_array().front();
  CHECK(first.at("outcome") == "враховано частково");
  CHECK(first.at("justification") == "Увійде до плану");
  CHECK(context.at("outcomes").get_array().front() == "враховано частково: 1");
  CHECK(context.at("signer") == "Голова Олена ІВАНЕНКО");
  CHECK(context.at("proposals").get_array().back().at("outcome") == "");
}
