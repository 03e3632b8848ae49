// When the disk refuses: nobody is told that something is stored which is not, and work goes on as
// soon as the disk does.
#include "store/log_fixture.hpp"
#include "store/reader.hpp"
#include "support/full_disk.hpp"

#include <boost/asio/use_future.hpp>
#include <doctest/doctest.h>

#include <atomic>
#include <future>

using namespace viche;
using namespace viche::test;

namespace {

// A disk that refuses at the moments it is told to.
struct disk {
  std::atomic<bool> before_commit = false;
  std::atomic<bool> after_commit = false;
  std::atomic<bool> reopen = false;
  std::vector<std::string> told; // by the writer, before it answers

  store::op_log_options options() {
    store::op_log_options o;
    o.refuses = [this](store::disk_moment m) {
      switch (m) {
      case store::disk_moment::before_commit: return before_commit.load();
      case store::disk_moment::after_commit: return after_commit.load();
      case store::disk_moment::before_load:
      case store::disk_moment::before_pages: return false;
      case store::disk_moment::reopen: return reopen.load();
      }
      return false;
    };
    o.tell = [this](const std::string& words) { told.push_back(words); };
    return o;
  }
};

struct failing_fixture : log_fixture {
  disk d;
  failing_fixture() { reopen(d.options()); }
};
} // namespace

TEST_CASE("a batch the disk refused is a fault and not there, and the next one works") {
  failing_fixture f;
  f.d.before_commit = true;
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})).error() == fault::storage_unavailable);
  f.d.before_commit = false;
  CHECK(f.load().rows.size() == 1);
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})));
  CHECK(f.load().rows.size() == 2);
}

TEST_CASE("why the disk refused is told once, however often it is tried, and so is its return") {
  failing_fixture f;
  for (int round = 1; round <= 2; ++round) {
    f.d.told.clear();
    f.d.before_commit = true;
    for (int tries = 0; tries < 3; ++tries)
      CHECK_FALSE(f.append(batch_of({an_idea(f.load().rows.size() + 1, "Лікар")})));
    CHECK(f.d.told ==
          std::vector<std::string>{"The data file cannot be written: the disk refused"});
    f.d.before_commit = false;
    CHECK(f.append(batch_of({an_idea(f.load().rows.size() + 1, "Лікар")})));
    CHECK(f.append(batch_of({an_idea(f.load().rows.size() + 1, "Дорога")})));
    CHECK(f.d.told.size() == 2);
    CHECK(f.d.told.back() == "The data file is written again.");
  }
}

TEST_CASE("a batch whose outcome was unknown is found by the replay") {
  failing_fixture f;
  f.d.after_commit = true;
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})).error() == fault::storage_unavailable);
  f.d.after_commit = false;
  CHECK(f.load().rows.size() == 2);
  CHECK(f.append(batch_of({an_idea(3, "Дорога")})));
}

TEST_CASE("while the file cannot be opened again every call is refused, and tries once") {
  failing_fixture f;
  f.d.before_commit = f.d.reopen = true;
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})).error() == fault::storage_unavailable);
  f.d.before_commit = false;
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})).error() == fault::storage_unavailable);
  CHECK(await(f.log->load("482913")).error() == fault::storage_unavailable);
  CHECK(await(f.log->codes()).error() == fault::storage_unavailable);
  auto other = a_session("111111");
  CHECK(await(f.log->create(other, opening())).error() == fault::storage_unavailable);
  f.d.reopen = false;
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})));
  CHECK(f.load().rows.size() == 2);
}

TEST_CASE("a disk that is really full refuses, loses nothing, and recovers") {
  log_fixture f;
  f.append(batch_of({an_idea(2, "Лікар")})).value();
  const std::string long_text(300'000, 'x');
  {
    const full_disk full(200'000);
    CHECK(f.append(batch_of({an_idea(3, long_text)})).error() == fault::storage_unavailable);
    CHECK(f.load().rows.size() == 2); // reading goes on
    CHECK(f.append(batch_of({an_idea(3, "коротка")}))); // and what still fits
  }
  CHECK(f.append(batch_of({an_idea(4, long_text)})));
  f.reopen();
  CHECK(f.load().rows.size() == 4);
  CHECK(store::verify_file(f.file).value().is_whole());
}

TEST_CASE("a session is not made on a disk that refuses, and its code stays free") {
  failing_fixture f;
  auto other = a_session("111111");
  f.d.before_commit = true;
  CHECK(await(f.log->create(other, opening())).error() == fault::storage_unavailable);
  CHECK(other.id == 0);
  f.d.before_commit = false;
  CHECK(await(f.log->create(other, opening())).value());
}
