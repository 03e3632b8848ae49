// The program at the terminal: its exit codes, and one sentence for each thing that cannot be.
#include "support/program.hpp"
#include "support/temp_dir.hpp"
#include "support/wire_client.hpp"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace t = viche::test;

namespace {

// A server that said where it listens.
struct served {
  t::temp_dir folder;
  std::string data = (folder / "hall.viche").string();
  t::program server{{"serve", "--data", data, "--listen", "127.0.0.1:0", "--first-session"}};
  std::string said = server.said_with("Whoever has");
  std::string listen = said.substr(said.find("127.0.0.1:"), said.find("/s/") - said.find("127."));
};

void run_sql(const std::string& file, const char* sql) {
  sqlite3* db = nullptr;
  REQUIRE(sqlite3_open(file.c_str(), &db) == SQLITE_OK);
  CHECK(sqlite3_exec(db, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(db);
}

// Behind the # of the first link that a command printed.
std::string secret_in(const std::string& out) {
  const auto at = out.find('#') + 1;
  return out.substr(at, out.find_first_of("\n ", at) - at);
}

unsigned mode_of(const std::string& file) {
  struct stat facts{};
  REQUIRE(::stat(file.c_str(), &facts) == 0);
  return facts.st_mode & 0777U;
}

} // namespace

TEST_CASE("a port in use ends the start with a sentence and code 4") {
  const served first;
  const t::temp_dir other;
  const auto e =
      t::run({"serve", "--data", (other / "b.viche").string(), "--listen", first.listen});
  CHECK(e.code == 4);
  t::is_a_sentence(e.err);
  CHECK(e.err.find("--listen") != std::string::npos);
}

TEST_CASE("what is no address ends the start with code 4") {
  const t::temp_dir folder;
  const auto e = t::run({"serve", "--data", (folder / "a.viche").string(), "--listen", "nowhere"});
  CHECK(e.code == 4);
  t::is_a_sentence(e.err);
}

TEST_CASE("a data file that cannot be written ends the start with code 3") {
  const t::temp_dir folder;
  const auto e = t::run(
      {"serve", "--data", (folder / "no/such/hall.viche").string(), "--listen", "127.0.0.1:0"});
  CHECK(e.code == 3);
  t::is_a_sentence(e.err);
}

TEST_CASE("a file of another program is left alone, with code 5") {
  const t::temp_dir folder;
  const auto file = (folder / "letter.txt").string();
  std::ofstream(file) << "Dear council, this is no data file at all, but it is long enough.";
  const auto e = t::run({"serve", "--data", file, "--listen", "127.0.0.1:0"});
  CHECK(e.code == 5);
  t::is_a_sentence(e.err);
  CHECK(t::text_of(file).starts_with("Dear council"));
}

TEST_CASE("a database of another program is left alone, with code 5") {
  const t::temp_dir folder;
  const auto file = (folder / "other.db").string();
  run_sql(file, "create table books(title text)");
  const auto e = t::run({"serve", "--data", file, "--listen", "127.0.0.1:0"});
  CHECK(e.code == 5);
  t::is_a_sentence(e.err);
}

TEST_CASE("a data file of a newer schema ends the start with code 5") {
  const t::temp_dir folder;
  const auto file = (folder / "hall.viche").string();
  REQUIRE(t::run({"session", "new", "--data", file}).code == 0);
  run_sql(file, "pragma user_version = 999");
  const auto e = t::run({"serve", "--data", file, "--listen", "127.0.0.1:0"});
  CHECK(e.code == 5);
  t::is_a_sentence(e.err);
}

TEST_CASE("two servers do not share a data file: the second ends with code 6") {
  const served first;
  const auto e = t::run({"serve", "--data", first.data, "--listen", "127.0.0.1:0"});
  CHECK(e.code == 6);
  t::is_a_sentence(e.err);
}

TEST_CASE("SIGTERM ends the server with 0 and leaves no socket behind") {
  served s;
  CHECK(mode_of(s.data + ".hostkey") == 0600);
  CHECK(mode_of(s.data + ".sock") == 0600);
  s.server.signal(SIGTERM);
  CHECK(s.server.wait().code == 0);
  CHECK_FALSE(std::ifstream(s.data + ".sock").good());
}

TEST_CASE("the second start shows the sessions of the file and makes none") {
  served s;
  s.server.signal(SIGTERM);
  REQUIRE(s.server.wait().code == 0);
  t::program again({"serve", "--data", s.data, "--listen", "127.0.0.1:0", "--first-session"});
  const auto said = again.said_with("viche session new");
  const auto code = s.said.substr(s.said.find("/s/"), 9);
  CHECK(said.find(code) != std::string::npos);
  CHECK(said.find("/desk#") == std::string::npos);
}

TEST_CASE("the second day prints every link again under that day's address, and the file follows") {
  const t::temp_dir folder;
  const auto links = (folder / "links.json").string();
  const std::vector<std::string> words{
      "serve",           "--data",       (folder / "hall.viche").string(),
      "--first-session", "--links-file", links,
      "--listen",        "127.0.0.1:0"};
  std::string desk;
  {
    t::program first(words);
    const auto said = first.said_with("Whoever has");
    desk = said.substr(said.find("/desk#"),
                       said.find('\n', said.find("/desk#")) - said.find("/desk#"));
    first.signal(SIGTERM);
    REQUIRE(first.wait().code == 0);
  }
  const auto yesterday = t::text_of(links);
  t::program second(words);
  const auto said = second.said_with("Whoever has");
  CHECK(said.find(desk) != std::string::npos);
  const auto listen = said.substr(said.find("http://"), said.find("/s/") - said.find("http://"));
  CHECK(t::text_of(links).find(R"("url":")" + listen + '"') != std::string::npos);
  CHECK(t::text_of(links) != yesterday);
}

TEST_CASE("a data file behind a symbolic link has one lock, whatever it is called") {
  const served s;
  const auto other = (s.folder / "link.viche").string();
  std::filesystem::create_symlink(s.data, other);
  const auto e = t::run({"serve", "--data", other, "--listen", "127.0.0.1:0"});
  CHECK(e.code == 6);
  CHECK_FALSE(std::filesystem::exists(other + ".lock"));
  CHECK(t::run({"session", "new", "--data", other}).code == 0); // asks the server there is
}

TEST_CASE("a session is made through the running server") {
  const served s;
  const auto e = t::run({"session", "new", "--data", s.data, "--json"});
  CHECK(e.code == 0);
  CHECK(e.out.find(R"("desk":"http://)" + s.listen + "/s/") != std::string::npos);
  const auto code = e.out.substr(e.out.find(R"("code":")") + 8, 6);
  const auto port = static_cast<std::uint16_t>(std::stoi(s.listen.substr(s.listen.find(':') + 1)));
  CHECK(
      t::http(port, {.method = "POST", .target = "/api/sessions/" + code + "/enter", .body = "{}"})
          .status == 200);
}

TEST_CASE("a session is made without a server too, and verify finds the file whole") {
  const t::temp_dir folder;
  const auto file = (folder / "hall.viche").string();
  const std::string areas = std::string(VICHE_SOURCE_DIR) + "/tests/data/tags-12.csv";
  const auto made =
      t::run({"session", "new", "--data", file, "--title", "Стратегія 2027", "--areas", areas});
  CHECK(made.code == 0);
  CHECK(made.out.find("/desk#") != std::string::npos);
  const auto e = t::run({"verify", file});
  CHECK(e.code == 0);
  CHECK(e.out.find("complete up to seq 1") != std::string::npos);
  CHECK(t::run({"verify", file, "--head", std::string(64, '0')}).code == 1);
}

TEST_CASE("a lost link is made anew through the running server, and opens what it is for") {
  const served s;
  const auto code = s.said.substr(s.said.find("/s/") + 3, 6);
  const auto e = t::run({"session", "link", "--data", s.data, "--session", code, "--name", "Рада"});
  CHECK(e.code == 0);
  const auto link = "http://" + s.listen + "/s/" + code + "/desk#";
  REQUIRE(e.out.find(link) != std::string::npos);
  const auto port = static_cast<std::uint16_t>(std::stoi(s.listen.substr(s.listen.find(':') + 1)));
  CHECK(t::http(port, {.target = "/api/sessions/" + code + "/names",
                       .headers = {{"Authorization", "Bearer " + secret_in(e.out)}}})
            .status == 200);
}

TEST_CASE("a lost link is made anew in the file itself, and the next server knows it") {
  const t::temp_dir folder;
  const auto file = (folder / "hall.viche").string();
  const auto made = t::run({"session", "new", "--data", file, "--json"});
  const auto code = made.out.substr(made.out.find(R"("code":")") + 8, 6);
  const auto e = t::run({"session", "link", "--data", file, "--session", code, "--role", "operator",
                         "--listen", "127.0.0.1:8080"});
  CHECK(e.code == 0);
  CHECK(e.out.find("http://127.0.0.1:8080/s/" + code + "/operator#") != std::string::npos);
  t::program server({"serve", "--data", file, "--listen", "127.0.0.1:0"});
  const auto said = server.said_with("/new#");
  const auto port =
      static_cast<std::uint16_t>(std::stoi(said.substr(said.find("127.0.0.1:") + 10)));
  const auto traded = t::http(port, {.method = "POST",
                                     .target = "/api/sessions/" + code + "/trade",
                                     .body = R"({"secret":")" + secret_in(e.out) + "\"}"});
  CHECK(traded.status == 200);
  CHECK(traded.body.find("operator") != std::string::npos);
}

TEST_CASE("a link is not made of a session or in a file that is not there") {
  const served s;
  const auto e = t::run({"session", "link", "--data", s.data, "--session", "000000"});
  CHECK(e.code == 2);
  t::is_a_sentence(e.err);
  const t::temp_dir folder;
  const auto file = (folder / "none.viche").string();
  const auto none = t::run({"session", "link", "--data", file, "--session", "482913"});
  CHECK(none.code == 3);
  t::is_a_sentence(none.err);
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("settings that cannot be end with a sentence that names the field, and code 2") {
  const t::temp_dir folder;
  const auto file = (folder / "hall.viche").string();
  const auto e = t::run({"session", "new", "--data", file, "--votes", "999"});
  CHECK(e.code == 2);
  t::is_a_sentence(e.err);
  CHECK(e.err.find("votes_per_person") != std::string::npos);
  const auto running = served();
  CHECK(t::run({"session", "new", "--data", running.data, "--votes", "999"}).err == e.err);
}

TEST_CASE("an areas file that cannot be read ends with code 2") {
  const t::temp_dir folder;
  const auto e = t::run({"session", "new", "--data", (folder / "a.viche").string(), "--areas",
                         (folder / "none.csv").string()});
  CHECK(e.code == 2);
  t::is_a_sentence(e.err);
}

TEST_CASE("the links file is for its owner only and has every link") {
  const t::temp_dir folder;
  const auto file = (folder / "links.json").string();
  t::program server({"serve", "--data", (folder / "hall.viche").string(), "--listen", "127.0.0.1:0",
                     "--first-session", "--links-file", file});
  server.said_with("Whoever has");
  CHECK(mode_of(file) == 0600);
  const auto links = t::text_of(file);
  for (const auto* part : {"/desk#", "/operator#", "/board#", R"("code":)", R"("phone":)"}) {
    CAPTURE(part);
    CHECK(links.find(part) != std::string::npos);
  }
}

TEST_CASE("a configuration file says what the command line does not") {
  const t::temp_dir folder;
  const auto config = (folder / "viche.toml").string();
  const auto data = (folder / "hall.viche").string();
  std::ofstream(config) << "[serve]\ndata = \"" << data << "\"\nlisten = \"nowhere\"\n";
  const auto e = t::run({"serve", "--config", config});
  CHECK(e.code == 4);
  CHECK(e.err.find("nowhere") != std::string::npos);
  const auto stronger = t::run({"serve", "--config", config, "--listen", "elsewhere"});
  CHECK(stronger.err.find("elsewhere") != std::string::npos);
}

TEST_CASE("the environment says what the command line does not") {
  const t::temp_dir folder;
  const auto e =
      t::run({"serve", "--data", (folder / "a.viche").string()}, {"VICHE_LISTEN=from-environment"});
  CHECK(e.code == 4);
  CHECK(e.err.find("from-environment") != std::string::npos);
}

TEST_CASE("wrong words end with code 2, help and version with 0") {
  CHECK(t::run({}).code == 2);
  CHECK(t::run({"dance"}).code == 2);
  CHECK(t::run({"serve"}).code == 2);
  CHECK(t::run({"--version"}).code == 0);
  for (const auto* command : {"serve", "session", "export", "backup", "verify", "rehearse"}) {
    CAPTURE(command);
    CHECK(t::run({command, "--help"}).code == 0);
  }
  CHECK(t::run({"--help"}).out.find("Exit codes") != std::string::npos);
}
