// Opening a data file: one writer at a time, and a sentence for everything that is wrong with it.
#include "store/log_fixture.hpp"
#include "store/reader.hpp"

#include <doctest/doctest.h>

#include <fstream>

using namespace viche;
using namespace viche::test;

namespace {

described<std::unique_ptr<store::op_log>> open(const std::filesystem::path& file) {
  store::op_log_options options;
  options.file = file;
  options.is_durable = false;
  return store::op_log::open(options);
}

bool says(const described_fault& f, const std::string& what) {
  return f.words.find(what) != std::string::npos && f.words.ends_with('.');
}

void write_file(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string bytes_of_closed(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Where a file was refused it must be left as it was, and reading it must be refused as well.
void check_refused(const std::filesystem::path& file, fault what, const std::string& words) {
  const auto before = bytes_of_closed(file);
  const auto to_write = open(file);
  REQUIRE_FALSE(to_write.has_value());
  CHECK(to_write.error().what == what);
  CHECK_MESSAGE(says(to_write.error(), words), to_write.error().words);
  const auto to_read = store::read_codes(file);
  REQUIRE_FALSE(to_read.has_value());
  CHECK(to_read.error().what == what);
  CHECK(bytes_of_closed(file) == before);
}

} // namespace

TEST_CASE("a second writer of a file is told who writes it") {
  log_fixture f;
  const auto second = open(f.file);
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().what == fault::file_in_use);
  CHECK(says(second.error(), "process " + std::to_string(::getpid())));
  f.log.reset();
  CHECK(open(f.file).has_value());
}

TEST_CASE("readers need no lock and see what was answered") {
  log_fixture f;
  f.append(batch_of({an_idea(2, "Лікар")})).value();
  CHECK(store::read_codes(f.file).value() == std::vector<std::string>{"482913"});
  const auto found = store::read_session(f.file, "482913");
  REQUIRE(found.has_value());
  CHECK(found->rows.size() == 2);
  CHECK(found->head == f.load().head);
  CHECK(store::read_session(f.file, "000000").error().what == fault::session_unknown);
  f.log.reset();
  CHECK(store::read_session(f.file, "482913").value().rows.size() == 2);
}

TEST_CASE("a file in a folder that is not there cannot be written") {
  temp_dir folder;
  const auto to_write = open(folder / "nowhere/hall.viche");
  REQUIRE_FALSE(to_write.has_value());
  CHECK(to_write.error().what == fault::file_unwritable);
  CHECK(says(to_write.error(), "folder"));
  CHECK(store::read_codes(folder / "hall.viche").error().what == fault::file_unwritable);
}

TEST_CASE("a folder is no data file") {
  temp_dir folder;
  std::filesystem::create_directory(folder / "hall.viche");
  CHECK(open(folder / "hall.viche").error().what == fault::file_unwritable);
}

TEST_CASE("a file that is no database is not ours") {
  temp_dir folder;
  write_file(folder / "letter.txt", std::string(5000, 'a'));
  check_refused(folder / "letter.txt", fault::file_not_ours, "not a data file of Viche");
}

TEST_CASE("a database of another program is not ours") {
  temp_dir folder;
  const auto file = folder / "bookmarks.sqlite";
  {
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("CREATE TABLE places (url TEXT)");
  }
  check_refused(file, fault::file_not_ours, "not a data file of Viche");
}

TEST_CASE("a file of a newer Viche is left to it") {
  log_fixture f;
  f.tamper("PRAGMA user_version = 7");
  SQLite::Database(f.file.string(), SQLite::OPEN_READWRITE).exec("PRAGMA journal_mode = DELETE");
  check_refused(f.file, fault::file_newer, "schema 7");
}

TEST_CASE("a file of a schema that never was is damaged") {
  log_fixture f;
  f.tamper("PRAGMA user_version = 0");
  const auto to_write = open(f.file);
  REQUIRE_FALSE(to_write.has_value());
  CHECK(to_write.error().what == fault::storage_corrupt);
}

TEST_CASE("a file whose pages are damaged is said to be") {
  log_fixture f;
  for (model::seq_t seq = 2; seq < 200; ++seq) {
    f.append(batch_of({an_idea(seq, std::string(200, 'x'))})).value();
  }
  f.log.reset();
  auto bytes = bytes_of_closed(f.file);
  for (std::size_t at = 8 * 4096; at < bytes.size(); ++at)
    bytes[at] = '\x7F';
  write_file(f.file, bytes);
  const auto found = store::verify_file(f.file);
  const bool is_noticed = !found || !found->is_whole();
  CHECK(is_noticed);
  auto log = open(f.file);
  if (log) CHECK(await((*log)->load("482913")).error() == fault::storage_corrupt);
}

TEST_CASE("an empty file becomes a data file") {
  temp_dir folder;
  write_file(folder / "hall.viche", "");
  CHECK(open(folder / "hall.viche").has_value());
  CHECK(store::read_codes(folder / "hall.viche").value().empty());
}

TEST_CASE("a name that SQLite takes for something else is a name") {
  temp_dir folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  CHECK(open(":memory:").has_value());
  CHECK(open("file:hall?mode=memory").has_value());
  CHECK(std::filesystem::exists(":memory:"));
  CHECK(std::filesystem::exists("file:hall?mode=memory"));
  std::filesystem::current_path(before);
}

TEST_CASE("an empty file becomes a data file that only its owner may read") {
  const temp_dir folder;
  const auto file = folder / "made-with-touch.viche";
  write_file(file, "");
  std::filesystem::permissions(file, std::filesystem::perms::all);
  REQUIRE(open(file).has_value());
  using std::filesystem::perms;
  CHECK(std::filesystem::status(file).permissions() == (perms::owner_read | perms::owner_write));
}

TEST_CASE("a file with two names is refused, because two programs could write it at once") {
  const temp_dir folder;
  const auto file = folder / "hall.viche";
  REQUIRE(open(file).has_value());
  std::filesystem::create_hard_link(file, folder / "other.viche");
  for (const auto* name : {"hall.viche", "other.viche"}) {
    const auto second = open(folder / name);
    REQUIRE_FALSE(second.has_value());
    CHECK(second.error().what == fault::file_unwritable);
    CHECK_MESSAGE(says(second.error(), "hard link"), second.error().words);
  }
}
