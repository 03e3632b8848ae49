// The hash chain of a session: the formulas, and what is wrong with an entry as it was found.
// docs/file-format.md has them for people who write their own verifier.
//
//   text commitment = SHA-256( LP(text's salt) ‖ LP(text) )
//   commitment      = SHA-256( LP(salt) ‖ LP(private bytes) ‖ LP(text commitment) of each text )
//   hash            = SHA-256( hash before ‖ LP(public part) ‖ commitment )
//
// LP(x) is the length of x in 8 bytes, big-endian, then x. The hash before the first entry is
// SHA-256 of the session's epoch, so that no chain can be grafted onto another session.
#pragma once

#include "model/ids.hpp"
#include "store/digest.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viche::store {

// "17 submit_idea 29396520": seq, kind, minutes since 1970-01-01 UTC.
std::string public_part(model::seq_t seq, std::string_view kind, std::int64_t minute);

// Whole minutes of a time, rounded down.
std::int64_t minute_of(model::time_ms_t time_ms);

digest hash_before_first(std::string_view epoch);
digest commit_text(std::string_view text_salt, std::string_view text);
// `text_commitments`: 32 bytes a text, one after another.
digest commit_entry(std::string_view own_salt, std::string_view private_bytes,
                    std::string_view text_commitments);
digest hash_entry(std::string_view hash_before, std::string_view public_part,
                  std::string_view commitment);

// The same actor and op id give the same key; it is UNIQUE in a session.
digest resend_key(const model::actor& by, std::string_view op_id);

// A text and an entry exactly as they lie in the file; nullopt: NULL, that is, erased.
struct stored_text {
  std::int64_t ordinal = 0;
  std::optional<std::string> salt;
  std::optional<std::string> text;
};

struct stored_entry {
  std::int64_t seq = 0;
  std::string kind;
  std::int64_t minute = 0;
  std::string commitment;
  std::string hash;
  bool has_private_row = false;
  std::string resend_key;
  std::optional<std::string> salt;
  std::optional<std::string> bytes;
  std::optional<std::string> text_commitments;
  std::vector<stored_text> texts; // in order of ordinal
};

// In words, the part of the entry that does not agree with the rest ("text 0: …"), or nullopt.
// `expected_seq` and `hash_before` come from the entry before it.
std::optional<std::string> broken_part(const stored_entry& e, std::int64_t expected_seq,
                                       std::string_view hash_before);

} // namespace viche::store
