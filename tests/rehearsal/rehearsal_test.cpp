// The acceptance scenario, end to end: the program as a server, the program as forty people, and
// the data file afterwards. Real processes, sockets, files and SIGKILL.
#include "rehearsal/reports.hpp"
#include "support/program.hpp"
#include "support/temp_dir.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace viche::test;
using namespace std::chrono_literals;

bool wait_until(const std::function<bool()>& done) {
  const auto until = std::chrono::steady_clock::now() + 120s;
  while (!done()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::sleep_for(2ms); // between two looks at the condition
  }
  return true;
}

// One hall: a directory of its own with a data file, a server on a free port, its links.
class hall {
public:
  hall() {
    start("127.0.0.1:0");
    const auto links = boost::json::parse(read_file(path("links.json")));
    url_ = links.at("url").as_string();
  }
  std::string path(const char* name) const { return (dir_ / name).string(); }

  // Killed without a warning, and started again on the same address.
  void kill_and_restart() {
    server_->signal(SIGKILL);
    CHECK(server_->wait().code == 128 + SIGKILL);
    start(url_.substr(std::string("http://").size()));
  }

  void stop() {
    server_->signal(SIGTERM);
    CHECK(server_->wait().code == 0);
  }

  std::unique_ptr<program> rehearse(const std::string& speed, const std::string& more = "--quiet") {
    return std::make_unique<program>(std::vector<std::string>{
        "rehearse", "--url", url_, "--desk-link-file", path("links.json"), "--scenario",
        VICHE_SOURCE_DIR "/tests/data/serhiivka-109-illustrative.csv", "--speed", speed,
        "--report-dir", path("report"), more});
  }

  // Entries of this kind on the disk.
  int count(const std::string& kind) const {
    const SQLite::Database db(path("hall.viche"), SQLite::OPEN_READONLY, 5000);
    SQLite::Statement q(db, "SELECT count(*) FROM entry WHERE kind = ?");
    q.bind(1, kind);
    return q.executeStep() ? q.getColumn(0).getInt() : -1;
  }

  program::end verify() const { return run({"verify", path("hall.viche")}); }

private:
  void start(const std::string& listen) {
    server_ = std::make_unique<program>(
        std::vector<std::string>{"serve", "--data", path("hall.viche"), "--listen", listen,
                                 "--first-session", "--links-file", path("links.json")});
    server_->said_with("Whoever has");
  }

  temp_dir dir_; // dies after the server
  std::string url_;
  std::unique_ptr<program> server_;
};

// Published proposals of the scenario with at least seven votes.
const std::map<std::uint64_t, std::uint64_t> first_ten{{4, 19},  {3, 17},  {8, 16}, {12, 15},
                                                       {21, 11}, {17, 10}, {63, 9}, {13, 8},
                                                       {33, 8},  {10, 7},  {77, 7}};

void check_reports(const hall& h) {
  const auto json = read_file(h.path("report/report.json"));
  const auto rows = rows_of_json(json);
  CHECK(rows.size() == 95);
  std::uint64_t votes = 0;
  std::map<std::uint64_t, std::uint64_t> best;
  for (const auto& [number, row] : rows) {
    votes += row.votes;
    if (row.votes >= 7) best[number] = row.votes;
  }
  CHECK(votes == 345);
  CHECK(best == first_ten);
  const auto totals = boost::json::parse(json).at("totals");
  CHECK(totals.at("submitted").to_number<int>() == 109);
  CHECK(totals.at("published").to_number<int>() == 95);

  CHECK(rows_of_csv(read_file(h.path("report/report.csv"))) == rows);
  CHECK(rows_of_excel_csv(read_file(h.path("report/report.excel.csv"))) == rows);
  CHECK(rows_of_html(read_file(h.path("report/report.html"))) == rows);
  for (const auto* format : {"json", "csv", "excel.csv", "html"}) {
    const auto text = read_file(h.path("report/report.") + format);
    CHECK(text.find("067 000 00 00") == std::string::npos);     // redacted
    CHECK(text.find("example_zarobitok") == std::string::npos); // hidden
  }
}

// Changes one letter of a stored text, past the triggers that keep entries as they are; returns
// the entry's place.
int change_one_letter(const std::string& file) {
  SQLite::Database db(file, SQLite::OPEN_READWRITE);
  const std::string guard = db.execAndGet("SELECT sql FROM sqlite_schema "
                                          "WHERE name = 'entry_text_is_only_erased'")
                                .getString();
  db.exec("DROP TRIGGER entry_text_is_only_erased");
  const int seq =
      db.execAndGet("SELECT seq FROM entry_text WHERE text = 'ЦНАП на колесах'").getInt();
  CHECK(db.exec("UPDATE entry_text SET text = 'ЦНАП на колосах' "
                "WHERE text = 'ЦНАП на колесах'") == 1);
  db.exec(guard);
  return seq;
}

} // namespace

TEST_CASE("the 109 ideas come out right in every report, and the file proves its rows") {
  hall h;
  const auto people = h.rehearse("100000");
  const auto ended = people->wait();
  INFO(ended.out, ended.err);
  CHECK(ended.code == 0);
  CHECK(ended.out.find("Everything came out as expected.") != std::string::npos);
  check_reports(h);
  h.stop();

  const auto whole = h.verify();
  INFO(whole.out);
  CHECK(whole.code == 0);
  const int seq = change_one_letter(h.path("hall.viche"));
  const auto broken = h.verify();
  CHECK(broken.code == 1);
  CHECK(broken.out.find("entry " + std::to_string(seq) + ",") != std::string::npos);
}

TEST_CASE("a server killed among the ideas and among the votes loses and doubles nothing") {
  hall h;
  const auto people = h.rehearse("2000", "--votes-first");
  for (const auto& [entry, many] : {std::pair("submit_idea", 50), std::pair("cast_vote", 150)}) {
    const bool is_reached = wait_until([&, kind = entry, enough = many] {
      return !people->is_running() || h.count(kind) >= enough;
    });
    REQUIRE(is_reached);
    REQUIRE_MESSAGE(people->is_running(), people->err());
    h.kill_and_restart();
  }
  const auto ended = people->wait();
  INFO(ended.out, ended.err);
  CHECK(ended.code == 0);
  CHECK(ended.out.find("replicas    equal") != std::string::npos);
  CHECK(h.count("submit_idea") == 109);
  CHECK(h.count("cast_vote") == 345);
  check_reports(h);
  h.stop();
  CHECK(h.verify().code == 0);
}
