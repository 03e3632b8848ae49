// Names that people signed with, by their writer id: outside the log and every chain, and erasable.
// Exceptions of SQLite pass through; the doors of the store turn them into faults.
#pragma once

#include "model/ids.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace viche::store {

// A name that stands.
struct signature {
  std::int64_t row = 0; // names it to facilitators, who know nobody's writer id
  model::id128 person;
  std::string name;
  model::time_ms_t consented_ms = 0;
};

// Whose name: a person's, or that of a row.
using whose_name = std::variant<model::id128, std::int64_t>;

// What became of a name that was to be written or erased.
struct name_outcome {
  bool has_erased = false; // there was one, and it is gone
  bool is_full = false; // names_per_person_max; nothing was changed
};

// Erases the name that stands and, with a new one, writes that. Call it within a transaction.
struct name_change {
  std::int64_t session_id = 0;
  whose_name whose;
  std::optional<std::string> name; // nullopt: only erases
  model::time_ms_t at_ms = 0;
};
name_outcome change_name(const SQLite::Database& db, const name_change& change);

// Those that stand, oldest first; of one person only, if one is named.
std::vector<signature> names_in(const SQLite::Database& db, std::int64_t session_id,
                                const std::optional<model::id128>& of);

} // namespace viche::store
