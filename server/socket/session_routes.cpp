// What a session answers over HTTP to its staff.
#include "socket/session_routes.hpp"

#include "model/wire_name.hpp"
#include "report/writers.hpp"
#include "session/passes.hpp"
#include "socket/answers.hpp"
#include "socket/body.hpp"
#include "socket/name_routes.hpp"
#include "socket/recovery.hpp"
#include "socket/secrets.hpp"
#include "socket/staff_routes.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <optional>
#include <utility>

namespace viche::socket {
namespace {

using model::refusal;

// The described value of this name in the query; `otherwise` if there is none, or no such value.
template <class Enum>
Enum asked(const request& r, std::string_view name, Enum otherwise) {
  return model::from_wire_name<Enum>(in_query(r, name).value_or("")).value_or(otherwise);
}

boost::asio::awaitable<std::string> written(session::moment at, report::report_facts facts,
                                            report::author_names names,
                                            std::string (*write)(const report::report&)) {
  co_return write(report::make_report(*at.state, std::move(facts), names));
}

} // namespace

boost::asio::awaitable<answer> trade_secret(doors& d, session::session& s, const request& r) {
  closed_body body(r);
  const auto secret = body.text("secret");
  const auto recovery = body.text("recovery");
  if (!body.is_whole() || secret.has_value() == recovery.has_value()) {
    co_return refuse(refusal::request_malformed);
  }
  const std::string text = secret ? *secret : link_of_recovery(*recovery).value_or("");
  // Only what has the form of a secret can be one, and may stand in a cookie.
  result<model::identity> is = fault::link_unknown;
  if (is_token(text)) is = co_await s.identity_of_link(text);
  if (is.has_error() && is.error() != fault::link_unknown) {
    co_return refuse(refusal::storage_unavailable);
  }
  if (!is) {
    const auto why = secret ? refusal::link_unknown : refusal::recovery_unknown;
    co_return refuse(d.wrong_tries.take(steady_ms()) ? why : refusal::rate_limited);
  }
  const std::string role{model::wire_name(is->as)};
  auto a = json_answer(200, R"({"role":")" + role + "\"}");
  set_cookie(a, r, cookie_name(role, s.code()), text);
  co_return a;
}

// ?language=en&edition=public&authors=yes; what is absent is as the desk wants it.
boost::asio::awaitable<answer> session_report(doors& d, session::session& s, const request& r,
                                              std::string format) {
  const auto* as = report::find_format(format);
  if (as == nullptr) co_return refuse(refusal::request_malformed, 404);
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());

  auto now = co_await s.moment_now();
  if (!now) co_return refuse(refusal::storage_unavailable);
  report::report_facts facts;
  facts.code = s.code();
  facts.head = now->head;
  facts.edition = report::edition_of(*as, asked(r, "edition", report::edition::working));
  facts.generated_at_ms = d.now();
  const auto& languages = now->state->set.languages;
  facts.language = asked(r, "language", languages.empty() ? model::language{} : languages.front());
  facts.version = VICHE_VERSION;
  facts.with_authors = in_query(r, "authors") == "yes";
  facts.seed = session::random_seed();
  const auto name = report::file_name(*as, facts, now->state->details);
  std::optional<report::author_names> names{std::in_place};
  if (facts.with_authors) names = co_await authors_of(s);
  if (!names) co_return refuse(refusal::storage_unavailable);
  // On another thread: a large report takes longer than anybody's op may wait.
  auto a = json_answer(
      200, co_await boost::asio::co_spawn(
               d.workers, written(std::move(*now), std::move(facts), std::move(*names), as->write),
               boost::asio::use_awaitable));
  if (a.text.empty()) co_return refuse(refusal::storage_unavailable);
  a.type = as->content_type;
  const bool is_page = as->write == report::write_html;
  if (is_page) a.headers.emplace_back("Content-Security-Policy", report::html_security_policy());
  a.headers.emplace_back("Content-Disposition", std::string(is_page ? "inline" : "attachment") +
                                                    "; filename=\"" + name + '"');
  co_return a;
}

} // namespace viche::socket
