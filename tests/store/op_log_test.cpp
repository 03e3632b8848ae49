// What goes into the log comes back, once, in order, or not at all.
#include "store/log_fixture.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace viche;
using namespace viche::test;

namespace {

bool are_equal(const model::log_row& a, const model::log_row& b) {
  return a.seq == b.seq && a.kind == b.kind && a.time_ms == b.time_ms && a.op_id == b.op_id &&
         a.by == b.by && a.fields == b.fields && a.texts == b.texts;
}

} // namespace

TEST_CASE("a new session comes back with its keys and its first entry") {
  log_fixture f;
  f.reopen();
  const auto found = f.load();
  CHECK(found.record.id == f.session.id);
  CHECK(found.record.code == "482913");
  CHECK(found.record.epoch == f.session.epoch);
  CHECK(found.record.keys.writer == f.session.keys.writer);
  CHECK(found.record.keys.vote == f.session.keys.vote);
  CHECK(found.record.keys.link == f.session.keys.link);
  REQUIRE(found.rows.size() == 1);
  CHECK(are_equal(found.rows[0], opening()));
}

TEST_CASE("entries come back exactly as they were appended, after the file was closed") {
  log_fixture f;
  const std::vector rows{
      an_idea(2, "Лікар щодня\n«навіть» у неділю \\ \"так\" 🚑"),
      a_row(3, "tag_idea", {.as = model::role::operator_, .id = id_of(300)},
            R"({"idea":2,"areas":["roads","medicine"]})"),
      a_row(4, "clear_spotlight", {.as = model::role::facilitator, .id = id_of(2)}, "{}")};
  const auto head = f.append(batch_of(rows)).value();
  f.reopen();
  const auto found = f.load();
  REQUIRE(found.rows.size() == 4);
  for (std::size_t i = 0; i < rows.size(); ++i)
    CHECK(are_equal(found.rows[i + 1], rows[i]));
  CHECK(found.head == head);
}

TEST_CASE("a text may be empty, and longer than a page of the file") {
  log_fixture f;
  std::string text(20'000, 'x');
  f.append(batch_of({an_idea(2, ""), an_idea(3, text)})).value();
  const auto found = f.load();
  CHECK(found.rows[1].texts[0] == "");
  CHECK(found.rows[2].texts[0] == text);
}

TEST_CASE("a code that is taken is not given again") {
  log_fixture f;
  auto second = a_session("482913");
  CHECK_FALSE(await(f.log->create(second, opening())).value());
  CHECK(second.id == 0);
  auto other = a_session("482914");
  CHECK(await(f.log->create(other, opening())).value());
  CHECK(await(f.log->codes()).value() == std::vector<std::string>{"482913", "482914"});
}

TEST_CASE("a session that comes with its whole log is there as a whole, or not at all") {
  log_fixture f;
  auto whole = a_session("482914");
  CHECK(await(f.log->create(whole, std::vector{opening(), an_idea(2, "Лікар")})).value());
  CHECK(await(f.log->load("482914"))->rows.size() == 2);
  auto broken = a_session("482915");
  const auto made = await(f.log->create(broken, std::vector{opening(), an_idea(3, "Лікар")}));
  CHECK(made.error() == fault::batch_impossible);
  CHECK(await(f.log->load("482915")).error() == fault::session_unknown);
}

TEST_CASE("an unknown code or session is said to be unknown") {
  log_fixture f;
  CHECK(await(f.log->load("000000")).error() == fault::session_unknown);
  CHECK(await(f.log->append(77, batch_of({an_idea(2, "Лікар")}))).error() ==
        fault::session_unknown);
}

TEST_CASE("an op that is there already is refused, and nothing of its batch stays") {
  log_fixture f;
  f.append(batch_of({an_idea(2, "Лікар")})).value();
  auto again = an_idea(4, "Лікар");
  again.op_id = an_idea(2, "").op_id;
  CHECK(f.append(batch_of({an_idea(3, "Дорога"), again})).error() == fault::batch_impossible);
  CHECK(f.load().rows.size() == 2);
  CHECK(f.append(batch_of({an_idea(3, "Дорога")})));
}

TEST_CASE("what a batch contradicts is told in words, without what people wrote") {
  log_fixture f;
  std::vector<std::string> told;
  store::op_log_options options;
  options.tell = [&](const std::string& words) { told.push_back(words); };
  f.reopen(options);
  auto again = an_idea(3, "Таємниця");
  again.op_id = an_idea(2, "").op_id;
  CHECK_FALSE(f.append(batch_of({an_idea(2, "Лікар"), again})));
  REQUIRE(told.size() == 1);
  CHECK(told[0].find("UNIQUE constraint failed") != std::string::npos);
  CHECK(told[0].find("Таємниця") == std::string::npos);
}

TEST_CASE("the same op id of another person is another op") {
  log_fixture f;
  auto other = an_idea(3, "Дорога", 2);
  other.op_id = an_idea(2, "").op_id;
  CHECK(f.append(batch_of({an_idea(2, "Лікар"), other})));
}

TEST_CASE("an entry that does not follow the last one is refused") {
  log_fixture f;
  CHECK(f.append(batch_of({an_idea(3, "Лікар")})).error() == fault::batch_impossible);
  CHECK(f.append(batch_of({an_idea(1, "Лікар")})).error() == fault::batch_impossible);
  CHECK(f.load().rows.size() == 1);
}

TEST_CASE("fields that are no JSON object are refused, and the log goes on") {
  log_fixture f;
  auto row = an_idea(2, "Лікар");
  for (const auto* fields : {"", "[1]", "{\"text\":", "{\"text\":\"\xED\xA0\x80\"}"}) {
    row.fields = fields;
    CHECK(f.append(batch_of({row})).error() == fault::batch_impossible);
  }
  CHECK(f.append(batch_of({an_idea(2, "Лікар")})));
}

TEST_CASE("only the owner may read the data file, which holds keys") {
  log_fixture f;
  for (const auto* end : {"", "-wal", "-shm", ".lock"}) {
    struct stat seen{};
    REQUIRE(::stat((f.file.string() + end).c_str(), &seen) == 0);
    CHECK_MESSAGE((seen.st_mode & 0777U) == 0600U, end);
  }
}
