// What a session answers over HTTP to its staff.
#include "socket/session_routes.hpp"

#include "model/wire_name.hpp"
#include "report/writers.hpp"
#include "session/passes.hpp"
#include "socket/answers.hpp"
#include "socket/body.hpp"
#include "socket/name_routes.hpp"
#include "socket/recovery.hpp"
#include "socket/results_routes.hpp"
#include "socket/secrets.hpp"
#include "socket/staff_routes.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <optional>
#include <utility>

namespace viche::socket {
namespace {

using model::refusal;

// ?begins=, of a notice; 0: it was not said, or in no form of ours.
model::time_ms_t begin_in_query(const request& r) {
  const auto digits = in_query(r, "begins").value_or("");
  model::time_ms_t at = 0;
  const auto* begin = digits.data();
  const auto* end = begin + digits.size();
  const auto read = std::from_chars(begin, end, at);
  constexpr model::time_ms_t last = 4'102'444'800'000; // the year 2100
  return read.ec == std::errc{} && read.ptr == end && at > 0 && at < last ? at : 0;
}

// Of the results page, where the server was asked by a name that means it elsewhere too: an address
// in the hall's own network is nobody's after the session.
std::string results_address(const request& r, const std::string& code) {
  const std::string host(r.header("host"));
  const auto is_of_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-.:").find(c) != std::string_view::npos;
  };
  const auto name = host.substr(0, host.find(':'));
  const auto top = name.substr(name.rfind('.') + 1);
  const bool is_name = name.find('.') != std::string::npos && !top.empty() &&
                       std::isalpha(static_cast<unsigned char>(top.front())) != 0;
  if (!is_name || !std::ranges::all_of(host, is_of_name)) return {};
  const bool is_tls =
      r.header("x-forwarded-proto") == "https" || r.header("origin").starts_with("https://");
  return std::string(is_tls ? "https://" : "http://") + host + "/r/" + code;
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
  if (by.has_error() && by.error() == fault::link_unknown) {
    co_return co_await public_report(d, s, r, *as);
  }
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
  facts.begins_at_ms = begin_in_query(r);
  facts.address = results_address(r, s.code());
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
  name_file(a, a.type, name);
  co_return a;
}

} // namespace viche::socket
