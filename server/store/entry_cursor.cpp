// Two statements walked in step: entries with their private parts, and texts.
#include "store/entry_cursor.hpp"

#include "store/private_part.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace viche::store {
namespace {

std::string bytes_in(const SQLite::Column& c) {
  const void* at = c.getBlob();
  return at == nullptr
             ? std::string{}
             : std::string(static_cast<const char*>(at), static_cast<std::size_t>(c.getBytes()));
}

std::optional<std::string> bytes_unless_null(const SQLite::Column& c) {
  if (c.isNull()) return std::nullopt;
  return bytes_in(c);
}

bool read_key(const SQLite::Column& c, model::secret_key& key) {
  const auto bytes = bytes_in(c);
  if (bytes.size() != key.size()) return false;
  std::ranges::transform(bytes, key.begin(), [](char b) { return static_cast<std::uint8_t>(b); });
  return true;
}

// What fold and the corridor want to know of an entry that was checked.
bool is_row(const stored_entry& e, model::log_row& row) {
  if (!e.bytes || !decode_private_part(*e.bytes, row)) return false;
  row.seq = static_cast<model::seq_t>(e.seq);
  row.kind = e.kind;
  for (const auto& t : e.texts)
    row.texts.push_back(t.text);
  return true;
}

bool is_first_there(SQLite::Statement& texts, std::int64_t session_id, model::seq_t from) {
  texts.bind(1, session_id);
  texts.bind(2, static_cast<std::int64_t>(from));
  return texts.executeStep();
}

described_fault broken(const std::string& code, std::int64_t seq, const std::string& what) {
  return {fault::storage_corrupt,
          "Session " + code + ", entry " + std::to_string(seq) + ", " + what +
              ". Keep a copy of the data file and go back to the last backup."};
}

std::string incarnation_of(const SQLite::Database& db, const model::session_record& record) {
  SQLite::Statement q(db, "SELECT epoch FROM incarnation WHERE session = ?");
  q.bind(1, record.id);
  return q.executeStep() ? bytes_in(q.getColumn(0)) : record.epoch;
}

} // namespace

entry_cursor::entry_cursor(const SQLite::Database& db, std::int64_t session_id, model::seq_t from)
    : entries_(db, "SELECT e.seq, e.kind, e.minute, e.commitment, e.hash, p.seq, p.resend_key, "
                   "p.salt, p.bytes, p.text_commitments FROM entry e "
                   "LEFT JOIN entry_private p ON p.session = e.session AND p.seq = e.seq "
                   "WHERE e.session = ? AND e.seq >= ? ORDER BY e.seq"),
      texts_(db, "SELECT seq, ordinal, salt, text FROM entry_text "
                 "WHERE session = ? AND seq >= ? ORDER BY seq, ordinal"),
      has_text_(is_first_there(texts_, session_id, from)) {
  entries_.bind(1, session_id);
  entries_.bind(2, static_cast<std::int64_t>(from));
}

std::optional<stored_entry> entry_cursor::next() {
  if (!entries_.executeStep()) return std::nullopt;
  stored_entry e;
  e.seq = entries_.getColumn(0).getInt64();
  e.kind = bytes_in(entries_.getColumn(1));
  e.minute = entries_.getColumn(2).getInt64();
  e.commitment = bytes_in(entries_.getColumn(3));
  e.hash = bytes_in(entries_.getColumn(4));
  e.has_private_row = !entries_.getColumn(5).isNull();
  e.resend_key = bytes_in(entries_.getColumn(6));
  e.salt = bytes_unless_null(entries_.getColumn(7));
  e.bytes = bytes_unless_null(entries_.getColumn(8));
  e.text_commitments = bytes_unless_null(entries_.getColumn(9));
  read_texts_of(e);
  return e;
}

void entry_cursor::read_texts_of(stored_entry& e) {
  // A text whose entry is missing is passed over here; verify_file looks for such rows itself.
  while (has_text_ && texts_.getColumn(0).getInt64() <= e.seq) {
    if (texts_.getColumn(0).getInt64() == e.seq) {
      e.texts.push_back({.ordinal = texts_.getColumn(1).getInt64(),
                         .salt = bytes_unless_null(texts_.getColumn(2)),
                         .text = bytes_unless_null(texts_.getColumn(3))});
    }
    has_text_ = texts_.executeStep();
  }
}

std::optional<stored_entry> entry_at(const SQLite::Database& db, std::int64_t session_id,
                                     model::seq_t seq) {
  auto found = entry_cursor(db, session_id, seq).next();
  if (found && found->seq != static_cast<std::int64_t>(seq)) found.reset();
  return found;
}

std::vector<std::string> session_codes(const SQLite::Database& db) {
  std::vector<std::string> codes;
  SQLite::Statement q(db, "SELECT code FROM session ORDER BY id");
  while (q.executeStep())
    codes.push_back(bytes_in(q.getColumn(0)));
  return codes;
}

std::optional<model::session_record> find_session(const SQLite::Database& db,
                                                  const std::string& code) {
  SQLite::Statement q(db, "SELECT id, epoch, writer_key, vote_key, link_key FROM session "
                          "WHERE code = ?");
  q.bind(1, code);
  if (!q.executeStep()) return std::nullopt;
  model::session_record record;
  record.id = q.getColumn(0).getInt64();
  record.code = code;
  record.epoch = bytes_in(q.getColumn(1));
  bool are_keys_whole = read_key(q.getColumn(2), record.keys.writer);
  if (!q.getColumn(3).isNull()) {
    are_keys_whole = read_key(q.getColumn(3), record.keys.vote.emplace()) && are_keys_whole;
  }
  are_keys_whole = read_key(q.getColumn(4), record.keys.link) && are_keys_whole;
  if (!are_keys_whole) throw SQLite::Exception("a key of the session is not whole", SQLITE_CORRUPT);
  return record;
}

described<stored_session> read_whole_session(const SQLite::Database& db, const std::string& code) {
  auto record = find_session(db, code);
  if (!record) {
    return described_fault{fault::session_unknown, "No session has the code " + code + "."};
  }
  stored_session out;
  out.record = std::move(*record);
  out.incarnation = incarnation_of(db, out.record);
  std::string hash{bytes_of(hash_before_first(out.record.epoch))};
  entry_cursor cursor(db, out.record.id);
  for (std::int64_t seq = 1; auto e = cursor.next(); ++seq) {
    if (const auto what = broken_part(*e, seq, hash)) return broken(code, seq, *what);
    if (!is_row(*e, out.rows.emplace_back())) {
      return broken(code, seq, "private part: it was erased, so the session cannot be replayed");
    }
    hash = e->hash;
    std::ranges::copy(hash, out.hashes.emplace_back().begin());
  }
  if (out.rows.empty()) return broken(code, 1, "it is missing");
  out.head = to_hex(hash);
  return out;
}

} // namespace viche::store
