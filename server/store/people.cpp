// Rows of names are only added, and erased by setting them to NULL.
#include "store/people.hpp"

#include "limits.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

namespace viche::store {
namespace {

void bind_person(SQLite::Statement& q, int at, const model::id128& person) {
  q.bind(at, static_cast<const void*>(person.bytes.data()), static_cast<int>(person.bytes.size()));
}

bool is_full(const SQLite::Database& db, std::int64_t session_id, const model::id128& person) {
  SQLite::Statement q(db, "SELECT count(*) FROM people WHERE session = ? AND person = ?");
  q.bind(1, session_id);
  bind_person(q, 2, person);
  q.executeStep();
  return q.getColumn(0).getInt64() >= static_cast<std::int64_t>(limits::names_per_person_max);
}

bool erase(const SQLite::Database& db, std::int64_t session_id, const whose_name& whose) {
  const auto* person = std::get_if<model::id128>(&whose);
  SQLite::Statement q(db, std::string("UPDATE people SET name = NULL, consented_ms = NULL "
                                      "WHERE session = ? AND name IS NOT NULL AND ") +
                              (person != nullptr ? "person = ?" : "id = ?"));
  q.bind(1, session_id);
  if (person != nullptr) {
    bind_person(q, 2, *person);
  } else {
    q.bind(2, std::get<std::int64_t>(whose));
  }
  return q.exec() > 0;
}

} // namespace

name_outcome change_name(const SQLite::Database& db, const name_change& change) {
  const auto* person = std::get_if<model::id128>(&change.whose);
  const bool is_new = change.name && person != nullptr;
  if (is_new && is_full(db, change.session_id, *person)) return {.is_full = true};
  const name_outcome out{.has_erased = erase(db, change.session_id, change.whose)};
  if (!is_new) return out;
  SQLite::Statement q(
      db, "INSERT INTO people (session, person, name, consented_ms) VALUES (?, ?, ?, ?)");
  q.bind(1, change.session_id);
  bind_person(q, 2, *person);
  q.bind(3, *change.name);
  q.bind(4, change.at_ms);
  q.exec();
  return out;
}

std::vector<signature> names_in(const SQLite::Database& db, std::int64_t session_id,
                                const std::optional<model::id128>& of) {
  std::vector<signature> out;
  SQLite::Statement q(db, std::string("SELECT id, person, name, consented_ms FROM people "
                                      "WHERE session = ? AND name IS NOT NULL") +
                              (of ? " AND person = ?" : "") + " ORDER BY id");
  q.bind(1, session_id);
  if (of) bind_person(q, 2, *of);
  while (q.executeStep()) {
    auto& one = out.emplace_back();
    one.row = q.getColumn(0).getInt64();
    const auto person = q.getColumn(1).getString();
    std::copy_n(person.begin(), std::min(person.size(), one.person.bytes.size()),
                one.person.bytes.begin());
    one.name = q.getColumn(2).getString();
    one.consented_ms = q.getColumn(3).getInt64();
  }
  return out;
}

} // namespace viche::store
