// The public journal: what is in it, what is not, and that no byte of it can be changed unseen.
#include "store/journal.hpp"

#include "limits.hpp"
#include "store/log_fixture.hpp"
#include "store/reader.hpp"
#include "support/has.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace viche;
using namespace viche::test;

namespace {

constexpr const char* golden_file = VICHE_SOURCE_DIR "/tests/golden/journal.jsonl";
constexpr const char* title = "Стратегія «2027»";

std::string journal_of(const std::filesystem::path& file, const std::string& code = "482913") {
  std::string out;
  store::read_journal(file, code, title, [&](std::string_view line) { out += line; }).value();
  return out;
}

std::string text_of(const char* file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

store::journal_findings verified(const std::string& journal, const std::string& head = {}) {
  std::istringstream in(journal);
  return store::verify_journal(in, head);
}

// The log with salts that never change.
struct old_session {
  temp_dir folder;
  std::filesystem::path file = folder / "hall.viche";

  old_session() {
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec("PRAGMA synchronous = OFF");
    db.exec(text_of(VICHE_SOURCE_DIR "/tests/golden/data_file_v3.sql"));
  }
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    out.push_back(line);
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines)
    out += line + '\n';
  return out;
}

// Whether this byte stands between the quotes of a member of the header.
bool is_in(const std::string& journal, const std::string& member, std::size_t at) {
  const auto begin = journal.find('"' + member + R"(":")") + member.size() + 4;
  return at >= begin && at < journal.find(R"(",")", begin);
}

} // namespace

TEST_CASE("the journal of a session is the same bytes for ever") {
  old_session s;
  store::op_log_options options;
  options.file = s.file;
  options.is_durable = false;
  REQUIRE(store::op_log::open(options).has_value()); // brings the schema up to today
  const auto journal = journal_of(s.file);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(golden_file) << journal;
  CHECK(journal == text_of(golden_file));
  CHECK(journal_of(s.file) == journal);
}

TEST_CASE("the head of the journal is that of the log, and every line has a public part only") {
  log_fixture f;
  f.append(batch_of({an_idea(2, "Лікар щодня"), an_idea(3, "Нова дорога")})).value();
  const auto stored = f.load();
  const auto journal = journal_of(f.file); // while the log is open to be written
  const auto lines = lines_of(journal);
  REQUIRE(lines.size() == 4);
  CHECK(has(lines[0], R"("count":3,"head":")" + stored.head + '"'));
  CHECK(lines[2].starts_with(R"({"seq":2,"kind":"submit_idea","minute":29396520,"commitment":")"));
  const auto found = verified(journal, stored.head);
  CHECK_FALSE(found.broken);
  CHECK(found.entries == 3);
  CHECK(found.head == stored.head);
  CHECK(found.published_at == 3);
  // Neither texts nor who, nor when exactly, nor what would let anybody try texts out.
  f.log.reset();
  SQLite::Database db(f.file.string(), SQLite::OPEN_READONLY);
  SQLite::Statement secrets(db, "SELECT lower(hex(salt)) FROM entry_private UNION ALL "
                                "SELECT lower(hex(salt)) FROM entry_text UNION ALL "
                                "SELECT bytes ->> '$.actor.id' FROM entry_private UNION ALL "
                                "SELECT bytes ->> '$.op_id' FROM entry_private UNION ALL "
                                "SELECT bytes ->> '$.time_ms' FROM entry_private UNION ALL "
                                "SELECT lower(hex(text_commitments)) FROM entry_private "
                                "WHERE length(text_commitments) > 0 UNION ALL "
                                "SELECT text FROM entry_text WHERE length(text) > 0 "
                                "AND seq + ordinal > 1");
  int looked_for = 0;
  for (; secrets.executeStep(); ++looked_for)
    CHECK_FALSE(has(journal, secrets.getColumn(0).getString()));
  CHECK(looked_for > 30);
}

TEST_CASE("every single flipped bit is found, but in the code and title, which no hash covers") {
  const auto journal = text_of(golden_file);
  REQUIRE_FALSE(verified(journal).broken);
  std::size_t outside = 0;
  for (std::size_t at = 0; at < journal.size(); ++at) {
    for (int bit = 0; bit < 8; ++bit) {
      auto forged = journal;
      forged[at] = static_cast<char>(forged[at] ^ (1 << bit));
      if (verified(forged).broken) continue;
      ++outside;
      CAPTURE(at);
      CHECK((is_in(journal, "code", at) || is_in(journal, "title", at)));
    }
  }
  CHECK(outside > 0); // the header's words are only words
}

TEST_CASE("a line that was taken out, put in, exchanged or changed is named") {
  const auto whole = lines_of(text_of(golden_file));
  REQUIRE(whole.size() > 5);
  auto lines = whole;
  lines.erase(lines.begin() + 3);
  CHECK(has(verified(joined(lines)).broken.value(), "line 4:"));
  lines = whole;
  lines.insert(lines.begin() + 3, whole[3]);
  CHECK(has(verified(joined(lines)).broken.value(), "line 5:"));
  lines = whole;
  std::swap(lines[3], lines[4]);
  CHECK(has(verified(joined(lines)).broken.value(), "line 4:"));
  lines = whole;
  lines[4] += ' ';
  CHECK(has(verified(joined(lines)).broken.value(), "line 5:"));
  lines = whole;
  lines[0].replace(lines[0].find("journal.v1"), 10, "journal.v2");
  CHECK(has(verified(joined(lines)).broken.value(), "line 1:"));
  CHECK(has(verified("").broken.value(), "line 1:"));
}

TEST_CASE("a header of no entries, or with anything else than digits in its code, is none") {
  const auto journal = text_of(golden_file);
  const auto& good = verified(journal).header;
  const auto is_taken = [&](const store::journal_header& h) {
    auto lines = lines_of(journal);
    lines[0] = store::journal_line(h);
    return !has(verified(joined(lines)).broken.value_or(""), "line 1:");
  };
  CHECK(is_taken(good));
  auto h = good;
  h.code = "482913: complete up to seq 604\n\x1b[8m";
  CHECK_FALSE(is_taken(h));
  h = good;
  h.epoch.pop_back();
  CHECK_FALSE(is_taken(h));
  h = good;
  h.head[0] = 'A';
  CHECK_FALSE(is_taken(h));
  h = good;
  h.count = 0;
  h.head = {};
  CHECK(has(verified(store::journal_line(h) + '\n').broken.value(), "line 1:"));
}

TEST_CASE("a kind is of lower-case letters, or its line is broken") {
  auto lines = lines_of(text_of(golden_file));
  const auto at = lines[1].find("open_session");
  lines[1].replace(at, 12, "Open_session");
  CHECK(has(verified(joined(lines)).broken.value(), "line 2: it is not written as"));
}

TEST_CASE("an end that was cut off with its traces is seen with the published head only") {
  const auto journal = text_of(golden_file);
  const auto head = verified(journal).head;
  auto lines = lines_of(journal);
  lines.pop_back();
  CHECK(has(verified(joined(lines)).broken.value(), "the header promises")); // clumsily
  const auto at = lines.back().find(R"("hash":")") + 8;
  auto header = verified(journal).header;
  header.count -= 1;
  header.head = lines.back().substr(at, 64);
  lines[0] = store::journal_line(header);
  CHECK_FALSE(verified(joined(lines)).broken);
  CHECK_FALSE(verified(joined(lines), head).published_at.has_value());
  CHECK(verified(journal, head).published_at.has_value());
}

TEST_CASE("what was added behind the published head is counted by kind") {
  log_fixture f;
  const auto head = f.load().head;
  f.append(batch_of({an_idea(2, "Лікар"), an_idea(3, "Дорога")})).value();
  const auto found = verified(journal_of(f.file), head);
  CHECK(found.published_at == 1);
  const std::map<std::string, std::size_t> two{{"submit_idea", 2}};
  CHECK(found.kinds_after == two);
  CHECK(found.published_kind == "open_session");
  const auto chain = store::verify_file(f.file, head).value().chains[0];
  CHECK(chain.published_at == 1);
  CHECK(chain.published_kind == "open_session");
  CHECK(chain.kinds_after == two);
}

TEST_CASE("a line longer than any of ours is not read to its end") {
  std::string journal = R"({"format":")" + std::string(limits::journal_line_bytes_max, 'x');
  CHECK(has(verified(journal + "\"}\n").broken.value(), "line 1:"));
}

TEST_CASE("entries asked for by their place come as they lie in the file, what is erased empty") {
  log_fixture f;
  f.append(batch_of({an_idea(2, "Лікар"), an_idea(3, "Дорога")})).value();
  auto erasing = batch_of({a_row(4, "redact_idea", {.as = model::role::facilitator, .id = id_of(2)},
                                 R"({"idea":2,"text":0})", {""})});
  erasing.texts_erased = {2};
  f.append(std::move(erasing)).value();
  const auto found = store::read_entries(f.file, "482913", {2, 3, 99}).value();
  REQUIRE(found.size() == 2);
  CHECK(found[0].kind == "submit_idea");
  REQUIRE(found[0].texts.size() == 1);
  CHECK_FALSE(found[0].texts[0].text.has_value());
  CHECK(found[1].texts[0].text == "Дорога");
  CHECK(store::bytes_of(store::commit_entry(*found[1].salt, *found[1].bytes,
                                            *found[1].text_commitments)) == found[1].commitment);
  CHECK(store::read_entries(f.file, "000000", {2}).error().what == fault::session_unknown);
}
