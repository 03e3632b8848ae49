// The public journal of a session as text: a header, then a line of JSON for every entry, with its
// public part, commitment and hash and nothing else. Whoever has it checks the chain without
// anybody's texts, votes or times. docs/file-format.md describes it for other verifiers.
#pragma once

#include "model/ids.hpp"
#include "store/digest.hpp"

#include <cstdint>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace viche::store {

inline constexpr std::string_view journal_format = "viche.journal.v1";

struct journal_header {
  std::string epoch; // the hash before the first entry is made of it
  std::string code;  // this and the title are in no hash: they only say whose journal it is
  std::string title;
  std::uint64_t count = 0; // never 0 in a journal that counts
  std::string head; // of the last entry, 64 hex digits
};

struct journal_entry {
  model::seq_t seq = 0;
  std::string kind;
  std::int64_t minute = 0;
  std::string commitment, hash; // 64 hex digits each
};

// 64 lower-case hexadecimal digits, as heads are told.
bool is_hex_digest(std::string_view text);

// Without the line's end. The same values give the same bytes, and a verifier takes no others: so
// every byte is either in a hash, or compared, or the title or code.
std::string journal_line(const journal_header& h);
std::string journal_line(const journal_entry& e);

// What somebody who has nothing but the text can say of it.
struct journal_findings {
  journal_header header;
  model::seq_t entries = 0; // complete up to this seq
  std::string head;         // hash of the last good entry, 64 hex digits; empty: there is none
  // The entry whose hash was published, and what was added behind it; nullopt: not asked for, or
  // no entry has it.
  std::optional<model::seq_t> published_at;
  std::string published_kind;
  std::map<std::string, std::size_t> kinds_after;
  // The first broken line, in words ("line 4: its commitment or hash …").
  std::optional<std::string> broken;
};

// Reads a line at a time. `published_head`: 64 hex digits, or empty.
journal_findings verify_journal(std::istream& journal, std::string_view published_head = {});

} // namespace viche::store
