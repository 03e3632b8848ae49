// Receipts and journal as text.
#include "session/proof.hpp"

#include "broadcast/encode.hpp"
#include "limits.hpp"
#include "store/reader.hpp"

#include <optional>
#include <tuple>

namespace viche::session {
namespace {

using broadcast::json_text;

std::string or_null(const std::optional<std::string>& text) {
  return text ? json_text(*text) : "null";
}

std::string hex_or_null(const std::optional<std::string>& bytes) {
  return bytes ? '"' + store::to_hex(*bytes) + '"' : "null";
}

// A text as its commitment is made: from salt and text, or of one that was erased itself.
std::string text_json(const store::stored_text& t, const std::string& commitments) {
  if (t.text && t.salt) {
    return R"({"salt":")" + store::to_hex(*t.salt) + R"(","text":)" + json_text(*t.text) + '}';
  }
  constexpr auto size = std::tuple_size_v<store::digest>;
  const auto at = size * static_cast<std::size_t>(t.ordinal);
  if (at + size > commitments.size()) return "null";
  return R"({"commitment":")" + store::to_hex(commitments.substr(at, size)) + "\"}";
}

std::string receipt_json(const store::stored_entry& e) {
  std::string out = R"({"seq":)" + std::to_string(e.seq) + R"(,"kind":)" + json_text(e.kind) +
                    R"(,"salt":)" + hex_or_null(e.salt) + R"(,"private":)" + or_null(e.bytes) +
                    R"(,"texts":[)";
  // With the private part its list of commitments is gone: no text of it can be told any more.
  if (!e.text_commitments) return out + "]}";
  for (const auto& t : e.texts) {
    if (out.back() != '[') out += ',';
    out += text_json(t, *e.text_commitments);
  }
  return out + "]}";
}

} // namespace

std::string journal_text(const std::filesystem::path& file, const std::string& code,
                         const std::string& title) {
  std::string out;
  const auto done =
      store::read_journal(file, code, title, [&](std::string_view line) { out += line; });
  return done.has_error() ? "" : out;
}

described<std::string> receipts_text(const std::filesystem::path& file, const std::string& code,
                                     const std::vector<model::seq_t>& seqs) {
  const auto entries = store::read_entries(file, code, seqs);
  if (entries.has_error()) return entries.error();
  std::string out = R"({"receipts":[)";
  for (const auto& e : *entries) {
    if (out.back() != '[') out += ',';
    out += receipt_json(e);
  }
  out += R"(],"more":)";
  out += seqs.size() < limits::receipts_together_max ? "false" : "true";
  return out + '}';
}

} // namespace viche::session
