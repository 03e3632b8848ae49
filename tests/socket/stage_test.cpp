// The rehearsal as a child process: a shell stands in for the program.
#include "limits.hpp"
#include "socket/stage.hpp"
#include "support/live_server.hpp"
#include "support/temp_dir.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace s = viche::socket;
namespace t = viche::test;

namespace {

// Says where it is and waits for the end of its input; `id` holds its process.
constexpr const char* says_and_waits =
    R"(echo $$ > "$1/id"; echo '{"state":"playing","port":4711,"desk":"/d","board":"/b"}'; cat)";

struct staged {
  explicit staged(const std::string& script, std::int64_t wait_ms = 5000, std::int64_t end_ms = 300)
      : server([&](s::doors& d) {
          d.stage.plan.program = {"/bin/sh", "-c", script, "sh", folder.path().string()};
          d.stage.plan.folder = folder / "rehearsal";
          d.stage.plan.start_ms = wait_ms;
          d.stage.plan.end_ms = end_ms;
        }) {}

  t::http_reply ask(const std::string& method, const std::string& secret) const {
    return t::http(server.port(), {.method = method,
                                   .target = "/api/sessions/" + server.code + "/rehearsal",
                                   .body = method == "POST" ? R"({"language":"uk"})" : "",
                                   .headers = {{"Authorization", "Bearer " + secret}}});
  }
  t::http_reply ask(const std::string& method) const { return ask(method, server.facilitator); }
  std::string state() const {
    return boost::json::parse(ask("GET").body).at("state").as_string().c_str();
  }
  // The stand-in's process, from what it wrote itself.
  pid_t id() const {
    pid_t found = 0;
    for (int tries = 0; tries < 100 && found == 0; ++tries) {
      std::ifstream(folder / "id") >> found;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return found;
  }

  t::temp_dir folder;
  t::live_server server;
};

// What this process has worked so far, however busy the machine is with others.
std::int64_t worked_ms() {
  timespec spent{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
  return spent.tv_sec * 1000 + spent.tv_nsec / 1'000'000;
}

bool is_running(pid_t id) {
  return ::kill(id, 0) == 0;
}

} // namespace

TEST_CASE("a rehearsal is told with its pages, runs once, and is ended when asked to") {
  const staged of(says_and_waits);
  CHECK(of.state() == "none");
  CHECK(of.ask("POST").body == R"({"state":"playing","port":4711,"desk":"/d","board":"/b"})");
  CHECK(is_running(of.id()));
  const auto again = of.ask("POST");
  CHECK(again.status == 409);
  CHECK(again.body.find("rehearsal_runs") != std::string::npos);
  CHECK(of.ask("DELETE").body == R"({"state":"none"})");
  CHECK_FALSE(is_running(of.id()));
  CHECK(of.ask("POST").status == 200); // another one
}

TEST_CASE("only a facilitator may start, see and end it") {
  const staged of(says_and_waits);
  for (const auto* method : {"GET", "POST", "DELETE"}) {
    CHECK(of.ask(method, of.server.operator_).status == 403);
    CHECK(of.ask(method, "").status == 403);
  }
  CHECK(of.ask("PUT").status == 405);
  CHECK(of.state() == "none");
}

TEST_CASE("a program that says nothing within stage_start_ms is no rehearsal") {
  CHECK(s::stage_plan{}.start_ms == viche::limits::stage_start_ms);
  const staged of(R"(echo $$ > "$1/id"; exec cat)", 100);
  const auto answer = of.ask("POST");
  CHECK(answer.status == 503);
  CHECK(answer.body.find("rehearsal_failed") != std::string::npos);
  for (int tries = 0; tries < 100 && of.state() != "none"; ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(of.state() == "none");
  CHECK_FALSE(is_running(of.id()));
}

TEST_CASE("one that does not end when it is asked to is killed after stage_end_ms") {
  CHECK(s::stage_plan{}.end_ms == viche::limits::stage_end_ms);
  const staged of(
      R"(echo $$ > "$1/id"; mkdir "$1/rehearsal"; echo '{"state":"playing","port":1}'; )"
      R"(exec sleep 600)");
  CHECK(of.ask("POST").status == 200);
  CHECK(of.ask("DELETE").body == R"({"state":"none"})");
  CHECK_FALSE(is_running(of.id()));
  CHECK_FALSE(std::filesystem::exists(of.folder / "rehearsal")); // nor what it left
}

TEST_CASE("two desks that end it at once wait for it both, and nobody works meanwhile") {
  const staged of(R"(echo $$ > "$1/id"; echo '{"state":"playing","port":1}'; exec sleep 600)", 5000,
                  1500);
  CHECK(of.ask("POST").status == 200);
  const auto before = worked_ms();
  std::string other;
  std::thread second([&] { other = of.ask("DELETE").body; });
  CHECK(of.ask("DELETE").body == R"({"state":"none"})");
  second.join();
  CHECK(other == R"({"state":"none"})");
  CHECK(worked_ms() - before < 300);
  CHECK_FALSE(is_running(of.id()));
}

TEST_CASE("words that say nothing new do not end the patience with one that begins") {
  const staged of(R"(echo 'no object'; sleep 0.2; echo '{"state":"playing","port":1}'; cat)");
  CHECK(of.ask("POST").status == 200);
}

TEST_CASE("it ends with the server") {
  staged of(says_and_waits);
  CHECK(of.ask("POST").status == 200);
  const auto id = of.id();
  of.server.stop();
  CHECK_FALSE(is_running(id));
}

TEST_CASE("how it goes is told, and a line over stage_line_bytes_max ends its tale") {
  const staged of(
      R"(echo '{"state":"playing","port":1}'; sleep 0.1; echo '{"state":"played"}'; cat)");
  CHECK(of.ask("POST").status == 200);
  for (int tries = 0; tries < 100 && of.state() == "playing"; ++tries)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(of.state() == "played");
  const staged loud("head -c " + std::to_string(2 * viche::limits::stage_line_bytes_max) +
                        " /dev/zero; exec cat",
                    300);
  CHECK(loud.ask("POST").status == 503);
}

TEST_CASE("a server without a stage says so") {
  const t::live_server server;
  const auto answer =
      t::http(server.port(), {.target = "/api/sessions/" + server.code + "/rehearsal",
                              .headers = {{"Authorization", "Bearer " + server.facilitator}}});
  CHECK(answer.body == R"({"state":"impossible"})");
}
