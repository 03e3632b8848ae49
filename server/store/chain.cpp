// The formulas of the chain and the check of one entry.
#include "store/chain.hpp"

#include "model/log_row.hpp"
#include "model/wire_name.hpp"
#include "store/private_part.hpp"

namespace viche::store {
namespace {

constexpr std::size_t digest_bytes = std::tuple_size_v<digest>;

std::optional<std::string> broken_text(const stored_entry& e, std::string_view commitments) {
  if (commitments.size() != digest_bytes * e.texts.size()) {
    return "texts: " + std::to_string(commitments.size() / digest_bytes) + " were committed to, " +
           std::to_string(e.texts.size()) + " are here";
  }
  for (std::size_t i = 0; i < e.texts.size(); ++i) {
    const auto& t = e.texts[i];
    const auto name = "text " + std::to_string(i) + ": ";
    if (t.ordinal != static_cast<std::int64_t>(i)) return name + "it is missing";
    if (t.salt.has_value() != t.text.has_value()) return name + "only half of it is erased";
    if (!t.text) continue;
    if (bytes_of(commit_text(*t.salt, *t.text)) !=
        commitments.substr(i * digest_bytes, digest_bytes)) {
      return name + "it is not the text that was committed to";
    }
  }
  return std::nullopt;
}

std::optional<std::string> broken_private(const stored_entry& e) {
  if (!e.has_private_row) return "private part: it is missing";
  if (!e.bytes && !e.salt && !e.text_commitments) { // erased: nothing vouches for texts any more
    for (const auto& t : e.texts) {
      if (t.text || t.salt) return "text " + std::to_string(t.ordinal) + ": nothing vouches for it";
    }
    return std::nullopt;
  }
  if (!e.bytes || !e.salt || !e.text_commitments) return "private part: only half of it is erased";
  if (bytes_of(commit_entry(*e.salt, *e.bytes, *e.text_commitments)) != e.commitment) {
    return "private part: it is not what was committed to";
  }
  model::log_row row;
  if (!decode_private_part(*e.bytes, row)) return "private part: it cannot be read";
  if (minute_of(row.time_ms) != e.minute) return "private part: its time is not the public one";
  if (bytes_of(resend_key(row.by, row.op_id)) != e.resend_key) {
    return "resend key: it is not that of actor and op id";
  }
  return broken_text(e, *e.text_commitments);
}

} // namespace

std::string public_part(model::seq_t seq, std::string_view kind, std::int64_t minute) {
  return std::to_string(seq) + " " + std::string(kind) + " " + std::to_string(minute);
}

std::int64_t minute_of(model::time_ms_t time_ms) {
  constexpr model::time_ms_t minute_ms = 60'000;
  return time_ms / minute_ms - (time_ms % minute_ms < 0 ? 1 : 0);
}

digest hash_before_first(std::string_view epoch) {
  return sha256({epoch});
}

digest commit_text(std::string_view text_salt, std::string_view text) {
  return sha256({length_prefixed(text_salt), length_prefixed(text)});
}

digest commit_entry(std::string_view own_salt, std::string_view private_bytes,
                    std::string_view text_commitments) {
  std::string texts;
  for (std::size_t at = 0; at < text_commitments.size(); at += digest_bytes) {
    texts += length_prefixed(text_commitments.substr(at, digest_bytes));
  }
  return sha256({length_prefixed(own_salt), length_prefixed(private_bytes), texts});
}

digest hash_entry(std::string_view hash_before, std::string_view public_part,
                  std::string_view commitment) {
  return sha256({hash_before, length_prefixed(public_part), commitment});
}

digest resend_key(const model::actor& by, std::string_view op_id) {
  return sha256({length_prefixed(model::wire_name(by.as)), length_prefixed(bytes_of(by.id.bytes)),
                 length_prefixed(op_id)});
}

std::optional<std::string> broken_part(const stored_entry& e, std::int64_t expected_seq,
                                       std::string_view hash_before) {
  if (e.seq != expected_seq) return "it is missing";
  const auto seen = public_part(static_cast<model::seq_t>(e.seq), e.kind, e.minute);
  if (bytes_of(hash_entry(hash_before, seen, e.commitment)) != e.hash) {
    return "public part, commitment or hash: they do not follow from the entry before";
  }
  return broken_private(e);
}

} // namespace viche::store
