// The table of paths, and the way to a session: its code, wrong tries, a place.
#include "socket/routes.hpp"

#include "socket/answers.hpp"
#include "socket/consideration_routes.hpp"
#include "socket/document_routes.hpp"
#include "socket/name_routes.hpp"
#include "socket/pages.hpp"
#include "socket/person_routes.hpp"
#include "socket/proof_routes.hpp"
#include "socket/readiness_routes.hpp"
#include "socket/results_routes.hpp"
#include "socket/session_routes.hpp"
#include "socket/setup_routes.hpp"
#include "socket/staff_routes.hpp"
#include "socket/stage_routes.hpp"
#include "socket/websocket.hpp"

#include <algorithm>
#include <array>
#include <ranges>
#include <string>
#include <string_view>

namespace viche::socket {
namespace {

using model::refusal;

constexpr std::string_view sessions_path = "/api/sessions/";
constexpr std::string_view results_path = "/r/";
constexpr std::size_t code_digits = 6;

// /api/sessions/482913/enter → 482913, enter. Empty parts where the path is another.
struct session_path {
  std::string code;
  std::string door;
};

session_path split(std::string_view path) {
  if (!path.starts_with(sessions_path)) return {};
  path.remove_prefix(sessions_path.size());
  const auto slash = std::min(path.find('/'), path.size());
  const auto door = slash < path.size() ? path.substr(slash + 1) : std::string_view{};
  return {std::string(path.substr(0, slash)), std::string(door)};
}

bool is_code(std::string_view code) {
  return code.size() == code_digits &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A wrong code costs a try; when those run out, codes that nobody made are not even looked up, so
// that guessing does not keep the disk busy. Those of this file are never delayed.
using found = std::variant<answer, std::shared_ptr<session::session>>;

boost::asio::awaitable<found> find_session(const std::shared_ptr<doors>& d, std::string code) {
  if (d->is_stopping) co_return refuse(fault::stopping);
  const bool is_known = d->sessions.knows(code);
  if (!is_known && d->wrong_tries.is_empty(steady_ms())) co_return refuse(refusal::rate_limited);
  if (!is_code(code)) {
    d->wrong_tries.take(steady_ms());
    co_return refuse(refusal::session_unknown);
  }
  auto s = co_await d->sessions.find(code);
  if (s.has_value()) co_return *s;
  if (s.error() == fault::session_unknown) d->wrong_tries.take(steady_ms());
  co_return refuse(s.error());
}

answer wrong_method(std::string allowed) {
  auto a = refuse(refusal::request_malformed, 405);
  a.headers.emplace_back("Allow", std::move(allowed));
  return a;
}

// The doors of a session, each with the methods it takes. A report's door goes on with its format.
struct door {
  std::string_view name, methods;
};
constexpr std::string_view reading = "GET, HEAD";
constexpr std::array session_doors{door{"enter", "POST"},
                                   door{"trade", "POST"},
                                   door{"recover", "POST"},
                                   door{"ticket", "POST"},
                                   door{"card", "POST"},
                                   door{"links", "POST"},
                                   door{"cards", "POST"},
                                   door{"decisions", "POST"},
                                   door{"round-trips", "POST"},
                                   door{"recovery", reading},
                                   door{"readiness", reading},
                                   door{"report.", reading},
                                   door{"formats", reading},
                                   door{"journal.jsonl", reading},
                                   door{"receipts", reading},
                                   door{"name", "GET, HEAD, POST, DELETE"},
                                   door{"names", "GET, HEAD, DELETE"},
                                   door{"rehearsal", "GET, POST, DELETE"}};

const door* find_door(std::string_view name) {
  if (name.starts_with("report.")) name = "report.";
  const auto* at = std::ranges::find(session_doors, name, &door::name);
  return at == session_doors.end() ? nullptr : at;
}

bool takes(const door& d, std::string_view method) {
  for (const auto part : std::views::split(d.methods, std::string_view(", "))) {
    if (std::ranges::equal(part, method)) return true;
  }
  return false;
}

boost::asio::awaitable<answer> session_route(const std::shared_ptr<doors>& d, const request& r,
                                             session_path path) {
  const auto* way_in = find_door(path.door);
  if (way_in == nullptr) co_return refuse(refusal::request_malformed, 404);
  if (!takes(*way_in, r.method)) co_return wrong_method(std::string(way_in->methods));
  auto s = co_await find_session(d, std::move(path.code));
  if (auto* refused = std::get_if<answer>(&s)) co_return std::move(*refused);
  auto& to = *std::get<1>(s);
  if (path.door == "enter") co_return co_await enter_session(to, r);
  if (path.door == "recovery") co_return recovery_code(to, r);
  if (path.door == "recover") co_return co_await recover_person(*d, to, r);
  if (path.door == "ticket") co_return co_await issue_ticket(*d, to, r);
  if (path.door == "card") co_return co_await use_card(*d, to, r);
  if (path.door == "links") co_return co_await add_link(to, r);
  if (path.door == "cards") co_return co_await make_cards(to, r);
  if (path.door == "decisions") co_return co_await decide_by_table(d, to, r);
  if (path.door == "journal.jsonl") co_return co_await session_journal(*d, to, r);
  if (path.door == "receipts") co_return co_await own_receipts(*d, to, r);
  if (path.door == "name") co_return co_await own_name(*d, to, r);
  if (path.door == "names") co_return co_await names_of_session(to, r);
  if (path.door == "readiness") co_return co_await tell_readiness(d, to, r);
  if (path.door == "round-trips") co_return co_await tell_round_trips(*d, to, r);
  if (path.door == "rehearsal") co_return co_await rehearsal(*d, to, r);
  if (path.door == "trade") co_return co_await trade_secret(*d, to, r);
  if (path.door == "formats") co_return co_await session_formats(*d, to, r);
  auto format = path.door.substr(std::string_view("report.").size());
  if (const auto* document = documents::find_kind(format)) {
    co_return co_await session_document(*d, to, r, *document);
  }
  co_return co_await session_report(*d, to, r, std::move(format));
}

// /r/482913/feed.atom → 482913, /feed.atom.
session_path split_results(std::string_view path) {
  path.remove_prefix(results_path.size());
  const auto slash = std::min(path.find('/'), path.size());
  return {std::string(path.substr(0, slash)), std::string(path.substr(slash))};
}

boost::asio::awaitable<answer> results_route(const std::shared_ptr<doors>& d, const request& r) {
  auto path = split_results(r.path);
  if (path.door == "/check") co_return page_answer(d->pages, r);
  const bool is_page = path.door.empty();
  if (!is_page && path.door != "/feed.atom") co_return refuse(refusal::request_malformed, 404);
  auto s = co_await find_session(d, std::move(path.code));
  if (auto* refused = std::get_if<answer>(&s)) {
    if (is_page && refused->status == 404) co_return unknown_results(r);
    co_return std::move(*refused);
  }
  co_return co_await results(*d, *std::get<1>(s), r, path.door);
}

// /r/482913/journal.jsonl → 482913; empty: another path.
std::string journal_code(std::string_view path) {
  constexpr std::string_view begin = "/r/";
  constexpr std::string_view end = "/journal.jsonl";
  if (!path.starts_with(begin) || !path.ends_with(end)) return {};
  return std::string(path.substr(begin.size(), path.size() - begin.size() - end.size()));
}

boost::asio::awaitable<answer> journal_route(const std::shared_ptr<doors>& d, const request& r) {
  auto s = co_await find_session(d, journal_code(r.path));
  if (auto* refused = std::get_if<answer>(&s)) co_return std::move(*refused);
  co_return co_await session_journal(*d, *std::get<1>(s), r);
}

// Places kept for staff are for whoever holds a link of this session; a cookie anybody can invent
// does not take one.
boost::asio::awaitable<bool> may_have_kept_place(const doors& d, const admission& a) {
  for (const auto* secret : {&a.with.facilitator, &a.with.operator_, &a.with.board}) {
    if (secret->empty()) continue;
    const auto is = co_await a.to->identity_of_link(*secret);
    // Asked again: others came while the session was answering.
    const auto bound = d.bounds.connections_max + d.bounds.connections_staff_max;
    if (is.has_value()) co_return d.connections < bound;
  }
  co_return false;
}

} // namespace

boost::asio::awaitable<answer> route(const std::shared_ptr<doors>& d, const request& r) {
  const bool is_read = r.method == "GET" || r.method == "HEAD";
  const bool is_api = r.path == "/healthz" || r.path.starts_with("/api/");
  if (is_read && !journal_code(r.path).empty()) co_return co_await journal_route(d, r);
  if (!is_api) {
    if (!is_read) co_return wrong_method("GET, HEAD");
    if (r.path.starts_with(results_path)) co_return co_await results_route(d, r);
    co_return page_answer(d->pages, r);
  }
  if (!is_same_origin(r)) co_return refuse(refusal::origin_refused);
  if (r.path == "/healthz") {
    co_return is_read ? json_answer(200, R"({"status":"ok"})") : wrong_method("GET, HEAD");
  }
  if (r.path == "/api/addresses") {
    co_return is_read ? address_list(*d) : wrong_method("GET, HEAD");
  }
  if (r.path == "/api/sessions") {
    if (r.method != "POST") co_return wrong_method("POST");
    co_return co_await set_up_session(*d, r);
  }
  auto path = split(r.path);
  if (path.code.empty()) co_return refuse(refusal::request_malformed, 404);
  co_return co_await session_route(d, r, std::move(path));
}

bool may_bring_table(std::string_view method, std::string_view path) {
  return method == "POST" && path.substr(0, path.find('?')).ends_with("/decisions");
}

boost::asio::awaitable<std::size_t> body_bytes_max(const std::shared_ptr<doors>& d,
                                                   const request& head) {
  const auto path = split(head.path);
  if (path.door != "decisions" || !is_same_origin(head)) co_return limits::http_body_bytes_max;
  const auto s = co_await find_session(d, path.code);
  const auto* to = std::get_if<1>(&s);
  if (to == nullptr) co_return limits::http_body_bytes_max;
  const auto by = co_await facilitator_of(**to, head);
  co_return by.has_value() ? limits::table_bytes_max : limits::http_body_bytes_max;
}

bool asks_for_live(const request& r) {
  return r.method == "GET" && split(r.path).door == "live";
}

boost::asio::awaitable<std::variant<answer, admission>> admit(const std::shared_ptr<doors>& d,
                                                              const request& r) {
  if (!is_same_origin(r)) co_return refuse(refusal::origin_refused);
  const auto code = split(r.path).code;
  auto s = co_await find_session(d, code);
  if (auto* refused = std::get_if<answer>(&s)) co_return std::move(*refused);
  if (r.header("upgrade").empty() || !offers_subprotocol(r)) {
    co_return refuse(refusal::subprotocol_unknown);
  }
  admission a;
  a.to = std::move(std::get<1>(s));
  a.with.pass = cookie_of(r, cookie_name("pass", code));
  a.with.facilitator = cookie_of(r, cookie_name("facilitator", code));
  a.with.operator_ = cookie_of(r, cookie_name("operator", code));
  a.with.board = cookie_of(r, cookie_name("board", code));
  a.is_kept_place = d->connections >= d->bounds.connections_max;
  if (a.is_kept_place) {
    const bool is_staff = co_await may_have_kept_place(*d, a);
    if (!is_staff) co_return refuse(refusal::session_full);
  }
  a.at = std::make_unique<place>(d);
  co_return a;
}

} // namespace viche::socket
