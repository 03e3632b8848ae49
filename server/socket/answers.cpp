// Refusal bodies, statuses and the reading of the few headers that matter.
#include "socket/answers.hpp"

#include "broadcast/encode.hpp"
#include "model/wire_name.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <ranges>
#include <system_error>

namespace viche::socket {
namespace {

unsigned status_of(model::refusal why) {
  switch (why) {
  case model::refusal::session_unknown:
  case model::refusal::recovery_unknown: return 404;
  case model::refusal::host_key_wrong: return 401;
  case model::refusal::link_unknown:
  case model::refusal::origin_refused:
  case model::refusal::not_allowed: return 403;
  case model::refusal::rate_limited: return 429;
  case model::refusal::session_full:
  case model::refusal::inbox_full:
  case model::refusal::storage_unavailable:
  case model::refusal::rehearsal_failed: return 503;
  case model::refusal::rehearsal_runs: return 409;
  default: return 400;
  }
}

bool is_same_text(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return std::tolower(static_cast<unsigned char>(x)) ==
           std::tolower(static_cast<unsigned char>(y));
  });
}

} // namespace

answer json_answer(unsigned status, std::string body) {
  answer a;
  a.status = status;
  a.type = "application/json";
  a.text = std::move(body);
  a.headers.emplace_back("Cache-Control", "no-store");
  return a;
}

answer refuse(const model::refused& why) {
  return json_answer(status_of(why.why), broadcast::refusal_body(why));
}

answer refuse(model::refusal why) {
  return refuse(model::refused{why});
}

answer refuse(model::refusal why, unsigned status) {
  auto a = refuse(why);
  a.status = status;
  return a;
}

answer refuse(const boost::system::error_code& why) {
  if (why == fault::session_unknown) return refuse(model::refusal::session_unknown);
  if (why == fault::stopping) return refuse(model::refusal::inbox_full);
  return refuse(model::refusal::storage_unavailable);
}

std::string_view cookie_of(const request& r, std::string_view name) {
  for (const auto& [header, value] : r.headers) {
    if (header != "cookie") continue;
    std::string_view rest = value;
    while (!rest.empty()) {
      const auto end = std::min(rest.find(';'), rest.size());
      auto pair = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      while (pair.starts_with(' '))
        pair.remove_prefix(1);
      const auto equals = pair.find('=');
      if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
        return pair.substr(equals + 1);
      }
    }
  }
  return {};
}

void set_cookie(answer& a, const request& r, std::string_view name, std::string_view value) {
  std::string cookie{name};
  cookie += '=';
  cookie += value;
  cookie += "; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict";
  if (r.header("origin").starts_with("https://")) cookie += "; Secure";
  a.headers.emplace_back("Set-Cookie", std::move(cookie));
}

std::string cookie_name(std::string_view what, std::string_view code) {
  std::string name = "viche_";
  name += what;
  name += '_';
  name += code;
  return name;
}

std::optional<std::string_view> in_query(const request& r, std::string_view name) {
  std::string_view rest = r.query;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const auto pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    return pair.substr(equals + 1);
  }
  return std::nullopt;
}

std::optional<model::language> language_in_query(const request& r) {
  return model::from_wire_name<model::language>(in_query(r, "language").value_or(""));
}

model::language language_wanted(const request& r) {
  if (const auto asked = language_in_query(r)) return *asked;
  // The first that is ours: browsers send the best one first.
  const auto header = r.header("accept-language");
  for (const auto part : std::views::split(header, ',')) {
    std::string_view range(part.begin(), part.end());
    while (range.starts_with(' '))
      range.remove_prefix(1);
    const auto found = model::from_wire_name<model::language>(range.substr(0, 2));
    if (found) return *found;
  }
  return model::language::uk;
}

std::string etag_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return '"' + std::to_string(hash) + '"';
}

std::optional<std::uint32_t> number_in_query(const request& r, std::string_view name,
                                             std::optional<std::uint32_t> otherwise) {
  const auto digits = in_query(r, name);
  if (!digits) return otherwise;
  std::uint32_t n = 0;
  const std::string all(*digits);
  const auto* end = all.data() + all.size();
  const auto read = std::from_chars(all.data(), end, n);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return n;
}

bool is_same_origin(const request& r) {
  auto origin = r.header("origin");
  if (origin.empty()) return true;
  const auto scheme = origin.find("://");
  if (scheme == std::string_view::npos) return false; // "null", of a sandboxed page
  origin.remove_prefix(scheme + 3);
  return is_same_text(origin, r.header("host"));
}

std::string_view bearer_of(const request& r) {
  constexpr std::string_view scheme = "bearer ";
  const auto value = r.header("authorization");
  if (value.size() <= scheme.size() || !is_same_text(value.substr(0, scheme.size()), scheme)) {
    return {};
  }
  return value.substr(scheme.size());
}

} // namespace viche::socket
