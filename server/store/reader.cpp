// The read-only side: whole sessions, and the walk over all chains.
#include "store/reader.hpp"

#include "store/data_file.hpp"
#include "store/entry_cursor.hpp"
#include "store/journal.hpp"

#include <algorithm>

namespace viche::store {
namespace {

// One transaction: what is read belongs to one moment, however much is written meanwhile.
template <class T, class Read>
described<T> read_only(const std::filesystem::path& file, Read read) {
  auto opened = data_file::open_to_read(file);
  if (!opened) return opened.error();
  try {
    SQLite::Transaction moment(opened->db()); // ends with a rollback: there is nothing to keep
    return read(opened->db());
  } catch (const SQLite::Exception& e) {
    return fault_of(e, file);
  }
}

verification::chain walk(const SQLite::Database& db, const model::session_record& record,
                         const std::string& published_head) {
  verification::chain found;
  found.code = record.code;
  std::string hash{bytes_of(hash_before_first(record.epoch))};
  entry_cursor cursor(db, record.id);
  while (const auto e = cursor.next()) {
    const auto expected = static_cast<std::int64_t>(found.entries) + 1;
    if (const auto what = broken_part(*e, expected, hash)) {
      found.broken =
          "session " + record.code + ", entry " + std::to_string(expected) + ", " + *what;
      return found;
    }
    hash = e->hash;
    found.head = to_hex(hash);
    ++found.entries;
    if (found.published_at) ++found.kinds_after[e->kind];
    if (found.head == published_head) {
      found.published_at = found.entries;
      found.published_kind = e->kind;
    }
    if (!e->bytes) ++found.parts_erased;
    found.texts_erased += static_cast<std::size_t>(
        std::ranges::count_if(e->texts, [](const stored_text& t) { return !t.text; }));
  }
  if (found.entries == 0) found.broken = "session " + record.code + ", entry 1, it is missing";
  return found;
}

described_fault unknown(const std::string& code) {
  return {fault::session_unknown, "No session has the code " + code + "."};
}

journal_header header_of(const SQLite::Database& db, const model::session_record& record,
                         const std::string& title) {
  journal_header h;
  h.epoch = record.epoch;
  h.code = record.code;
  h.title = title;
  SQLite::Statement q(db, "SELECT seq, hash FROM entry WHERE session = ? "
                          "ORDER BY seq DESC LIMIT 1");
  q.bind(1, record.id);
  if (!q.executeStep()) return h;
  h.count = static_cast<std::uint64_t>(q.getColumn(0).getInt64());
  h.head = to_hex(q.getColumn(1).getString());
  return h;
}

// A row that no walk comes past, because the session or the entry it names is not there.
std::optional<std::string> stray_row(const SQLite::Database& db) {
  SQLite::Statement q(db, "SELECT 'entry', session, seq FROM entry "
                          "WHERE session NOT IN (SELECT id FROM session) "
                          "UNION ALL SELECT 'private part', p.session, p.seq FROM entry_private p "
                          "WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.session = p.session "
                          "AND e.seq = p.seq) "
                          "UNION ALL SELECT 'text', t.session, t.seq FROM entry_text t "
                          "WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.session = t.session "
                          "AND e.seq = t.seq) LIMIT 1");
  if (!q.executeStep()) return std::nullopt;
  return "a stray " + q.getColumn(0).getString() + " of entry " + q.getColumn(2).getString() +
         " in session row " + q.getColumn(1).getString();
}

// Indexes and pages, which no hash covers.
std::optional<std::string> broken_structure(const SQLite::Database& db) {
  SQLite::Statement q(db, "PRAGMA integrity_check(1)");
  if (!q.executeStep()) return "SQLite gives no answer about the file";
  const auto said = q.getColumn(0).getString();
  if (said == "ok") return std::nullopt;
  return "the file's structure: " + said;
}

} // namespace

described<stored_session> read_session(const std::filesystem::path& file, const std::string& code) {
  return read_only<stored_session>(
      file, [&](const SQLite::Database& db) { return read_whole_session(db, code); });
}

described<std::vector<signature>> read_names(const std::filesystem::path& file,
                                             std::int64_t session_id) {
  using names = std::vector<signature>;
  return read_only<names>(file, [&](const SQLite::Database& db) -> described<names> {
    return names_in(db, session_id, std::nullopt);
  });
}

described<void> read_journal(const std::filesystem::path& file, const std::string& code,
                             const std::string& title,
                             const std::function<void(std::string_view)>& line) {
  return read_only<void>(file, [&](const SQLite::Database& db) -> described<void> {
    const auto record = find_session(db, code);
    if (!record) return unknown(code);
    line(journal_line(header_of(db, *record, title)) + '\n');
    SQLite::Statement q(db, "SELECT seq, kind, minute, commitment, hash FROM entry "
                            "WHERE session = ? ORDER BY seq");
    q.bind(1, record->id);
    while (q.executeStep()) {
      const journal_entry e{.seq = static_cast<model::seq_t>(q.getColumn(0).getInt64()),
                            .kind = q.getColumn(1).getString(),
                            .minute = q.getColumn(2).getInt64(),
                            .commitment = to_hex(q.getColumn(3).getString()),
                            .hash = to_hex(q.getColumn(4).getString())};
      line(journal_line(e) + '\n');
    }
    return {};
  });
}

described<std::vector<stored_entry>> read_entries(const std::filesystem::path& file,
                                                  const std::string& code,
                                                  const std::vector<model::seq_t>& seqs) {
  using entries = std::vector<stored_entry>;
  return read_only<entries>(file, [&](const SQLite::Database& db) -> described<entries> {
    const auto record = find_session(db, code);
    if (!record) return unknown(code);
    entries out;
    for (const auto seq : seqs) {
      if (auto e = entry_at(db, record->id, seq)) out.push_back(std::move(*e));
    }
    return out;
  });
}

described<std::vector<std::string>> read_codes(const std::filesystem::path& file) {
  using codes = std::vector<std::string>;
  return read_only<codes>(
      file, [](const SQLite::Database& db) -> described<codes> { return session_codes(db); });
}

bool verification::is_whole() const {
  return !broken &&
         std::ranges::none_of(chains, [](const chain& c) { return c.broken.has_value(); });
}

described<verification> verify_file(const std::filesystem::path& file,
                                    const std::string& published_head) {
  return read_only<verification>(file, [&](const SQLite::Database& db) -> described<verification> {
    verification found;
    for (const auto& code : session_codes(db)) {
      const auto record = find_session(db, code);
      if (!record) { // an index that does not agree with its table
        found.broken = "session " + code + ": it is listed, but cannot be found";
        return found;
      }
      found.chains.push_back(walk(db, *record, published_head));
    }
    found.broken = stray_row(db);
    if (!found.broken) found.broken = broken_structure(db);
    return found;
  });
}

} // namespace viche::store
