// The rehearsal's own program: simulated people on a server that is thrown away behind them.
#include "limits.hpp"
#include "support/program.hpp"
#include "support/temp_dir.hpp"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace fs = std::filesystem;
namespace t = viche::test;

namespace {

// While it lives, programs inherit a pipe as their input, whose other end is only here.
class held_input {
public:
  held_input() : before_(::dup(STDIN_FILENO)) {
    REQUIRE(::pipe2(ends_.data(), O_CLOEXEC) == 0);
    ::dup2(ends_[0], STDIN_FILENO);
  }
  held_input(const held_input&) = delete;
  held_input& operator=(const held_input&) = delete;
  ~held_input() {
    end();
    ::dup2(before_, STDIN_FILENO);
    ::close(before_);
    ::close(ends_[0]);
  }
  void end() {
    if (ends_[1] >= 0) ::close(std::exchange(ends_[1], -1));
  }

private:
  int before_;
  std::array<int, 2> ends_{};
};

struct stage {
  t::temp_dir folder;
  held_input input;
  t::program program;

  explicit stage(const std::vector<std::string>& more) : program(words(more)) {}

  fs::path own() const { return folder / "hall.viche.rehearsal"; }
  std::vector<std::string> words(const std::vector<std::string>& more) const {
    std::vector<std::string> all{"stage", "--folder", own().string()};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
};

} // namespace

TEST_CASE("a stage says where it is, plays to the end, and goes when nobody looks") {
  stage s({"--speed", "100000", "--alone-ms", "300"});
  const auto said = s.program.said_with("\"playing\"");
  CHECK(said.find(R"("board":"/s/)") != std::string::npos);
  s.program.said_with("\"played\"");
  const auto end = s.program.wait();
  CHECK(end.code == 0);
  CHECK(end.err.empty());
  CHECK(fs::is_empty(s.folder.path()));
}

TEST_CASE("a stage ends with its input, in the middle of the play, and removes what it wrote") {
  stage s({"--speed", "1"});
  s.program.said_with("\"playing\"");
  CHECK(fs::exists(s.own() / "rehearsal.viche"));
  s.input.end();
  CHECK(s.program.wait().code == 0);
  CHECK(fs::is_empty(s.folder.path()));
}

TEST_CASE("what an earlier stage left behind in a power cut goes first") {
  const t::temp_dir folder;
  fs::create_directory(folder / "old");
  held_input input;
  t::program program({"stage", "--folder", (folder / "old").string()});
  program.said_with("\"playing\"");
  input.end();
  CHECK(program.wait().code == 0);
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a rehearsal's own files are what it may find in its folder and remove") {
  const t::temp_dir folder;
  const auto old = folder / "old";
  fs::create_directory(old);
  for (const auto* name : {"rehearsal.viche", "rehearsal.viche-wal", "rehearsal.viche.lock"})
    std::ofstream(old / name) << "";
  held_input input;
  t::program program({"stage", "--folder", old.string()});
  program.said_with("\"playing\"");
  input.end();
  CHECK(program.wait().code == 0);
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("a folder that holds anything else is left alone") {
  const t::temp_dir folder;
  std::ofstream(folder / "rehearsal.viche") << "";
  std::ofstream(folder / "letter.txt") << "Dear council";
  const auto end = t::run({"stage", "--folder", folder.path().string()});
  CHECK(end.code == 2);
  CHECK(end.err.starts_with("viche: "));
  CHECK(fs::exists(folder / "letter.txt"));
  CHECK(fs::exists(folder / "rehearsal.viche"));
}

TEST_CASE("what is no folder is left alone, be it a link to one") {
  const t::temp_dir folder;
  fs::create_directory(folder / "real");
  fs::create_directory_symlink(folder / "real", folder / "link");
  CHECK(t::run({"stage", "--folder", (folder / "link").string()}).code == 2);
  CHECK(fs::exists(folder / "real"));
}

TEST_CASE("a folder that cannot be made ends it with a sentence") {
  const auto end = t::run({"stage", "--folder", "/proc/no/such"});
  CHECK(end.code == 3);
  CHECK(end.err.starts_with("viche: "));
}

TEST_CASE("left alone it stays stage_alone_ms, and never longer than stage_ms") {
  const auto help = t::run({"stage", "--help"}).out;
  CHECK(help.find(std::to_string(viche::limits::stage_alone_ms)) != std::string::npos);
  CHECK(help.find(std::to_string(viche::limits::stage_ms)) != std::string::npos);
  // It closes its pages before whoever started it loses patience.
  CHECK(viche::limits::stage_closing_ms < viche::limits::stage_end_ms);
}
