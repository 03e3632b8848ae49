// Verifying a file: every byte of an entry is vouched for, and what is broken is named.
#include "store/log_fixture.hpp"
#include "store/reader.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <random>

using namespace viche;
using namespace viche::test;

namespace {

// Words about the first broken record; empty: nothing is broken.
std::string first_broken(const store::verification& found) {
  for (const auto& c : found.chains) {
    if (c.broken) return *c.broken;
  }
  return found.broken.value_or("");
}

struct verified_file : log_fixture {
  verified_file() {
    append(batch_of({an_idea(2, "Лікар щодня"), an_idea(3, "Нова дорога"),
                     a_row(4, "edit_idea", {.as = model::role::resident, .id = id_of(1)},
                           R"({"idea":3,"text":0})", {"Нова дорога до школи"}),
                     a_row(5, "hide_idea", {.as = model::role::facilitator, .id = id_of(2)},
                           R"({"idea":2,"reason":"repeat"})")}))
        .value();
  }

  store::verification verify() { return store::verify_file(file).value(); }

  std::string broken() { return first_broken(verify()); }
};

// Copies the closed file and changes one bit in a byte of one value of entry 3 (or of the session)
// behind the schema's back. False: the value has no such byte.
bool forge(const verified_file& f, const std::filesystem::path& forged, const std::string& table,
           const std::string& column, std::size_t byte) {
  using std::filesystem::copy_options;
  std::filesystem::copy_file(f.file, forged, copy_options::overwrite_existing);
  SQLite::Database db(forged.string(), SQLite::OPEN_READWRITE);
  db.exec("PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON");
  const std::string where = table == "session" ? " WHERE id = 1" : " WHERE seq = 3";
  const SQLite::Column value = db.execAndGet("SELECT " + column + " FROM " + table + where);
  SQLite::Statement change(db, "UPDATE " + table + " SET " + column + " = ?" + where);
  auto bytes = value.getString();
  if (byte >= (value.isInteger() ? 1 : bytes.size())) return false;
  if (value.isInteger()) {
    change.bind(1, value.getInt64() ^ 32);
  } else if (bytes[byte] ^= 1; value.isText()) {
    change.bind(1, bytes);
  } else {
    change.bind(1, bytes.data(), static_cast<int>(bytes.size()));
  }
  return change.exec() == 1;
}

} // namespace

TEST_CASE("a file that nobody touched is whole, and tells up to where and its head") {
  verified_file f;
  const auto head = f.load().head;
  for (int open = 1; open >= 0; --open) { // while it is written and afterwards
    if (open == 0) f.log.reset();
    const auto found = f.verify();
    CHECK(found.is_whole());
    REQUIRE(found.chains.size() == 1);
    CHECK(found.chains[0].code == "482913");
    CHECK(found.chains[0].entries == 5);
    CHECK(found.chains[0].head == head);
  }
}

TEST_CASE("one changed bit in any column of an entry is found, and the entry named") {
  struct {
    const char* table;
    const char* column;
    const char* words;
  } const columns[] = {
      {"entry", "session", "session 482913, entry 3, it is missing"},
      {"entry", "seq", "session 482913, entry 3, it is missing"},
      {"entry", "kind", "session 482913, entry 3, public part"},
      {"entry", "minute", "session 482913, entry 3, public part"},
      {"entry", "commitment", "session 482913, entry 3, public part"},
      {"entry", "hash", "session 482913, entry 3, public part"},
      {"entry_private", "session", "session 482913, entry 3, private part"},
      {"entry_private", "seq", "session 482913, entry 3, private part"},
      {"entry_private", "resend_key", "session 482913, entry 3, resend key"},
      {"entry_private", "salt", "session 482913, entry 3, private part"},
      {"entry_private", "bytes", "session 482913, entry 3, private part"},
      {"entry_private", "text_commitments", "session 482913, entry 3, private part"},
      {"entry_text", "session", "session 482913, entry 3, texts"},
      {"entry_text", "seq", "session 482913, entry 3, texts"},
      {"entry_text", "ordinal", "session 482913, entry 3, text 0"},
      {"entry_text", "salt", "session 482913, entry 3, text 0"},
      {"entry_text", "text", "session 482913, entry 3, text 0"},
      {"session", "epoch", "session 482913, entry 1, public part"},
  };
  verified_file f;
  f.tamper("PRAGMA journal_mode = DELETE");
  const auto forged = f.folder / "forged.viche";
  for (const auto& c : columns) {
    INFO(c.table << "." << c.column);
    std::size_t byte = 0;
    while (forge(f, forged, c.table, c.column, byte)) {
      const auto broken = first_broken(store::verify_file(forged).value());
      CHECK_MESSAGE(broken.starts_with(c.words), broken);
      CHECK(store::read_session(forged, "482913").error().what == fault::storage_corrupt);
      byte += 1 + byte / 8; // most bytes of what is short, a sample of what is long
    }
    CHECK(byte > 0);
  }
}

TEST_CASE("a removed entry is named") {
  verified_file f;
  f.tamper("DELETE FROM entry_text WHERE seq = 3; DELETE FROM entry_private WHERE seq = 3; "
           "DELETE FROM entry WHERE seq = 3");
  CHECK(f.broken() == "session 482913, entry 3, it is missing");
  CHECK(f.verify().chains[0].entries == 2);
}

TEST_CASE("a removed entry is found where the later ones moved up") {
  verified_file f;
  f.tamper("DELETE FROM entry WHERE seq = 3; UPDATE entry SET seq = seq - 1 WHERE seq > 3");
  CHECK(f.broken().starts_with("session 482913, entry 3, public part"));
}

TEST_CASE("a removed private part or text is not taken for an erased one") {
  verified_file f;
  f.tamper("DELETE FROM entry_private WHERE seq = 5");
  CHECK(f.broken() == "session 482913, entry 5, private part: it is missing");
  verified_file g;
  g.tamper("DELETE FROM entry_text WHERE seq = 4");
  CHECK(g.broken() == "session 482913, entry 4, texts: 1 were committed to, 0 are here");
}

TEST_CASE("texts that changed places are found") {
  verified_file f;
  f.tamper("UPDATE entry_text SET seq = -seq WHERE seq IN (2, 3); "
           "UPDATE entry_text SET seq = 5 + seq WHERE seq < 0");
  CHECK(f.broken().starts_with("session 482913, entry 2, text 0"));
}

TEST_CASE("a text that nobody committed to is found") {
  verified_file f;
  f.tamper("INSERT INTO entry_text (session, seq, ordinal, salt, text) "
           "VALUES (1, 3, 1, randomblob(16), 'Ще')");
  CHECK(f.broken().starts_with("session 482913, entry 3, texts"));
  verified_file g;
  g.tamper("INSERT INTO entry_text (session, seq, ordinal, salt, text) "
           "VALUES (1, 50, 0, randomblob(16), 'Ще')");
  CHECK(g.broken() == "a stray text of entry 50 in session row 1");
}

TEST_CASE("a missing end cannot be seen, and the answer says up to where it is complete") {
  verified_file f;
  const auto head = f.load().head;
  f.tamper("DELETE FROM entry_private WHERE seq = 5; DELETE FROM entry WHERE seq = 5");
  const auto found = f.verify();
  CHECK(found.is_whole());
  CHECK(found.chains[0].entries == 4);
  CHECK(found.chains[0].head != head);
}

TEST_CASE("a chain does not fit another session") {
  verified_file f;
  auto other = a_session("777777");
  REQUIRE(await(f.log->create(other, opening())).value());
  f.tamper("DELETE FROM entry_text WHERE session = 2; DELETE FROM entry_private WHERE session = 2; "
           "DELETE FROM entry WHERE session = 2; UPDATE entry SET session = 2; "
           "UPDATE entry_private SET session = 2; UPDATE entry_text SET session = 2");
  const auto found = f.verify();
  REQUIRE(found.chains.size() == 2);
  CHECK(found.chains[0].broken == "session 482913, entry 1, it is missing");
  CHECK(found.chains[1].broken.value_or("").starts_with("session 777777, entry 1, public part"));
}

TEST_CASE("what was erased verifies by what is left of it") {
  verified_file f;
  auto batch = batch_of({a_row(6, "redact_idea", {.as = model::role::facilitator, .id = id_of(2)},
                               R"({"idea":3,"text":0})", {"Дорога"})});
  batch.texts_erased = {3, 4};
  const auto head = f.append(std::move(batch)).value();
  const auto redacted = f.verify();
  CHECK(redacted.is_whole());
  CHECK(redacted.chains[0].texts_erased == 2);
  CHECK(redacted.chains[0].head == head);

  f.tamper("UPDATE entry_text SET salt = NULL, text = NULL; "
           "UPDATE entry_private SET salt = NULL, bytes = NULL, text_commitments = NULL");
  const auto anonymised = f.verify();
  CHECK(anonymised.is_whole());
  CHECK(anonymised.chains[0].parts_erased == 6);
  CHECK(anonymised.chains[0].head == head);
  CHECK(store::read_session(f.file, "482913").error().what == fault::storage_corrupt);
}

TEST_CASE("a text cannot stand where its private part was erased") {
  verified_file f;
  f.tamper("UPDATE entry_private SET salt = NULL, bytes = NULL, text_commitments = NULL "
           "WHERE seq = 3");
  CHECK(f.broken() == "session 482913, entry 3, text 0: nothing vouches for it");
}

TEST_CASE("whatever byte of a closed file is changed, the answer is an answer") {
  verified_file f;
  f.log.reset();
  std::string bytes;
  {
    std::ifstream in(f.file, std::ios::binary);
    bytes.assign(std::istreambuf_iterator<char>(in), {});
  }
  const auto text_at = bytes.find("Нова дорога");
  REQUIRE(text_at != std::string::npos);
  std::mt19937 random(4); // fixed: the same bytes every time
  const auto forged = f.folder / "forged.viche";
  for (int i = 0; i < 150; ++i) {
    const auto at = i == 0 ? text_at : random() % bytes.size();
    auto changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ (1 << (random() % 8)));
    std::ofstream(forged, std::ios::binary) << changed;
    const auto found = store::verify_file(forged); // never a crash, never an exception
    (void)store::read_session(forged, "482913").has_value();
    if (i == 0) CHECK((!found || !found->is_whole()));
  }
}
