// The copies a running server keeps: made by themselves, the newest kept, nothing erased in them.
#include "commands/kept_backups.hpp"

#include "store/log_fixture.hpp"
#include "store/reader.hpp"
#include "support/program.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <sys/stat.h>
#include <thread>

using namespace viche;
using namespace viche::test;
namespace c = viche::commands;
namespace fs = std::filesystem;

namespace {

const std::string secret = "телефон Марії 067 000 00 00";

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& one : fs::directory_iterator(folder))
    found.push_back(one.path());
  return found;
}

// All bytes of all files of the folder.
std::string bytes_in(const fs::path& folder) {
  std::string all;
  for (const auto& file : files_in(folder)) {
    std::ifstream in(file, std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

bool holds(const fs::path& folder, const std::string& what) {
  return bytes_in(folder).find(what) != std::string::npos;
}

// One copy, and nothing that is still being made.
bool has_one(const fs::path& folder) {
  const auto found = files_in(folder);
  return found.size() == 1 && found[0].extension() == ".viche";
}

// A log whose copies are kept by a context that the test runs.
struct keeper : log_fixture {
  fs::path kept = folder / "kept";
  c::backup_plan plan{.folder = kept, .minutes = 60, .kept = 6, .again_ms = 0, .look_ms = 1};
  std::vector<std::string> told;
  boost::asio::io_context context;

  keeper() { fs::create_directory(kept); }
  ~keeper() { log.reset(); } // what it answers goes to the context

  void start() {
    boost::asio::co_spawn(
        context,
        c::keep_backups(*log, file, plan,
                        [this](const std::string& words) { told.push_back(words); }),
        boost::asio::detached);
  }

  void run_until(const std::function<bool()>& is_so) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!is_so()) {
      if (std::chrono::steady_clock::now() > end) FAIL("it does not come to be so");
      context.run_for(std::chrono::milliseconds(5));
    }
  }

  void redact(model::seq_t seq, model::seq_t idea) {
    auto batch =
        batch_of({a_row(seq, "redact_idea", {.as = model::role::facilitator, .id = id_of(2)},
                        "{\"idea\":" + std::to_string(idea) + ",\"text\":0}", {"Лікар"})});
    batch.texts_erased = {idea};
    append(std::move(batch)).value();
  }
};

} // namespace

TEST_CASE("a copy is made at the start, and is whole") {
  keeper k;
  k.start();
  k.run_until([&] { return has_one(k.kept); });
  const auto copy = files_in(k.kept).front();
  CHECK(copy.filename().string().starts_with("hall-20"));
  CHECK(store::verify_file(copy).value().is_whole());
  CHECK(k.told.empty());
}

TEST_CASE("after a redaction no kept copy holds the text, whenever it was made") {
  // limits::backup_again_ms and limits::backup_look_ms in the hall
  keeper k;
  k.append(batch_of({an_idea(2, "Лікар, " + secret), an_idea(3, "Дорога")})).value();
  for (const auto* name : {"hall-20251122-0801.viche", "hall-20251122-0802.viche"})
    REQUIRE(await(k.log->backup({.to = k.kept / name})).has_value());
  k.start();
  k.run_until([&] { return files_in(k.kept).size() == 3; });
  REQUIRE(holds(k.kept, secret));

  k.redact(4, 2);
  k.run_until([&] { return !holds(k.kept, secret); });
  CHECK(holds(k.kept, "Дорога"));
  REQUIRE(files_in(k.kept).size() == 1);
  CHECK(store::verify_file(files_in(k.kept).front()).value().is_whole());
  CHECK(k.told.empty());
}

TEST_CASE("what was redacted while no server ran goes from the copies at the next start") {
  keeper k;
  k.append(batch_of({an_idea(2, "Лікар, " + secret)})).value();
  REQUIRE(await(k.log->backup({.to = k.kept / "hall-20251122-0801.viche"})).has_value());
  k.redact(3, 2);
  k.reopen(); // the power went before another copy was made
  CHECK(k.log->erasures() == 0);
  REQUIRE(holds(k.kept, secret));
  k.start();
  k.run_until([&] { return !holds(k.kept, secret) && !files_in(k.kept).empty(); });
}

TEST_CASE("a folder that is gone is told once and tried again, and so is its return") {
  keeper k;
  fs::remove(k.kept);
  k.start();
  k.run_until([&] { return !k.told.empty(); });
  CHECK(k.told[0].starts_with("No copy could be kept: "));
  k.context.run_for(std::chrono::milliseconds(50));
  CHECK(k.told.size() == 1);
  fs::create_directory(k.kept); // the stick is in again
  k.run_until([&] { return k.told.size() == 2; });
  CHECK(files_in(k.kept).size() == 1);
}

TEST_CASE("no more copies are kept than were asked for") {
  keeper k;
  k.plan.kept = 2;
  for (const auto* name : {"hall-20251122-0801.viche", "hall-20251122-0802.viche"})
    REQUIRE(await(k.log->backup({.to = k.kept / name})).has_value());
  k.start();
  k.run_until([&] { return !fs::exists(k.kept / "hall-20251122-0801.viche"); });
  CHECK(files_in(k.kept).size() == 2);
  CHECK(fs::exists(k.kept / "hall-20251122-0802.viche"));
}

TEST_CASE("a server keeps copies where it is told to, for their owner only") {
  const temp_dir folder;
  const auto kept = folder / "kept";
  const auto data = (folder / "hall.viche").string();
  const std::vector<std::string> words{"serve",       "--data",      data,
                                       "--listen",    "127.0.0.1:0", "--first-session",
                                       "--backup-to", kept.string()};
  const auto without = run(words);
  CHECK(without.code == 3);
  CHECK(without.err.find("--backup-to") != std::string::npos);
  CHECK_FALSE(fs::exists(data));

  fs::create_directory(kept);
  program server(words);
  server.said_with("Whoever has");
  while (!has_one(kept) && server.is_running())
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  REQUIRE(has_one(kept));
  struct stat facts{};
  REQUIRE(::stat(files_in(kept)[0].c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777U) == 0600);
}

TEST_CASE("how often and how many is bounded: code 2") {
  const temp_dir folder;
  const auto data = (folder / "hall.viche").string();
  const auto serve = [&](const std::string& option, std::uint32_t value) {
    return run({"serve", "--data", data, "--listen", "nowhere", "--backup-to",
                folder.path().string(), option, std::to_string(value)})
        .code;
  };
  CHECK(serve("--backup-every", limits::backup_minutes_max) == 4); // on to the address
  CHECK(serve("--backup-every", limits::backup_minutes_max + 1) == 2);
  CHECK(serve("--backup-every", 0) == 2);
  CHECK(serve("--backups-kept", limits::backups_kept_max) == 4);
  CHECK(serve("--backups-kept", limits::backups_kept_max + 1) == 2);
  CHECK(run({"serve", "--data", data, "--backup-every", "5"}).code == 2); // of nothing
}
