// viche import, as somebody at a terminal runs it: with a server and without, and what it refuses.
#include "report/json.hpp"
#include "report/sample.hpp"
#include "support/program.hpp"
#include "support/temp_dir.hpp"

#include <boost/json.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace viche;
using namespace viche::test;

namespace {

namespace json = boost::json;

json::value small_report() {
  return json::parse(
      report::write_json(report::make_report(small_session().state(), sample_facts())));
}

void put(const std::filesystem::path& file, const json::value& report) {
  std::ofstream(file, std::ios::binary) << json::serialize(report);
}

// The public report of a session in this file.
json::value exported(const std::string& data, const std::string& code) {
  const auto end = run({"export", "--data", data, "--session", code});
  REQUIRE_MESSAGE(end.code == 0, end.err);
  return json::parse(end.out);
}

// What stands in the report whichever session it is of.
json::value published(json::value report) {
  auto& all = report.as_object();
  for (const auto* own : {"imported", "chain_head", "generated_at", "viche_version"})
    all.erase(own);
  all.at("session").as_object().erase("code");
  return report;
}

std::string code_in(const std::string& said) {
  return std::string(json::parse(said).at("code").as_string());
}

} // namespace

TEST_CASE("an imported report is exported again with the same figures") {
  const temp_dir dir;
  const auto report = small_report();
  put(dir / "report.json", report);
  const auto end = run({"import", dir / "report.json", "--data", dir / "new.viche", "--json"});
  REQUIRE_MESSAGE(end.code == 0, end.err);
  const auto again = exported(dir / "new.viche", code_in(end.out));
  CHECK(published(again) == published(report));
  CHECK(again.at("imported").at("code") == "482913");
  CHECK(again.at("imported").at("chain_head") == boost::json::string(sample_facts().head));
  CHECK(run({"verify", dir / "new.viche"}).code == 0);
}

TEST_CASE("a running server imports, and goes on with what it had") {
  const temp_dir dir;
  put(dir / "report.json", small_report());
  program server({"serve", "--data", dir / "hall.viche", "--listen", "127.0.0.1:0",
                  "--first-session", "--links-file", dir / "links.json"});
  server.said_with("Whoever has");
  const auto end = run({"import", dir / "report.json", "--data", dir / "hall.viche"});
  REQUIRE_MESSAGE(end.code == 0, end.err);
  CHECK(end.out.find("with 6 published proposals") != std::string::npos);
  CHECK(end.out.find("/desk#") != std::string::npos);
  CHECK(server.is_running());

  auto broken = small_report();
  broken.at("proposals").as_array().at(0).at("votes") = 99;
  put(dir / "broken.json", broken);
  const auto refused = run({"import", dir / "broken.json", "--data", dir / "hall.viche"});
  CHECK(refused.code == 2);
  CHECK(refused.err.find("proposals[0].votes does not follow") != std::string::npos);
}

TEST_CASE("what cannot be imported leaves no data file behind") {
  const temp_dir dir;
  auto other = small_report();
  other.at("format") = "viche.report.v1";
  put(dir / "other.json", other);
  auto twice = small_report();
  twice.at("proposals").as_array().at(0).at("number") = 2;
  put(dir / "twice.json", twice);
  std::ofstream(dir / "words.json") << "пропозицій не надходило";
  for (const auto& [file, words] :
       {std::pair<std::string, std::string>{"other.json", "of the format viche.report.v1"},
        {"twice.json", "two proposals have the number 2"},
        {"words.json", "no JSON object"},
        {"nothing.json", "cannot be read"}}) {
    const auto end = run({"import", dir / file, "--data", dir / "new.viche"});
    CHECK(end.code == 2);
    CHECK_MESSAGE(end.err.find(words) != std::string::npos, end.err);
    CHECK_FALSE(std::filesystem::exists(dir / "new.viche"));
  }
}

TEST_CASE("a report that is too large is refused before it is read") {
  const temp_dir dir;
  std::ofstream(dir / "large.json").close();
  std::filesystem::resize_file(dir / "large.json", limits::import_bytes_max + 1);
  const auto end = run({"import", dir / "large.json", "--data", dir / "new.viche"});
  CHECK(end.code == 2);
  CHECK(end.err.find("64 MiB") != std::string::npos);
}

TEST_CASE("what is no data file is not imported into") {
  const temp_dir dir;
  put(dir / "report.json", small_report());
  std::ofstream(dir / "letter.txt") << "Шановна громадо! Це лист, а не файл даних програми.";
  const auto end = run({"import", dir / "report.json", "--data", dir / "letter.txt"});
  CHECK(end.code == 5);
}
