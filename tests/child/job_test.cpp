// Programs that are run to their end, by a shell that stands in for them.
#include "child/confinement.hpp"
#include "child/job.hpp"
#include "support/await.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <string>
#include <sys/resource.h>
#include <thread>

namespace c = viche::child;
namespace t = viche::test;

namespace {

struct workshop {
  workshop() { std::signal(SIGPIPE, SIG_IGN); } // as every program of ours that starts others
  c::job_result run(const std::string& script, std::string input = "",
                    std::int64_t deadline_ms = 10'000, std::size_t output_bytes_max = 1 << 20) {
    return run(std::vector<std::string>{"/bin/sh", "-c", script}, std::move(input), deadline_ms,
               output_bytes_max);
  }
  c::job_result run(std::vector<std::string> words, std::string input = "",
                    std::int64_t deadline_ms = 10'000, std::size_t output_bytes_max = 1 << 20) {
    auto done = t::await(c::run({.words = std::move(words),
                                 .input = std::move(input),
                                 .folder = folder.path(),
                                 .deadline_ms = deadline_ms,
                                 .output_bytes_max = output_bytes_max}));
    REQUIRE(done.has_value());
    return *done;
  }
  // A process that the script wrote the number of.
  pid_t id(const char* file) const {
    pid_t found = 0;
    std::ifstream(folder / file) >> found;
    return found;
  }
  t::temp_dir folder;
};

// Killed ones are somebody else's to take off the list, which takes a moment.
bool is_gone(pid_t id) {
  for (int tries = 0; tries < 200; ++tries) {
    std::ifstream in("/proc/" + std::to_string(id) + "/stat");
    std::string number;
    std::string name;
    std::string state;
    if (!(in >> number >> name >> state) || state == "Z") return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

} // namespace

TEST_CASE("a job hears its input, and its output, complaints and status are told") {
  workshop w;
  const auto said = w.run("cat; echo trouble >&2; exit 7", "Дахи");
  CHECK(said.how == c::job_end::ended);
  CHECK(said.output == "Дахи");
  CHECK(said.errors == "trouble\n");
  CHECK(said.status == 7);
  CHECK(w.run("kill -TERM $$").status == 128 + SIGTERM);
}

TEST_CASE("megabytes go in and out at once, and an input nobody reads holds nothing up") {
  workshop w;
  const std::string much(5'000'000, 'x');
  CHECK(w.run("cat", much, 10'000, much.size()).output.size() == much.size());
  CHECK(w.run("exit 3", much).status == 3);
}

TEST_CASE("a job knows its folder and nothing else of ours") {
  workshop w;
  const auto said = w.run("pwd; env | sort; ls /proc/self/fd | wc -l");
  const auto folder = w.folder.path().string();
  CHECK(said.output.starts_with(folder + "\nHOME=" + folder + "\nLANG=C.UTF-8\n"));
  CHECK(said.output.find("\nTMPDIR=" + folder + "\n4\n") != std::string::npos); // three, and ls's
}

TEST_CASE("who is late is killed with all it started, even with what holds its output") {
  workshop w;
  const auto said =
      w.run("sleep 600 & echo $! > \"$HOME/one\"; echo $$ > \"$HOME/two\"; wait", "", 300);
  CHECK(said.how == c::job_end::late);
  CHECK(is_gone(w.id("one")));
  CHECK(is_gone(w.id("two")));
  const auto left_group = w.run("setsid sh -c 'echo > \"$HOME/away\"; exec sleep 2' & "
                                "while [ ! -e \"$HOME/away\" ]; do :; done",
                                "", 300);
  CHECK(left_group.how == c::job_end::late);
}

TEST_CASE("what a job leaves running is ended behind it") {
  workshop w;
  const auto said = w.run("sleep 600 & echo $! > \"$HOME/one\"");
  CHECK(said.how == c::job_end::ended);
  CHECK(is_gone(w.id("one")));
}

TEST_CASE("a job that says more than it may is ended, and its last complaints are kept") {
  workshop w;
  const auto loud = w.run("cat /dev/zero", "", 10'000, 100'000);
  CHECK(loud.how == c::job_end::too_long);
  CHECK(loud.output.empty());
  const auto cross = w.run("head -c 200000 /dev/zero >&2; echo last >&2");
  CHECK(cross.errors.size() == c::errors_bytes_max);
  CHECK(cross.errors.ends_with("last\n"));
}

TEST_CASE("bounds of memory, time and files bite") {
  workshop w;
  const c::confinement by{.memory_bytes_max = 300ULL << 20,
                          .cpu_s_max = 1,
                          .file_bytes_max = 1000,
                          .is_network_cut = false};
  const auto script = [&](const std::string& s) {
    return w.run(c::confined({"/bin/sh", "-c", s}, by));
  };
  CHECK(script("echo fine").output == "fine\n");
  CHECK(script("head -c 2000 /dev/zero > \"$HOME/file\"").status == 128 + SIGXFSZ);
  CHECK(std::filesystem::file_size(w.folder / "file") == 1000);
  CHECK(script("while :; do :; done").status == 128 + SIGKILL);
  CHECK(script("dd if=/dev/zero of=/dev/null bs=500M count=1").status == 1);
  const auto ours = ::getpriority(PRIO_PROCESS, 0);
  CHECK(std::stoi(script("nice").output) == std::min(ours + 10, 19));
}

TEST_CASE("a job without network sees none but its own, where the system lets us") {
  workshop w;
  const bool may = w.run(c::network_question()).status == 0;
  MESSAGE("a network of its own: ", may);
  const c::confinement by{.memory_bytes_max = 1ULL << 30,
                          .cpu_s_max = 5,
                          .file_bytes_max = 1000,
                          .is_network_cut = may};
  const auto said = w.run(c::confined({"/bin/sh", "-c", "tail -n +3 /proc/net/dev | wc -l"}, by));
  if (may) CHECK(said.output == "1\n"); // the loopback, which is down
  CHECK(said.status == 0);
}
