// A data file with hand-made entries: what the tests of the store have in common.
#pragma once

#include "store/op_log.hpp"
#include "support/await.hpp"
#include "support/temp_dir.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <utility>
#include <vector>

namespace viche::test {

inline constexpr model::time_ms_t start_ms = 1'763'791'200'000; // 2025-11-22T06:00:00Z

inline model::id128 id_of(int n) {
  model::id128 id;
  id.bytes[0] = static_cast<std::uint8_t>(n >> 8);
  id.bytes[1] = static_cast<std::uint8_t>(n);
  id.bytes[15] = 7;
  return id;
}

inline model::session_record a_session(const std::string& code) {
  model::session_record record;
  record.code = code;
  record.epoch = "00000000" + code + "ab";
  record.keys.writer.fill(0x11);
  record.keys.vote.emplace().fill(0x5A);
  record.keys.link.fill(0x33);
  return record;
}

// An entry a second after the one before it; its op id is its seq, so a resend can be made.
inline model::log_row a_row(model::seq_t seq, std::string kind, model::actor by, std::string fields,
                            std::vector<std::string> texts = {}) {
  model::log_row row;
  row.seq = seq;
  row.kind = std::move(kind);
  row.time_ms = start_ms + static_cast<model::time_ms_t>(seq) * 1000;
  row.op_id = "op-of-this-test-" + std::to_string(seq);
  row.by = by;
  row.fields = std::move(fields);
  row.texts.assign(texts.begin(), texts.end());
  return row;
}

inline model::log_row opening() {
  return a_row(1, "open_session", {.as = model::role::host, .id = {}},
               R"({"title":0,"community":1,"question":2,"areas":[)"
               R"({"slug":"medicine","name":3,"full_name":4,"english":5},)"
               R"({"slug":"roads","name":6,"full_name":7,"english":8}],)"
               R"("votes_per_person":10,"languages":["uk"],"level":1,"tables":8,)"
               R"("settlements":[9],"links":[]})",
               {"Стратегія", "Громада", "", "Медицина", "Охорона здоров’я", "Health", "Дороги",
                "Дороги та транспорт", "Roads", "Село"});
}

inline model::append_batch batch_of(std::vector<model::log_row> rows) {
  model::append_batch batch;
  batch.rows = std::move(rows);
  return batch;
}

inline model::log_row an_idea(model::seq_t seq, std::string text, int author = 1) {
  return a_row(seq, "submit_idea", {.as = model::role::resident, .id = id_of(author)},
               R"({"text":0,"areas":["medicine"],"table":0,"channel":"phone"})", {std::move(text)});
}

struct log_fixture {
  temp_dir folder;
  std::filesystem::path file = folder / "hall.viche";
  std::unique_ptr<store::op_log> log;
  model::session_record session = a_session("482913");

  explicit log_fixture(bool has_session = true) {
    open();
    if (has_session && !await(log->create(session, opening())).value()) std::abort();
  }

  void open(store::op_log_options options = {}) {
    options.file = file;
    options.is_durable = false;
    log = store::op_log::open(options).value();
  }

  void reopen(store::op_log_options options = {}) {
    log.reset();
    open(std::move(options));
  }

  result<std::string> append(model::append_batch batch) {
    return await(log->append(session.id, std::move(batch)));
  }

  store::stored_session load() { return await(log->load(session.code)).value(); }

  // Whatever the file allows to nobody: triggers are gone on the connection's copy of the schema.
  void tamper(const std::string& sql) {
    log.reset();
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
    db.exec("PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; "
            "PRAGMA ignore_check_constraints = ON");
    std::vector<std::string> triggers;
    SQLite::Statement q(db, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
    while (q.executeStep())
      triggers.push_back(q.getColumn(0).getString());
    q.reset();
    for (const auto& t : triggers)
      db.exec("DROP TRIGGER " + t);
    db.exec(sql);
  }
};

} // namespace viche::test
