// A copy of the data file that another server can take over from, made while this one goes on.
#include "limits.hpp"
#include "store/log_fixture.hpp"
#include "store/reader.hpp"
#include "support/bytes_on_disk.hpp"
#include "support/full_disk.hpp"

#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_future.hpp>
#include <doctest/doctest.h>

#include <fstream>
#include <future>
#include <semaphore>
#include <set>
#include <thread>

#include <sys/stat.h>

using namespace viche;
using namespace viche::test;
namespace asio = boost::asio;
namespace fs = std::filesystem;

namespace {

// Some megabytes, so that a copy takes many steps.
struct backup_fixture : log_fixture {
  model::seq_t last = 1;
  fs::path copy = folder / "copy.viche";

  void fill(int entries) {
    for (int i = 0; i < entries; ++i) {
      const auto seq = ++last;
      append(batch_of({an_idea(seq, std::to_string(seq) + std::string(40'000, 'x'))})).value();
    }
  }
  static constexpr int enough = 8 * limits::backup_step_pages / 10; // pages of ten to an entry

  described<store::backup_facts> backup(bool replaces = false) {
    return await(log->backup({.to = copy, .replaces = replaces}));
  }
};

// A copy that takes a step only when it is let: what happens between two is no matter of luck.
struct halfway_fixture : backup_fixture {
  std::counting_semaphore<> steps{0};
  std::atomic<bool> is_refusing = false; // the disk, what is to be committed
  std::shared_ptr<std::atomic<int>> percent = std::make_shared<std::atomic<int>>(0);
  asio::thread_pool pool{1};
  std::future<described<store::backup_facts>> made;

  halfway_fixture() {
    fill(enough);
    reopen({.file = {}, .refuses = [this](store::disk_moment m) {
              if (m == store::disk_moment::before_pages) steps.acquire();
              return is_refusing && m == store::disk_moment::before_commit;
            }});
  }

  // Begins a copy that stops before its second step.
  void begin() {
    made = asio::co_spawn(pool, log->backup({.to = copy, .percent = percent}), asio::use_future);
    steps.release();
    while (*percent == 0)
      std::this_thread::yield();
  }

  // The answer to a batch that comes between the second step and the third.
  result<std::string> append_halfway(model::append_batch batch) {
    auto answer = asio::co_spawn(pool, log->append(session.id, std::move(batch)), asio::use_future);
    asio::co_spawn(pool, log->codes(), asio::use_future); // the pool ran: the batch is queued
    asio::post(pool, [this] { steps.release(); });
    auto out = answer.get();
    CHECK(*percent < 100);
    return out;
  }

  described<store::backup_facts> end() {
    steps.release(1000);
    auto out = made.get();
    pool.join();
    return out;
  }
};

// The fault, its sentence, and nothing left behind.
void check_refused(const described<store::backup_facts>& outcome, fault what,
                   const std::string& words, const fs::path& to) {
  REQUIRE(outcome.has_error());
  CHECK(outcome.error().what == what);
  const auto& said = outcome.error().words;
  CHECK_MESSAGE(said.find(words) != std::string::npos, said);
  CHECK_MESSAGE(said.ends_with('.'), said);
  for (const auto* ending : {".part", ".part-wal", ".part-shm", ".part-journal"})
    CHECK_FALSE(fs::exists(to.string() + ending));
}
} // namespace

TEST_CASE("a copy is whole, has the same heads and is for its owner only") {
  backup_fixture f;
  f.append(batch_of({an_idea(2, "Лікар"), an_idea(3, "Дорога")})).value();
  const auto made = f.backup();
  REQUIRE_MESSAGE(made.has_value(), made.error().words);
  REQUIRE(made->chains.size() == 1);
  CHECK(made->chains[0].entries == 3);
  CHECK(made->chains[0].head == f.load().head);
  CHECK(made->bytes == fs::file_size(f.copy));

  const auto verified = store::verify_file(f.copy).value();
  CHECK(verified.is_whole());
  CHECK(verified.chains[0].head == store::verify_file(f.file).value().chains[0].head);
  struct stat facts{};
  REQUIRE(::stat(f.copy.c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777U) == 0600);
  for (const auto* ending : {"-wal", "-shm", "-journal", ".part"})
    CHECK_FALSE(fs::exists(f.copy.string() + ending));
}

TEST_CASE("a copy holds what still lies in the WAL, and leaves the data file as it was") {
  backup_fixture f;
  f.append(batch_of({an_idea(2, "Лікар")})).value();
  const auto before = bytes_on_disk(f.file);
  REQUIRE(f.backup().has_value());
  CHECK(bytes_on_disk(f.file) == before);
  CHECK(store::read_session(f.copy, f.session.code)->rows[1].texts[0] == "Лікар");
}

TEST_CASE("while a copy is made appends are answered, and it is the log up to some moment") {
  backup_fixture f;
  f.fill(f.enough);
  const auto before = f.last;
  asio::thread_pool pool(1);
  auto made = asio::co_spawn(pool, f.log->backup({.to = f.copy}), asio::use_future);
  while (made.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    const auto seq = ++f.last;
    REQUIRE(f.append(batch_of({an_idea(seq, "Лікар " + std::to_string(seq))})));
  }
  pool.join();
  const auto facts = made.get();
  REQUIRE_MESSAGE(facts.has_value(), facts.error().words);
  const auto copied = store::read_session(f.copy, f.session.code).value();
  const auto all = f.load();
  CHECK(copied.rows.size() >= before);
  CHECK(copied.rows.size() <= all.rows.size());
  for (std::size_t i = 0; i < copied.rows.size(); ++i)
    REQUIRE(copied.rows[i].op_id == all.rows[i].op_id);
  CHECK(store::verify_file(f.copy).value().is_whole());
  CHECK(facts->chains[0].entries == copied.rows.size());
}

TEST_CASE("a copy goes on as a log of its own: same code, keys and head, another epoch") {
  backup_fixture f;
  f.append(batch_of({an_idea(2, "Лікар")})).value();
  REQUIRE(f.backup().has_value());
  const auto original = f.load();
  f.append(batch_of({an_idea(3, "після копії")})).value();

  f.log.reset();
  f.file = f.copy;
  f.open();
  const auto copied = f.load();
  CHECK(copied.head == original.head);
  CHECK(copied.record.epoch == original.record.epoch); // of the chain
  CHECK(copied.record.keys.writer == original.record.keys.writer);
  CHECK(copied.record.keys.link == original.record.keys.link);
  CHECK(copied.record.keys.vote == original.record.keys.vote);
  CHECK(original.incarnation == original.record.epoch);
  CHECK(copied.incarnation != original.incarnation);
  CHECK(copied.incarnation.size() == 16);
  CHECK(copied.rows.size() == 2); // what came behind the copy is not in it
  REQUIRE(f.append(batch_of({an_idea(3, "на другому ноутбуці")})));
  f.reopen();
  CHECK(f.load().incarnation == copied.incarnation); // a restart is no new life
  CHECK(store::verify_file(f.copy).value().is_whole());
}

TEST_CASE("each copy is another log, also a copy of a copy") {
  backup_fixture f;
  std::set<std::string> epochs{f.load().incarnation};
  for (const auto* name : {"a", "b", "c"}) {
    f.copy = f.folder / name;
    REQUIRE(f.backup().has_value());
    epochs.insert(store::read_session(f.copy, f.session.code)->incarnation);
  }
  f.log.reset();
  f.file = f.copy;
  f.open();
  f.copy = f.folder / "d";
  REQUIRE(f.backup().has_value());
  epochs.insert(store::read_session(f.copy, f.session.code)->incarnation);
  CHECK(epochs.size() == 5);
}

TEST_CASE("what is there is not replaced unless that is asked for") {
  backup_fixture f;
  REQUIRE(f.backup().has_value());
  const auto first = store::read_session(f.copy, f.session.code)->incarnation;
  f.append(batch_of({an_idea(2, "Лікар")})).value();
  check_refused(f.backup(), fault::input_malformed, "--force", f.copy);
  CHECK(store::read_session(f.copy, f.session.code)->incarnation == first);
  REQUIRE(f.backup(true).has_value());
  CHECK(store::read_session(f.copy, f.session.code)->rows.size() == 2);
}

TEST_CASE("the data file itself, what belongs to it and a folder are no place for a copy") {
  backup_fixture f;
  fs::create_symlink(f.file, f.folder / "link.viche");
  for (const auto* name : {"hall.viche", "hall.viche-wal", "hall.viche.lock", "link.viche"}) {
    CAPTURE(name);
    f.copy = f.folder / name;
    check_refused(f.backup(true), fault::input_malformed, "is the data file", f.copy);
  }
  f.copy = f.folder.path();
  check_refused(f.backup(true), fault::input_malformed, "is a folder", f.copy);
  CHECK(f.load().rows.size() == 1);
}

TEST_CASE("a letter, and a data file that somebody writes, are not replaced") {
  backup_fixture f;
  f.copy = f.folder / "letter.txt";
  std::ofstream(f.copy) << "Dear council, this is no data file at all, but it is long enough.";
  check_refused(f.backup(true), fault::file_not_ours, "was left as it is", f.copy);
  f.copy = f.folder / "other.viche";
  const auto other = store::op_log::open({.file = f.copy, .is_durable = false}).value();
  fs::remove(f.copy.string() + "-wal"); // only its lock is left to tell
  check_refused(f.backup(true), fault::file_in_use, "is being written by", f.copy);
}

TEST_CASE("a write-ahead log of another file would be played into the copy: the name is refused") {
  backup_fixture f;
  std::ofstream(f.copy.string() + "-wal") << "left by a crash";
  check_refused(f.backup(), fault::input_malformed, "-wal", f.copy);
  CHECK_FALSE(fs::exists(f.copy));
}

TEST_CASE("a folder that is not there is named, and nothing is made") {
  backup_fixture f;
  f.copy = f.folder / "nowhere/copy.viche";
  check_refused(f.backup(), fault::file_unwritable, "folder", f.copy);
  CHECK_FALSE(fs::exists(f.folder / "nowhere"));
}

TEST_CASE("on a full disk no copy is left, an older one stays, and appends go on") {
  backup_fixture f;
  REQUIRE(f.backup().has_value());
  const auto older = fs::file_size(f.copy);
  f.fill(f.enough);
  f.reopen(); // nothing is left to be written but the copy
  {
    const full_disk full(1'000'000);
    check_refused(f.backup(true), fault::file_unwritable, "make room", f.copy);
  }
  CHECK(fs::file_size(f.copy) == older);
  CHECK(store::verify_file(f.copy).value().is_whole());
  CHECK(f.append(batch_of({an_idea(++f.last, "Лікар")})));
  CHECK(f.backup(true).has_value());
}

TEST_CASE("a copy that takes too long is given up, and the next one may be made") {
  // limits::backup_ms in the hall
  backup_fixture f;
  f.fill(f.enough);
  f.reopen({.file = {}, .backup_ms = 0});
  check_refused(f.backup(), fault::file_unwritable, "takes too long", f.copy);
  f.reopen();
  CHECK(f.backup().has_value());
}

TEST_CASE("what a power cut left of a copy does not hinder the next one") {
  backup_fixture f;
  std::ofstream(f.copy.string() + ".part") << "half of a copy";
  std::ofstream(f.copy.string() + ".part-wal") << "and its WAL";
  CHECK(f.backup().has_value());
  CHECK(store::verify_file(f.copy).value().is_whole());
}

TEST_CASE("copies asked for at once are made one after another, and each is whole") {
  backup_fixture f;
  f.fill(f.enough / 2);
  asio::thread_pool pool(1);
  std::vector<std::future<described<store::backup_facts>>> made;
  for (const auto* name : {"a", "b", "c"}) {
    made.push_back(asio::co_spawn(pool, f.log->backup({.to = f.folder / name}), asio::use_future));
  }
  for (auto& one : made)
    CHECK(one.get().has_value());
  pool.join();
  for (const auto* name : {"a", "b", "c"})
    CHECK(store::verify_file(f.folder / name).value().is_whole());
}

TEST_CASE("between two steps of a copy the writer takes what waits, and the copy has it") {
  // limits::backup_step_pages
  halfway_fixture f;
  f.begin();
  REQUIRE(f.append_halfway(batch_of({an_idea(++f.last, "посеред копіювання")})));
  REQUIRE(f.end().has_value());
  CHECK(*f.percent == 100);
  CHECK(store::read_session(f.copy, f.session.code)->rows.back().texts[0] == "посеред копіювання");
}

TEST_CASE("a text that is redacted while a copy is made is not in the copy's bytes") {
  const std::string secret = "телефон Марії 067 000 00 00";
  halfway_fixture f;
  const auto idea = ++f.last;
  f.append(batch_of({an_idea(idea, secret)})).value();
  f.begin();
  auto batch =
      batch_of({a_row(++f.last, "redact_idea", {.as = model::role::facilitator, .id = id_of(2)},
                      R"({"idea":2,"text":0})", {"Лікар"})});
  batch.texts_erased = {idea};
  REQUIRE(f.append_halfway(std::move(batch)));
  CHECK(f.log->erasures() == 1);
  REQUIRE(f.end().has_value());
  CHECK(store::verify_file(f.copy).value().is_whole());
  std::ifstream in(f.copy, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  CHECK(bytes.find("Лікар") != std::string::npos);
  CHECK(bytes.find(secret) == std::string::npos);
}

TEST_CASE("when the disk refuses a batch in the middle of a copy, the copy is given up") {
  halfway_fixture f;
  f.begin();
  f.is_refusing = true;
  CHECK(f.append_halfway(batch_of({an_idea(f.last + 1, "Лікар")})).error() ==
        fault::storage_unavailable);
  f.is_refusing = false;
  check_refused(f.end(), fault::storage_unavailable, "was not made", f.copy);
  CHECK(f.append(batch_of({an_idea(f.last + 1, "Лікар")})));
  CHECK(f.backup().has_value());
}

TEST_CASE("a log that ends in the middle of a copy says so, and leaves none") {
  halfway_fixture f;
  f.begin();
  auto ended = std::async(std::launch::async, [&] { f.log.reset(); });
  while (ended.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready)
    f.steps.release();
  check_refused(f.end(), fault::stopping, "is ending", f.copy);
  CHECK_FALSE(fs::exists(f.copy));
}

TEST_CASE("a copy whose pages cannot be read is given up, and the hall is not") {
  backup_fixture f;
  f.reopen({.file = {},
            .refuses = [](store::disk_moment m) { return m == store::disk_moment::before_pages; }});
  check_refused(f.backup(), fault::storage_unavailable, "was not made", f.copy);
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})));
}
