// Reading a data file while or while not a server writes it: a read-only connection and short
// transactions. Used by export and verify; never writes, never checkpoints, never takes the lock.
#pragma once

#include "fault.hpp"
#include "store/chain.hpp"
#include "store/people.hpp"
#include "store/stored_session.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace viche::store {

// Faults: file_unwritable (cannot be opened), file_not_ours, file_newer, session_unknown,
// storage_corrupt (names the first broken record), storage_unavailable (the disk does not read).
described<stored_session> read_session(const std::filesystem::path& file, const std::string& code);

// Names that stand in a session.
described<std::vector<signature>> read_names(const std::filesystem::path& file,
                                             std::int64_t session_id);

described<std::vector<std::string>> read_codes(const std::filesystem::path& file);

// The public journal of a session, handed over line by line, each with its end. Private parts,
// salts and texts are not even asked for. `title` is what the header calls the session by.
described<void> read_journal(const std::filesystem::path& file, const std::string& code,
                             const std::string& title,
                             const std::function<void(std::string_view)>& line);

// These entries of a session as they lie in the file; those that are not there are left out.
described<std::vector<stored_entry>> read_entries(const std::filesystem::path& file,
                                                  const std::string& code,
                                                  const std::vector<model::seq_t>& seqs);

// What a walk over the hash chains of a file found.
struct verification {
  struct chain {
    std::string code;
    model::seq_t entries = 0; // complete up to this seq
    std::string head; // hash of the last good entry, 64 hex digits; empty: there is none
    std::optional<model::seq_t> published_at; // the entry with the head that was published
    std::string published_kind;
    std::map<std::string, std::size_t> kinds_after; // what was added behind it
    std::size_t texts_erased = 0; // redacted; of them only the commitment is left
    std::size_t parts_erased = 0; // the same of private parts
    // The first broken record, in words ("session 482913, entry 17, text 0: …").
    std::optional<std::string> broken;
  };
  std::vector<chain> chains; // oldest session first

  // Broken in a way that belongs to no session: a page, an index, a row without its entry.
  std::optional<std::string> broken;

  bool is_whole() const;
};

// Recomputes every commitment and hash from the stored bytes, and asks SQLite about the file's own
// structure. What was erased (redacted, anonymised) verifies by what is left of it; a row that is
// simply gone does not. `published_head`: 64 hex digits to look for, or empty.
described<verification> verify_file(const std::filesystem::path& file,
                                    const std::string& published_head = {});

} // namespace viche::store
