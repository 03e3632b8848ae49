// viche export, as somebody at a terminal runs it.
#include "decode/row.hpp"
#include "report/sample.hpp"
#include "report/writers.hpp"
#include "store/op_log.hpp"
#include "support/await.hpp"
#include "support/has.hpp"
#include "support/program.hpp"
#include "support/temp_dir.hpp"

#include <boost/json.hpp>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <thread>

using namespace viche;
using namespace viche::test;

namespace {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The log of a builder in a data file; the writer stays open as long as what is returned lives.
std::unique_ptr<store::op_log> stored(const std::filesystem::path& file, const state_builder& b,
                                      const std::string& code = "482913") {
  auto log = store::op_log::open({.file = file, .is_durable = false});
  REQUIRE(log.has_value());
  model::session_record record;
  record.code = code;
  record.epoch = "5f0c9a1e2b7d4c33";
  record.keys.vote.emplace();
  REQUIRE(await((*log)->create(record, decode::encode_row(b.entries().front()))).value());
  model::append_batch batch;
  for (std::size_t n = 1; n < b.entries().size(); ++n) {
    batch.rows.push_back(decode::encode_row(b.entries()[n]));
  }
  if (!batch.rows.empty()) REQUIRE(await((*log)->append(record.id, batch)).has_value());
  return std::move(*log);
}

// Waits until one of the folders that documents are made in holds this file.
void wait_for_file(program& making, const std::filesystem::path& folders, const std::string& name) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (true) {
    REQUIRE(making.is_running());
    REQUIRE(std::chrono::steady_clock::now() < until);
    std::error_code gone; // a folder that is done with
    for (const auto& one : std::filesystem::directory_iterator(folders)) {
      if (std::filesystem::exists(one.path() / name, gone)) return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2)); // between two looks
  }
}

// Whether a program works there, in the folder or in one that was.
bool is_worked_in(const std::filesystem::path& folder) {
  for (const auto& process : std::filesystem::directory_iterator("/proc")) {
    std::error_code not_ours; // or no process, or ended
    const auto at = std::filesystem::read_symlink(process.path() / "cwd", not_ours);
    if (at.string().starts_with(folder.string())) return true;
  }
  return false;
}

} // namespace

TEST_CASE("export writes what the report's writers write, while the file is being written") {
  const temp_dir dir;
  const auto b = small_session();
  const auto log = stored(dir / "hall.viche", b);
  const auto expected = report::make_report(b.state(), sample_facts());
  for (const auto& [format, written] :
       {std::pair<std::string, std::string>{"csv", report::write_csv(expected)},
        {"excel.csv", report::write_excel_csv(expected)}}) {
    const auto end = run({"export", "--data", dir / "hall.viche", "--session", "482913", "--format",
                          format, "--out", dir / "out"});
    CHECK(end.err == "");
    CHECK(end.code == 0);
    CHECK(bytes_of(dir / "out") == written);
  }
}

TEST_CASE("export works on the file of an ended server, and finds its only session") {
  const temp_dir dir;
  stored(dir / "hall.viche", small_session()).reset();
  const auto end = run({"export", "--data", dir / "hall.viche", "--language", "en"});
  REQUIRE(end.code == 0);
  const auto json = boost::json::parse(end.out);
  CHECK(json.at("session").at("code") == "482913");
  CHECK(json.at("language") == "en");
  CHECK(json.at("edition") == "public");
  CHECK(json.at("chain_head").as_string().size() == 64);
  CHECK(json.at("totals").at("published").to_number<int>() == 6);
}

TEST_CASE("the working edition has votes before they were revealed") {
  const temp_dir dir;
  auto b = ideas_session();
  const auto one = b.idea(1, "Лікар щодня", {"medicine"});
  b.open(model::phase::vote);
  b.votes(one, 0, 3);
  stored(dir / "hall.viche", b).reset();
  const auto shown = run({"export", "--data", dir / "hall.viche"});
  CHECK(boost::json::parse(shown.out).at("voting").is_null());
  const auto working = run({"export", "--data", dir / "hall.viche", "--edition", "working"});
  CHECK(boost::json::parse(working.out).at("voting").at("voters").to_number<int>() == 3);
}

TEST_CASE("of several sessions one must be named") {
  const temp_dir dir;
  stored(dir / "hall.viche", empty_session(), "482913").reset();
  stored(dir / "hall.viche", empty_session(), "555777").reset();
  const auto end = run({"export", "--data", dir / "hall.viche"});
  CHECK(end.code == 2);
  CHECK(has(end.err, "482913 555777"));
  CHECK(end.out == "");
  CHECK(run({"export", "--data", dir / "hall.viche", "--session", "555777"}).code == 0);
}

TEST_CASE("what cannot be exported ends with its code and leaves the old output alone") {
  const temp_dir dir;
  stored(dir / "hall.viche", small_session()).reset();
  std::ofstream(dir / "out") << "старий звіт";
  std::ofstream(dir / "letter.txt") << "not a data file, but long enough to look like something";
  const auto data = (dir / "hall.viche").string();
  const auto out = (dir / "out").string();
  const auto code_of = [&](std::vector<std::string> words) {
    words.insert(words.begin(), "export");
    words.insert(words.end(), {"--out", out});
    const auto end = run(words);
    CHECK(end.out == "");
    CHECK(!end.err.empty());
    return end.code;
  };
  CHECK(code_of({"--data", data, "--session", "000000"}) == 2);
  CHECK(code_of({"--data", data, "--format", "doc"}) == 2);
  CHECK(code_of({"--data", data, "--language", "fr"}) == 2);
  CHECK(code_of({"--data", dir / "nothing.viche"}) == 3);
  CHECK(code_of({"--data", dir / "letter.txt"}) == 5);
  CHECK(bytes_of(out) == "старий звіт");
  const auto nowhere = run({"export", "--data", data, "--out", dir / "no" / "out"});
  CHECK(nowhere.code == 3);
  CHECK(has(nowhere.err, "--out"));
}

TEST_CASE("no draft is left beside the output") {
  const temp_dir dir;
  stored(dir / "hall.viche", small_session()).reset();
  std::filesystem::create_directory(dir / "taken");
  CHECK(run({"export", "--data", dir / "hall.viche", "--out", dir / "taken"}).code == 3);
  CHECK(run({"export", "--data", dir / "hall.viche", "--out", dir / "out.json"}).code == 0);
  for (const auto& file : std::filesystem::directory_iterator(dir.path())) {
    CHECK(!has(file.path().filename().string(), ".part-"));
  }
}

TEST_CASE("a script can tell wrong arguments from a machine that cannot make a document") {
  const temp_dir dir;
  const auto log = stored(dir / "hall.viche", small_session());
  const auto code_of = [&](std::vector<std::string> more, const std::string& temporary) {
    std::vector<std::string> words{"export",     "--data", dir / "hall.viche", "--format",
                                   "cards.docx", "--out",  dir / "out"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words, {"TMPDIR=" + temporary}).code;
  };
  CHECK(code_of({"--ideas", "77"}, dir.path().string()) == 2);
  CHECK(code_of({}, "/proc") == 3); // no folder can be made there
  CHECK(!std::filesystem::exists(dir / "out"));
}

TEST_CASE("a document that is left off with Ctrl-C leaves no text, no program and no half file") {
  const temp_dir dir;
  stored(dir / "hall.viche", small_session()).reset();
  std::ofstream(dir / "out") << "старий звіт";
  for (const auto& [signal, once_there_is] : {std::pair<int, std::string>{SIGINT, "template.docx"},
                                              {SIGTERM, "report.docx"}}) { // LibreOffice begins
    const temp_dir temporary;
    program making(
        {"export", "--data", dir / "hall.viche", "--format", "pdf", "--out", dir / "out"},
        {"TMPDIR=" + temporary.path().string()});
    wait_for_file(making, temporary.path(), once_there_is);
    making.signal(signal);
    const auto end = making.wait();
    CHECK(end.code == 128 + signal);
    CHECK(end.out == "");
    CHECK(end.err == "");
    CHECK(std::filesystem::is_empty(temporary.path()));
    CHECK(!is_worked_in(temporary.path()));
    CHECK(bytes_of(dir / "out") == "старий звіт");
  }
  for (const auto& file : std::filesystem::directory_iterator(dir.path()))
    CHECK(!has(file.path().filename().string(), ".part-"));
}

TEST_CASE("the help of export names every format and its exit codes") {
  const auto end = run({"export", "--help"});
  CHECK(end.code == 0);
  for (const auto& f : report::formats) {
    CHECK(has(end.out, f.name));
  }
  CHECK(has(end.out, "Exit codes:"));
}
