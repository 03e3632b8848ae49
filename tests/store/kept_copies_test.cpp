// Which of the copies in a folder stay.
#include "store/kept_copies.hpp"

#include "store/log_fixture.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <set>

using namespace viche;
using namespace viche::test;
namespace fs = std::filesystem;

namespace {

const std::string secret = "телефон Марії 067 000 00 00";

struct kept_fixture : log_fixture {
  fs::path kept = folder / "kept";
  kept_fixture() {
    fs::create_directory(kept);
    append(batch_of({an_idea(2, "Лікар, " + secret)})).value();
  }

  fs::path copy(const std::string& name) {
    const auto to = kept / name;
    REQUIRE(await(log->backup({.to = to})).has_value());
    return to;
  }

  void redact() {
    auto batch = batch_of({a_row(3, "redact_idea", {.as = model::role::facilitator, .id = id_of(2)},
                                 R"({"idea":2,"text":0})", {"Лікар"})});
    batch.texts_erased = {2};
    append(std::move(batch)).value();
  }

  std::set<std::string> names() const {
    std::set<std::string> found;
    for (const auto& one : fs::directory_iterator(kept))
      found.insert(one.path().filename().string());
    return found;
  }
};

using names = std::set<std::string>;

} // namespace

TEST_CASE("the newest by name are kept, and what was just made whatever its name says") {
  kept_fixture f;
  for (const auto* name : {"hall-20251122-0801.viche", "hall-20251122-0802.viche",
                           "hall-20251122-0803.viche", "hall-20200101-0000.viche"})
    f.copy(name);
  INFO("the laptop's clock was set back");
  REQUIRE(store::thin_out(f.kept / "hall-20200101-0000.viche", "hall-", 3).has_value());
  CHECK(f.names() ==
        names{"hall-20200101-0000.viche", "hall-20251122-0802.viche", "hall-20251122-0803.viche"});
}

TEST_CASE("other names in the folder are nobody's but their owner's") {
  kept_fixture f;
  const names others{"hall.viche", "hall-20251122.viche", "hall-20251122-0801.viche.txt",
                     "town-20251122-0801.viche", "hall-2025x122-0801.viche"};
  for (const auto& name : others)
    f.copy(name);
  f.redact();
  const auto newest = f.copy("hall-20251122-0900.viche");
  REQUIRE(store::thin_out(newest, "hall-", 1).has_value());
  auto expected = others;
  expected.insert(newest.filename().string());
  CHECK(f.names() == expected);
}

TEST_CASE("a copy that holds what was erased goes, and is overwritten first") {
  kept_fixture f;
  const auto old = f.copy("hall-20251122-0801.viche");
  fs::create_hard_link(old, f.folder / "same-bytes"); // to look at them when the name is gone
  f.redact();
  const auto younger = f.copy("hall-20251122-0802.viche");
  const auto newest = f.copy("hall-20251122-0803.viche");
  REQUIRE(store::thin_out(newest, "hall-", 6).has_value());
  CHECK(f.names() == names{younger.filename().string(), newest.filename().string()});
  std::ifstream in(f.folder / "same-bytes", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  CHECK(bytes.size() > 4096);
  CHECK(bytes.find_first_not_of('\0') == std::string::npos);
}

TEST_CASE("a copy from before the vote key went goes too") {
  kept_fixture f;
  const auto old = f.copy("hall-20251122-0801.viche");
  auto batch = batch_of({a_row(3, "open_phase", {.as = model::role::facilitator, .id = id_of(2)},
                               R"({"phase":"closed","minutes":0})")});
  batch.vote_key_erased = true;
  f.append(std::move(batch)).value();
  const auto newest = f.copy("hall-20251122-0802.viche");
  REQUIRE(store::thin_out(newest, "hall-", 6).has_value());
  CHECK_FALSE(fs::exists(old));
}

TEST_CASE("what cannot be asked stays and is named, until it is one too many") {
  kept_fixture f;
  const auto broken = f.kept / "hall-20251122-0801.viche";
  std::ofstream(broken) << "half a copy";
  f.redact();
  const auto said = store::thin_out(f.copy("hall-20251122-0802.viche"), "hall-", 6);
  REQUIRE(said.has_error());
  CHECK(said.error().words.find(broken.string()) != std::string::npos);
  CHECK(fs::exists(broken));
  REQUIRE(store::thin_out(f.copy("hall-20251122-0803.viche"), "hall-", 2).has_value());
  CHECK_FALSE(fs::exists(broken));
}

TEST_CASE("a copy of an older schema is asked by what it has") {
  kept_fixture f;
  const auto old = f.copy("hall-20251122-0801.viche");
  {
    SQLite::Database db(old.string(), SQLite::OPEN_READWRITE);
    db.exec("DROP TABLE people; PRAGMA user_version = 3");
  }
  INFO("a name went, of which it never had one");
  const model::id128 person = id_of(7);
  for (const auto& name : {std::optional<std::string>("Олена"), std::optional<std::string>()}) {
    const store::name_change change{f.session.id, person, name, 1'763'791'200'000};
    REQUIRE(await(f.log->change_name(change)).has_value());
  }
  REQUIRE(store::thin_out(f.copy("hall-20251122-0802.viche"), "hall-", 6).has_value());
  CHECK(fs::exists(old));
  INFO("a text went that it has");
  f.redact();
  REQUIRE(store::thin_out(f.copy("hall-20251122-0803.viche"), "hall-", 6).has_value());
  CHECK_FALSE(fs::exists(old));
}

TEST_CASE("a copy that was served is a data file of its own: it stays, and is named") {
  kept_fixture f;
  const auto served = f.copy("hall-20251122-0801.viche");
  store::op_log::open({.file = served, .is_durable = false}).value().reset();
  CHECK(store::thin_out(f.copy("hall-20251122-0802.viche"), "hall-", 1).has_value());
  CHECK(fs::exists(served));
  f.redact();
  const auto said = store::thin_out(f.copy("hall-20251122-0803.viche"), "hall-", 1);
  REQUIRE(said.has_error());
  CHECK(said.error().what == fault::file_in_use);
  CHECK(said.error().words.find(served.string()) != std::string::npos);
  CHECK(fs::exists(served));
}
