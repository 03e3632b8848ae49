// What a session answers over HTTP. Bodies are small closed objects: an unknown field is refused.
#include "socket/session_routes.hpp"

#include "broadcast/encode.hpp"
#include "limits.hpp"
#include "model/wire_name.hpp"
#include "report/writers.hpp"
#include "session/passes.hpp"
#include "socket/answers.hpp"
#include "socket/secrets.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <optional>

namespace viche::socket {
namespace {

namespace json = boost::json;
using model::refusal;

// nullopt: not a JSON object.
std::optional<json::object> object_of(const request& r) {
  json::parse_options options;
  options.max_depth = limits::json_depth_max;
  json::error_code failed;
  auto body = json::parse(r.body, failed, {}, options);
  if (failed || !body.is_object()) return std::nullopt;
  return std::move(body.get_object());
}

// {} or {"in_memory":true}; nullopt: neither.
std::optional<bool> asks_in_memory(const request& r) {
  const auto body = object_of(r);
  if (!body) return std::nullopt;
  if (body->empty()) return false;
  const auto* in_memory = body->if_contains("in_memory");
  if (body->size() != 1 || in_memory == nullptr || !in_memory->is_bool()) return std::nullopt;
  return in_memory->get_bool();
}

// The described value of this name in the query; `otherwise` if there is none, or no such value.
template <class Enum>
Enum asked(const request& r, std::string_view name, Enum otherwise) {
  std::string_view rest = r.query;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('&'), rest.size());
    const auto pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
    return model::from_wire_name<Enum>(pair.substr(equals + 1)).value_or(otherwise);
  }
  return otherwise;
}

boost::asio::awaitable<std::string> written(session::moment at, report::report_facts facts,
                                            std::string (*write)(const report::report&)) {
  co_return write(report::make_report(*at.state, std::move(facts)));
}

} // namespace

boost::asio::awaitable<answer> enter_session(session::session& s, const request& r) {
  const auto in_memory = asks_in_memory(r);
  if (!in_memory) co_return refuse(refusal::request_malformed);
  const auto now = co_await s.announce();
  if (!now) co_return refuse(refusal::storage_unavailable);
  std::string body = R"({"code":)" + broadcast::json_text(s.code());
  body += R"(,"title":)" + broadcast::json_text(now->title);
  body += R"(,"community":)" + broadcast::json_text(now->community);
  body += R"(,"phase":)";
  broadcast::write_json(body, now->phase);
  if (*in_memory)
    co_return json_answer(200, body + R"(,"pass":")" + session::random_secret(token_bytes) + "\"}");
  auto a = json_answer(200, body + '}');
  // The device keeps the pass it has: its ideas and votes hang on it. Setting it again only
  // makes the month start anew.
  const auto name = cookie_name("pass", s.code());
  const std::string held{cookie_of(r, name)};
  set_cookie(a, r, name, is_token(held) ? held : session::random_secret(token_bytes));
  co_return a;
}

boost::asio::awaitable<answer> trade_secret(doors& d, session::session& s, const request& r) {
  const auto body = object_of(r);
  const auto* secret = body && body->size() == 1 ? body->if_contains("secret") : nullptr;
  if (secret == nullptr || !secret->is_string()) co_return refuse(refusal::request_malformed);
  const std::string text{secret->get_string()};
  // Only what has the form of a secret can be one, and may stand in a cookie.
  result<model::identity> is = fault::link_unknown;
  if (is_token(text)) is = co_await s.identity_of_link(text);
  if (is.has_error() && is.error() != fault::link_unknown) {
    co_return refuse(refusal::storage_unavailable);
  }
  if (!is) {
    co_return refuse(d.wrong_tries.take(steady_ms()) ? refusal::link_unknown
                                                     : refusal::rate_limited);
  }
  const std::string role{model::wire_name(is->as)};
  auto a = json_answer(200, R"({"role":")" + role + "\"}");
  set_cookie(a, r, cookie_name(role, s.code()), text);
  co_return a;
}

// ?language=en&edition=public; what is absent is as the desk wants it.
boost::asio::awaitable<answer> session_report(doors& d, session::session& s, const request& r,
                                              std::string format) {
  const auto* as = report::find_format(format);
  if (as == nullptr) co_return refuse(refusal::request_malformed, 404);
  const std::string secret{bearer_of(r).empty() ? cookie_of(r, cookie_name("facilitator", s.code()))
                                                : bearer_of(r)};
  result<model::identity> is = fault::link_unknown;
  if (is_token(secret)) is = co_await s.identity_of_link(secret);
  if (is.has_error() && is.error() != fault::link_unknown) {
    co_return refuse(refusal::storage_unavailable);
  }
  if (!is || is->as != model::role::facilitator) co_return refuse(refusal::link_unknown);

  auto now = co_await s.moment_now();
  if (!now) co_return refuse(refusal::storage_unavailable);
  report::report_facts facts;
  facts.code = s.code();
  facts.head = now->head;
  facts.edition = asked(r, "edition", report::edition::working);
  facts.generated_at_ms = d.now();
  const auto& languages = now->state->set.languages;
  facts.language = asked(r, "language", languages.empty() ? model::language{} : languages.front());
  facts.version = VICHE_VERSION;
  // On another thread: a large report takes longer than anybody's op may wait.
  auto a = json_answer(200, co_await boost::asio::co_spawn(
                                d.workers, written(std::move(*now), std::move(facts), as->write),
                                boost::asio::use_awaitable));
  a.type = as->content_type;
  const bool is_page = as->write == report::write_html;
  if (is_page) a.headers.emplace_back("Content-Security-Policy", report::html_security_policy);
  a.headers.emplace_back("Content-Disposition", std::string(is_page ? "inline" : "attachment") +
                                                    "; filename=\"viche-" + s.code() +
                                                    std::string(as->ending) + '"');
  co_return a;
}

} // namespace viche::socket
