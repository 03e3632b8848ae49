// A name is written only with consent, and nothing here tells it to a log.
#include "socket/name_routes.hpp"

#include "broadcast/encode.hpp"
#include "decode/text.hpp"
#include "socket/answers.hpp"
#include "socket/body.hpp"
#include "socket/person_routes.hpp"
#include "socket/staff_routes.hpp"

#include <map>

namespace viche::socket {
namespace {

using model::refusal;

// One line, as every short text is normalised.
std::optional<std::string> name_in(const std::string& typed) {
  auto normal = decode::normalise_text(typed, limits::person_name_graphemes_max,
                                       limits::person_name_letters_min);
  auto* name = std::get_if<std::string>(&normal);
  if (name == nullptr || name->find('\n') != std::string::npos) return std::nullopt;
  return std::move(*name);
}

answer done_or(const model::verdict& no) {
  return no ? refuse(*no) : json_answer(200, "{}");
}

answer erased_or(const session::session& s, const model::verdict& no) {
  if (no || !s.erasure_is_pending()) return done_or(no);
  return json_answer(200, R"({"pending":true})");
}

// Each of these is a job of the one writer, as an op is.
bool may_act(doors& d, const model::identity& is) {
  return d.rates.of(is.writer, false, d.bounds)->ops.take(steady_ms());
}

boost::asio::awaitable<answer> told_name(session::session& s, model::identity is) {
  const auto own = co_await s.name_of(is);
  if (!own) co_return refuse(refusal::storage_unavailable);
  std::string body = R"({"asked":)" + std::string(own->is_asked ? "true" : "false");
  body += R"(,"name":)" + (own->name.empty() ? "null" : broadcast::json_text(own->name));
  co_return json_answer(200, body + '}');
}

// The numbers of everybody's ideas that came in under their own hand.
std::map<model::id128, std::string> numbers_of(const model::state& s) {
  std::map<model::id128, std::string> out;
  for (const auto& [id, i] : s.ideas) {
    if (i.author.as != model::role::resident) continue;
    auto& numbers = out[i.author.id];
    numbers += (numbers.empty() ? "" : ",") + std::to_string(i.number);
  }
  return out;
}

} // namespace

boost::asio::awaitable<answer> own_name(doors& d, session::session& s, const request& r) {
  const auto pass = pass_of(s, r);
  if (r.method != "POST") {
    const auto slot = number_in_query(r, "slot", 0);
    if (!slot || *slot >= limits::slots_max) co_return refuse(refusal::request_malformed);
    if (pass.empty()) co_return refuse(refusal::pass_missing);
    const auto is = s.identity_of_pass(pass, *slot);
    // Passes that anybody can invent reach no data file.
    const auto has_joined = co_await s.has_joined(pass);
    if (!has_joined) co_return refuse(refusal::storage_unavailable);
    if (!*has_joined) co_return refuse(refusal::not_joined);
    if (!may_act(d, is)) co_return refuse(refusal::rate_limited);
    if (r.method != "DELETE") co_return co_await told_name(s, is);
    co_return erased_or(s, co_await s.unsign(is));
  }
  closed_body body(r);
  const auto typed = body.text("name");
  const bool has_consent = body.flag("consent");
  const auto slot = body.number("slot").value_or(0);
  if (!body.is_whole() || !typed || slot >= limits::slots_max) {
    co_return refuse(refusal::request_malformed);
  }
  if (pass.empty()) co_return refuse(refusal::pass_missing);
  if (!has_consent) co_return refuse(model::refused{refusal::consent_missing, "consent"});
  auto name = name_in(*typed);
  if (!name) {
    co_return refuse(
        model::refused{refusal::name_malformed, "name", limits::person_name_graphemes_max});
  }
  const auto is = s.identity_of_pass(pass, slot);
  if (!may_act(d, is)) co_return refuse(refusal::rate_limited);
  co_return done_or(co_await s.sign(is, std::move(*name)));
}

boost::asio::awaitable<answer> names_of_session(session::session& s, const request& r) {
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  if (r.method == "DELETE") {
    const auto row = number_in_query(r, "id", std::nullopt);
    if (!row) co_return refuse(refusal::request_malformed);
    co_return erased_or(s, co_await s.erase_name(*row));
  }
  const auto now = co_await s.moment_now();
  const auto all = co_await s.names();
  if (!now || !all) co_return refuse(refusal::storage_unavailable);
  auto numbers = numbers_of(*now->state);
  std::string body = R"({"names":[)";
  for (const auto& one : *all) {
    if (body.back() != '[') body += ',';
    body += R"({"id":)" + std::to_string(one.row);
    body += R"(,"name":)" + broadcast::json_text(one.name);
    body += R"(,"ideas":[)" + numbers[one.person] + "]}";
  }
  co_return json_answer(200, body + "]}");
}

boost::asio::awaitable<std::optional<report::author_names>> authors_of(session::session& s) {
  const auto all = co_await s.names();
  if (!all) co_return std::nullopt;
  report::author_names out;
  for (const auto& one : *all)
    out.emplace(one.person, one.name);
  co_return out;
}

} // namespace viche::socket
