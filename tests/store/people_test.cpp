// Names people signed with: one stands for each, and what was erased is gone to the last byte.
#include "store/people.hpp"

#include "limits.hpp"
#include "store/kept_copies.hpp"
#include "store/log_fixture.hpp"
#include "store/reader.hpp"
#include "support/bytes_on_disk.hpp"

#include <doctest/doctest.h>

#include <atomic>

using namespace viche;
using namespace viche::test;

namespace {

const std::string olena = "Олена Коваль";
const std::string ivan = "Іван Ґудзь";

struct people_fixture : log_fixture {
  store::name_outcome sign(int person, std::string name) {
    return await(log->change_name({session.id, id_of(person), std::move(name), start_ms})).value();
  }
  store::name_outcome unsign(store::whose_name whose) {
    return await(log->change_name({session.id, whose, std::nullopt, start_ms})).value();
  }
  std::vector<std::string> standing() {
    std::vector<std::string> out;
    for (const auto& one : await(log->names(session.id)).value())
      out.push_back(one.name);
    return out;
  }
  bool has_on_disk(const std::string& what) const {
    return bytes_on_disk(file).find(what) != std::string::npos;
  }
};

using in_order = std::vector<std::string>;

} // namespace

TEST_CASE("people sign, each with one name, and it is there after a restart") {
  people_fixture f;
  CHECK_FALSE(f.sign(1, olena).has_erased);
  f.sign(2, ivan);
  f.reopen();
  CHECK(f.standing() == in_order{olena, ivan});
  const auto all = await(f.log->names(f.session.id)).value();
  CHECK(all[0].person == id_of(1));
  CHECK(all[0].consented_ms == start_ms);
  CHECK(await(f.log->names(f.session.id + 1)).value().empty()); // of another session
  CHECK(store::read_names(f.file, f.session.id).value().size() == 2);
}

TEST_CASE("a name that was taken back or changed is nowhere on disk when the answer comes") {
  people_fixture f;
  f.sign(1, olena);
  f.sign(2, ivan);
  REQUIRE(f.has_on_disk(olena));
  const auto before = f.log->erasures();
  CHECK(f.unsign(id_of(1)).has_erased);
  CHECK(f.sign(2, "Іван").has_erased);
  CHECK(f.log->erasures() == before + 2); // so copies are made anew
  CHECK_FALSE(f.log->erasure_is_pending());
  CHECK_FALSE(f.has_on_disk(olena));
  CHECK_FALSE(f.has_on_disk(ivan));
  CHECK(f.standing() == in_order{"Іван"});
  INFO("once more there is nothing to erase");
  CHECK_FALSE(f.unsign(id_of(1)).has_erased);
  CHECK(f.log->erasures() == before + 2);
}

TEST_CASE("a facilitator's erasure names the row, of this session only") {
  people_fixture f;
  f.sign(1, olena);
  const auto row = await(f.log->names(f.session.id)).value()[0].row;
  store::name_change elsewhere{f.session.id + 1, row, std::nullopt, start_ms};
  CHECK_FALSE(await(f.log->change_name(elsewhere)).value().has_erased);
  CHECK(f.unsign(row).has_erased);
  CHECK_FALSE(f.unsign(row).has_erased);
  CHECK(f.standing().empty());
}

TEST_CASE("names of any length, given and taken back, leave no copy behind") {
  people_fixture f;
  std::vector<std::string> erased;
  for (int i = 0; i < 200; ++i) {
    std::string name;
    const auto mark = "mark" + std::to_string(1'000'000 + i) + ";";
    for (int times = 0; times <= i % 40; ++times)
      name += mark;
    f.sign(i % 50, name);
    if (i < 150) erased.push_back(mark); // the next one of that person takes its place
  }
  for (const auto& mark : erased)
    CHECK_FALSE(f.has_on_disk(mark));
  CHECK(f.standing().size() == 50);
}

TEST_CASE("a person changes a name only so often, and then it stays as it is") {
  people_fixture f;
  for (std::size_t i = 0; i < limits::names_per_person_max; ++i)
    CHECK_FALSE(f.sign(1, "Ім’я " + std::to_string(i)).is_full);
  const auto last = f.standing();
  CHECK(f.sign(1, olena).is_full);
  CHECK(f.standing() == last);
  CHECK_FALSE(f.sign(2, ivan).is_full);
  CHECK(f.unsign(id_of(1)).has_erased); // taking it back is always possible
}

TEST_CASE("names can be erased, and nothing else") {
  people_fixture f;
  f.sign(1, olena);
  f.log.reset();
  SQLite::Database db(f.file.string(), SQLite::OPEN_READWRITE);
  CHECK(db.tryExec("UPDATE people SET name = 'Хтось'") != SQLite::OK);
  CHECK(db.tryExec("UPDATE people SET name = NULL") != SQLite::OK); // with its time, or not at all
  CHECK(db.tryExec("UPDATE people SET person = randomblob(16)") != SQLite::OK);
  CHECK(db.tryExec("DELETE FROM people") != SQLite::OK);
  CHECK(db.tryExec("INSERT INTO people SELECT 9, session, person, 'Друге', 1 FROM people") !=
        SQLite::OK);
  CHECK(db.tryExec("UPDATE people SET name = NULL, consented_ms = NULL") == SQLite::OK);
}

TEST_CASE("names are in no chain: with and without them the head is the same") {
  people_fixture f;
  const auto head = f.load().head;
  f.sign(1, olena);
  f.unsign(id_of(1));
  CHECK(f.load().head == head);
  CHECK(store::verify_file(f.file).value().is_whole());
}

TEST_CASE("a kept copy that holds an erased name goes") {
  people_fixture f;
  f.sign(1, olena);
  const auto kept = f.folder / "kept";
  std::filesystem::create_directory(kept);
  const auto copy = [&](const std::string& name) {
    REQUIRE(await(f.log->backup({.to = kept / name})).has_value());
    return kept / name;
  };
  const auto old = copy("hall-20251122-0801.viche");
  f.unsign(id_of(1));
  const auto newest = copy("hall-20251122-0802.viche");
  REQUIRE(store::thin_out(newest, "hall-", 6).has_value());
  CHECK_FALSE(std::filesystem::exists(old));
  CHECK(std::filesystem::exists(newest));
}

TEST_CASE("a disk that refuses keeps no name and says so") {
  people_fixture f;
  std::atomic<bool> is_broken = true;
  f.reopen({.file = {}, .refuses = [&](store::disk_moment m) {
              return is_broken && m == store::disk_moment::before_commit;
            }});
  const auto refused = await(f.log->change_name({f.session.id, id_of(1), olena, start_ms}));
  CHECK(refused.error() == fault::storage_unavailable);
  is_broken = false;
  CHECK(f.standing().empty());
}
