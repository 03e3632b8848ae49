// The statements that write.
#include "store/entry_writer.hpp"

#include "store/chain.hpp"
#include "store/private_part.hpp"

#include <cassert>
#include <vector>

namespace viche::store {
namespace {

void bind_blob(SQLite::Statement& s, int at, std::string_view bytes) {
  s.bind(at, static_cast<const void*>(bytes.data()), static_cast<int>(bytes.size()));
}

// Also when the last run of the statement ended in an exception.
void start_over(SQLite::Statement& s) {
  s.tryReset();
  s.clearBindings();
}

} // namespace

entry_writer::entry_writer(const SQLite::Database& db)
    : db_(db),
      find_code_(db, "SELECT 1 FROM session WHERE code = ?"),
      // The last hash, or the epoch of a session that has no entry yet.
      find_head_(db, "SELECT s.epoch, e.hash FROM session s LEFT JOIN entry e ON e.session = s.id "
                     "WHERE s.id = ? ORDER BY e.seq DESC LIMIT 1"),
      insert_session_(db, "INSERT INTO session (code, epoch, created_ms, writer_key, vote_key, "
                          "link_key) VALUES (?, ?, ?, ?, ?, ?)"),
      insert_entry_(db, "INSERT INTO entry (session, seq, kind, minute, commitment, hash) "
                        "VALUES (?, ?, ?, ?, ?, ?)"),
      insert_private_(db, "INSERT INTO entry_private (session, seq, resend_key, salt, bytes, "
                          "text_commitments) VALUES (?, ?, ?, ?, ?, ?)"),
      insert_text_(db, "INSERT INTO entry_text (session, seq, ordinal, salt, text) "
                       "VALUES (?, ?, ?, ?, ?)"),
      erase_texts_(db, "UPDATE entry_text SET salt = NULL, text = NULL "
                       "WHERE session = ? AND seq = ?"),
      erase_vote_key_(db, "UPDATE session SET vote_key = NULL WHERE id = ?") {}

std::optional<std::int64_t> entry_writer::add_session(const model::session_record& record,
                                                      const model::log_row& first) {
  start_over(find_code_);
  find_code_.bind(1, record.code);
  if (find_code_.executeStep()) return std::nullopt;

  start_over(insert_session_);
  insert_session_.bind(1, record.code);
  insert_session_.bind(2, record.epoch);
  insert_session_.bind(3, first.time_ms);
  bind_blob(insert_session_, 4, bytes_of(record.keys.writer));
  if (record.keys.vote) bind_blob(insert_session_, 5, bytes_of(*record.keys.vote));
  bind_blob(insert_session_, 6, bytes_of(record.keys.link));
  insert_session_.exec();

  return db_.getLastInsertRowid();
}

std::optional<std::string> entry_writer::append(std::int64_t session_id,
                                                const model::append_batch& batch) {
  auto head = head_of(session_id);
  if (!head) return std::nullopt;
  for (const auto& row : batch.rows)
    head = add_entry(session_id, *head, row);
  for (const auto seq : batch.texts_erased) {
    start_over(erase_texts_);
    erase_texts_.bind(1, session_id);
    erase_texts_.bind(2, static_cast<std::int64_t>(seq));
    erase_texts_.exec();
  }
  if (batch.vote_key_erased) {
    start_over(erase_vote_key_);
    erase_vote_key_.bind(1, session_id);
    erase_vote_key_.exec();
  }
  return head;
}

std::optional<std::string> entry_writer::head_of(std::int64_t session_id) {
  start_over(find_head_);
  find_head_.bind(1, session_id);
  if (!find_head_.executeStep()) return std::nullopt;
  const auto hash = find_head_.getColumn(1);
  if (hash.isNull()) {
    return std::string{bytes_of(hash_before_first(find_head_.getColumn(0).getString()))};
  }
  return hash.getString();
}

std::string entry_writer::add_entry(std::int64_t session_id, const std::string& head,
                                    const model::log_row& row) {
  const auto seq = static_cast<std::int64_t>(row.seq);
  const auto own_salt = random_salt();
  const auto bytes = encode_private_part(row);
  std::vector<salt> text_salts;
  std::vector<const std::string*> texts;
  std::string text_commitments;
  for (const auto& text : row.texts) {
    assert(text); // what is erased is never appended
    texts.push_back(&*text);
    text_salts.push_back(random_salt());
    text_commitments += bytes_of(commit_text(bytes_of(text_salts.back()), *text));
  }
  const auto minute = minute_of(row.time_ms);
  const auto commitment = commit_entry(bytes_of(own_salt), bytes, text_commitments);
  const auto hash = hash_entry(head, public_part(row.seq, row.kind, minute), bytes_of(commitment));

  start_over(insert_entry_);
  insert_entry_.bind(1, session_id);
  insert_entry_.bind(2, seq);
  insert_entry_.bind(3, row.kind);
  insert_entry_.bind(4, minute);
  bind_blob(insert_entry_, 5, bytes_of(commitment));
  bind_blob(insert_entry_, 6, bytes_of(hash));
  insert_entry_.exec();

  start_over(insert_private_);
  insert_private_.bind(1, session_id);
  insert_private_.bind(2, seq);
  bind_blob(insert_private_, 3, bytes_of(resend_key(row.by, row.op_id)));
  bind_blob(insert_private_, 4, bytes_of(own_salt));
  insert_private_.bind(5, bytes);
  bind_blob(insert_private_, 6, text_commitments);
  insert_private_.exec();

  for (std::size_t i = 0; i < texts.size(); ++i) {
    start_over(insert_text_);
    insert_text_.bind(1, session_id);
    insert_text_.bind(2, seq);
    insert_text_.bind(3, static_cast<std::int64_t>(i));
    bind_blob(insert_text_, 4, bytes_of(text_salts[i]));
    insert_text_.bind(5, *texts[i]);
    insert_text_.exec();
  }
  return std::string{bytes_of(hash)};
}

} // namespace viche::store
