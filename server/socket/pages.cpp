// Paths to pages, content types, packed variants, and how long a browser may keep what it got.
#include "socket/pages.hpp"

#include "socket/answers.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace viche::socket {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 11> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".txt", "text/plain; charset=utf-8"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".webmanifest", "application/manifest+json"},
}};

std::string_view type_of(std::string_view path) {
  for (const auto& [ending, type] : types) {
    if (path.ends_with(ending)) return type;
  }
  return "application/octet-stream";
}

const embedded_file* find(std::span<const embedded_file> files, std::string_view path) {
  const auto at = std::lower_bound(
      files.begin(), files.end(), path,
      [](const embedded_file& f, std::string_view wanted) { return f.path < wanted; });
  return at != files.end() && at->path == path ? &*at : nullptr;
}

bool may_be_code(std::string_view text) {
  return !text.empty() && text.size() <= 12 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// /, /new, /s/CODE, /s/CODE/PAGE and /r/CODE/check each show one of the entries. Whether the code
// is right is asked by the page, which says it in the person's language.
std::optional<std::string_view> entry_of(std::string_view path) {
  if (path == "/") return "/phone.html";
  if (path == "/new") return "/desk.html"; // one bundle, told apart by the path
  const bool is_of_results = path.starts_with("/r/");
  if (!is_of_results && !path.starts_with("/s/")) return std::nullopt;
  path.remove_prefix(3);
  const auto slash = std::min(path.find('/'), path.size());
  const auto code = path.substr(0, slash);
  const auto page = path.substr(slash);
  if (!may_be_code(code)) return std::nullopt;
  if (is_of_results) {
    return page == "/check" ? std::optional<std::string_view>("/check.html") : std::nullopt;
  }
  if (page.empty()) return "/phone.html";
  if (page == "/desk") return "/desk.html";
  if (page == "/operator") return "/desk.html";
  if (page == "/board") return "/board.html";
  return std::nullopt;
}

bool takes(std::string_view accept, std::string_view encoding) {
  const auto at = accept.find(encoding);
  if (at == std::string_view::npos) return false;
  return !accept.substr(at + encoding.size()).starts_with(";q=0,") &&
         accept.substr(at + encoding.size()) != ";q=0";
}

} // namespace

answer page_answer(std::span<const embedded_file> files, const request& r) {
  const auto entry = entry_of(r.path);
  const std::string path{entry.value_or(r.path)};
  if (files.empty() && entry) {
    answer a;
    a.status = 503;
    a.type = "text/plain; charset=utf-8";
    a.text = "This Viche was built without its pages: run \"npm ci && npm run build\" in web/ and "
             "build again.\n";
    return a;
  }
  const auto* plain = find(files, path);
  if (plain == nullptr || path.ends_with(".gz") || path.ends_with(".br")) {
    return refuse(model::refusal::request_malformed, 404);
  }
  answer a;
  a.type = type_of(path);
  const auto accept = r.header("accept-encoding");
  const auto* sent = plain;
  for (const auto& [encoding, ending] : {std::pair{"br", ".br"}, std::pair{"gzip", ".gz"}}) {
    const auto* packed = takes(accept, encoding) ? find(files, path + ending) : nullptr;
    if (packed == nullptr) continue;
    sent = packed;
    a.headers.emplace_back("Content-Encoding", encoding);
    break;
  }
  a.headers.emplace_back("Vary", "Accept-Encoding");
  // Names of assets change with what they hold; pages keep their names.
  const bool is_hashed = path.starts_with("/assets/");
  a.headers.emplace_back("Cache-Control",
                         is_hashed ? "public, max-age=31536000, immutable" : "no-cache");
  auto etag = etag_of(sent->bytes());
  const bool is_held = r.header("if-none-match") == etag;
  a.headers.emplace_back("ETag", std::move(etag));
  if (is_held) {
    a.status = 304;
  } else {
    a.fixed = sent->bytes();
  }
  return a;
}

} // namespace viche::socket
