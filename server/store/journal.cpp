// Lines written, and read back: a line counts only if writing what it says gives the same line.
#include "store/journal.hpp"

#include "limits.hpp"
#include "store/chain.hpp"

#include <boost/json.hpp>

#include <istream>

namespace viche::store {
namespace {

namespace json = boost::json;

std::string json_text(std::string_view text) {
  return json::serialize(json::string(text));
}

// Members of a line; empty or 0 where there is none, which then is not the same line.
std::string text_in(const json::object& o, std::string_view key) {
  const auto* value = o.if_contains(key);
  const auto* text = value == nullptr ? nullptr : value->if_string();
  return text == nullptr ? std::string() : std::string(*text);
}

std::int64_t number_in(const json::object& o, std::string_view key) {
  const auto* value = o.if_contains(key);
  const auto* number = value == nullptr ? nullptr : value->if_int64();
  return number == nullptr ? 0 : *number;
}

std::optional<json::object> object_of(std::string_view line) {
  boost::system::error_code failed;
  json::parse_options options;
  options.max_depth = 2;
  auto value = json::parse(line, failed, {}, options);
  if (failed || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

bool is_made_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

constexpr std::string_view decimal = "0123456789";
constexpr std::string_view hexadecimal = "0123456789abcdef";
constexpr std::string_view of_kinds = "abcdefghijklmnopqrstuvwxyz_";

// Whoever writes a journal chooses what stands here, and a terminal shows it.
bool is_header_of_ours(const journal_header& h) {
  return h.epoch.size() == 16 && is_made_of(h.epoch, hexadecimal) && h.code.size() == 6 &&
         is_made_of(h.code, decimal) && is_hex_digest(h.head) && h.count > 0;
}

std::optional<journal_header> header_of(const std::string& line) {
  const auto o = object_of(line);
  if (!o) return std::nullopt;
  journal_header h;
  h.epoch = text_in(*o, "epoch");
  h.code = text_in(*o, "code");
  h.title = text_in(*o, "title");
  h.count = static_cast<std::uint64_t>(number_in(*o, "count"));
  h.head = text_in(*o, "head");
  if (!is_header_of_ours(h) || journal_line(h) != line) return std::nullopt;
  return h;
}

std::optional<journal_entry> entry_of(const std::string& line) {
  const auto o = object_of(line);
  if (!o) return std::nullopt;
  journal_entry e;
  e.seq = static_cast<model::seq_t>(number_in(*o, "seq"));
  e.kind = text_in(*o, "kind");
  e.minute = number_in(*o, "minute");
  e.commitment = text_in(*o, "commitment");
  e.hash = text_in(*o, "hash");
  if (!is_made_of(e.kind, of_kinds) || journal_line(e) != line) return std::nullopt;
  return e;
}

// The bytes of lower-case hex digits; empty: these are none.
std::string bytes_of_hex(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    const auto high = hexadecimal.find(hex[i]);
    const auto low = hexadecimal.find(hex[i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return {};
    out.push_back(static_cast<char>(high * 16 + low));
  }
  return 2 * out.size() == hex.size() ? out : std::string();
}

// The next line. False: the end. `is_whole`: it had an end of its own and was not too long.
bool next_line(std::istream& in, std::string& line, bool& is_whole) {
  line.clear();
  char c = 0;
  while (in.get(c) && c != '\n' && line.size() <= limits::journal_line_bytes_max)
    line.push_back(c);
  is_whole = in && c == '\n';
  return is_whole || !line.empty();
}

// The hash of the entry, as bytes, if its line follows from what stands before it.
std::optional<std::string> hash_of(const journal_entry& e, model::seq_t expected,
                                   std::string_view hash_before) {
  const auto commitment = bytes_of_hex(e.commitment);
  if (e.seq != expected || commitment.size() != std::tuple_size_v<digest>) return std::nullopt;
  const auto hash = hash_entry(hash_before, public_part(e.seq, e.kind, e.minute), commitment);
  if (to_hex(bytes_of(hash)) != e.hash) return std::nullopt;
  return std::string(bytes_of(hash));
}

std::string at_line(std::uint64_t number, const std::string& what) {
  return "line " + std::to_string(number) + ": " + what;
}

} // namespace

bool is_hex_digest(std::string_view text) {
  return text.size() == 2 * std::tuple_size_v<digest> && is_made_of(text, hexadecimal);
}

std::string journal_line(const journal_header& h) {
  return R"({"format":)" + json_text(journal_format) + R"(,"epoch":)" + json_text(h.epoch) +
         R"(,"code":)" + json_text(h.code) + R"(,"title":)" + json_text(h.title) + R"(,"count":)" +
         std::to_string(h.count) + R"(,"head":)" + json_text(h.head) + '}';
}

std::string journal_line(const journal_entry& e) {
  return R"({"seq":)" + std::to_string(e.seq) + R"(,"kind":)" + json_text(e.kind) +
         R"(,"minute":)" + std::to_string(e.minute) + R"(,"commitment":)" +
         json_text(e.commitment) + R"(,"hash":)" + json_text(e.hash) + '}';
}

journal_findings verify_journal(std::istream& journal, std::string_view published_head) {
  journal_findings found;
  std::string line;
  bool is_whole = false;
  auto header = next_line(journal, line, is_whole) ? header_of(line) : std::nullopt;
  if (!header || !is_whole) {
    found.broken = at_line(1, "it is not the header of a public journal of this version");
    return found;
  }
  found.header = std::move(*header);
  std::string hash{bytes_of(hash_before_first(found.header.epoch))};
  while (next_line(journal, line, is_whole)) {
    const auto number = found.entries + 2;
    const auto e = entry_of(line);
    if (!e || !is_whole) {
      found.broken = at_line(number, "it is not written as a line of a journal is");
      return found;
    }
    auto next = hash_of(*e, found.entries + 1, hash);
    if (!next) {
      found.broken = at_line(number, "its seq, public part, commitment or hash does not follow "
                                     "from the line before");
      return found;
    }
    hash = std::move(*next);
    found.head = e->hash;
    ++found.entries;
    if (found.published_at) ++found.kinds_after[e->kind];
    if (e->hash != published_head) continue;
    found.published_at = e->seq;
    found.published_kind = e->kind;
  }
  if (found.entries != found.header.count || found.head != found.header.head) {
    found.broken =
        at_line(found.entries + 2, "the header promises " + std::to_string(found.header.count) +
                                       " entries and another end");
  }
  return found;
}

} // namespace viche::store
