// Passes in and out. A pass is in a cookie, or with whoever asked for it in the answer; the server
// forgets it, but for tickets, which stay in memory until they are used.
#include "socket/person_routes.hpp"

#include "broadcast/encode.hpp"
#include "session/passes.hpp"
#include "socket/answers.hpp"
#include "socket/body.hpp"
#include "socket/recovery.hpp"
#include "socket/secrets.hpp"

#include <optional>

namespace viche::socket {
namespace {

using model::refusal;

// Lets the bearer of this pass in: by cookie, or by the answer to a page that keeps it in memory.
boost::asio::awaitable<answer> let_in(session::session& s, const request& r, std::string pass,
                                      bool in_memory) {
  const auto now = co_await s.announce();
  if (!now) co_return refuse(refusal::storage_unavailable);
  std::string body = R"({"code":)" + broadcast::json_text(s.code());
  body += R"(,"title":)" + broadcast::json_text(now->title);
  body += R"(,"community":)" + broadcast::json_text(now->community);
  body += R"(,"phase":)";
  broadcast::write_json(body, now->phase);
  if (in_memory) co_return json_answer(200, body + R"(,"pass":")" + pass + "\"}");
  auto a = json_answer(200, body + '}');
  set_cookie(a, r, cookie_name("pass", s.code()), pass);
  co_return a;
}

// A guess of a card's digits is paid for before its answer is known: of those sent at once, each
// would find tries left. Whoever turns out not to have guessed wrong gets it back.
class guess {
public:
  guess(person_rates& own, token_bucket& of_all) : own_(own.wrong_digits), of_all_(of_all) {}

  // False: the tries of this person, or of the session, ran out.
  bool is_paid() {
    if (!own_.take(steady_ms())) return false;
    if (of_all_.take(steady_ms())) return true;
    own_.give_back();
    return false;
  }
  void give_back() {
    own_.give_back();
    of_all_.give_back();
  }

private:
  token_bucket& own_;
  token_bucket& of_all_;
};

} // namespace

std::string pass_of(const session::session& s, const request& r) {
  const auto bearer = bearer_of(r);
  const std::string pass{bearer.empty() ? cookie_of(r, cookie_name("pass", s.code())) : bearer};
  return is_pass(pass) ? pass : std::string();
}

boost::asio::awaitable<answer> enter_session(session::session& s, const request& r) {
  closed_body body(r);
  const bool in_memory = body.flag("in_memory");
  if (!body.is_whole()) co_return refuse(refusal::request_malformed);
  // The device keeps the pass it has: its ideas and votes hang on it. Setting it again only
  // makes the month start anew.
  std::string pass{cookie_of(r, cookie_name("pass", s.code()))};
  if (in_memory || !is_pass(pass)) pass = session::random_pass();
  auto a = co_await let_in(s, r, std::move(pass), in_memory);
  co_return a;
}

answer recovery_code(const session::session& s, const request& r) {
  const auto pass = pass_of(s, r);
  if (pass.empty()) return refuse(refusal::pass_missing);
  return json_answer(200, R"({"recovery":")" + recovery_of(pass) + "\"}");
}

boost::asio::awaitable<answer> issue_ticket(doors& d, session::session& s, const request& r) {
  closed_body body(r);
  if (!body.is_whole()) co_return refuse(refusal::request_malformed);
  const auto pass = pass_of(s, r);
  if (pass.empty()) co_return refuse(refusal::pass_missing);
  // Passes that anybody can invent take no place among the tickets.
  const auto has_joined = co_await s.has_joined(pass);
  if (!has_joined) co_return refuse(refusal::storage_unavailable);
  if (!*has_joined) co_return refuse(refusal::not_joined);
  const auto ticket = d.tickets.issue(s.code(), pass, steady_ms());
  co_return json_answer(200, R"({"ticket":")" + ticket + "\"}");
}

boost::asio::awaitable<answer> recover_person(doors& d, session::session& s, const request& r) {
  closed_body body(r);
  const auto recovery = body.text("recovery");
  const auto ticket = body.text("ticket");
  const bool in_memory = body.flag("in_memory");
  if (!body.is_whole() || recovery.has_value() == ticket.has_value()) {
    co_return refuse(refusal::request_malformed);
  }
  // Whoever got a ticket has joined.
  auto pass = ticket ? d.tickets.take(s.code(), *ticket, steady_ms()) : pass_of_recovery(*recovery);
  if (recovery && pass) {
    const auto has_joined = co_await s.has_joined(*pass);
    if (!has_joined) co_return refuse(refusal::storage_unavailable);
    if (!*has_joined) pass.reset();
  }
  if (!pass) {
    co_return refuse(d.wrong_tries.take(steady_ms()) ? refusal::recovery_unknown
                                                     : refusal::rate_limited);
  }
  auto a = co_await let_in(s, r, std::move(*pass), in_memory);
  co_return a;
}

boost::asio::awaitable<answer> use_card(doors& d, session::session& s, const request& r) {
  closed_body body(r);
  const auto code = body.text("code");
  const auto digits = body.text("digits");
  const auto slot = body.number("slot").value_or(0);
  if (!body.is_whole() || code.has_value() == digits.has_value() || slot >= limits::slots_max) {
    co_return refuse(refusal::request_malformed);
  }
  const auto pass = pass_of(s, r);
  if (pass.empty()) co_return refuse(refusal::pass_missing);
  // Passes that anybody can invent learn nothing of cards: each would bring new tries.
  const auto has_joined = co_await s.has_joined(pass);
  if (!has_joined) co_return refuse(refusal::storage_unavailable);
  if (!*has_joined) co_return refuse(refusal::not_joined);
  const auto is = s.identity_of_pass(pass, slot);
  const auto tries = d.rates.of(is.writer, false, d.bounds);
  if (!tries->ops.take(steady_ms())) co_return refuse(refusal::rate_limited);
  const auto hashes = s.hash_of_card(code.value_or(""), digits.value_or(""));
  if (!hashes) co_return refuse(refusal::session_closed);
  guess by_digits(*tries, d.wrong_cards_of(s.code()));
  if (digits && !by_digits.is_paid()) co_return refuse(refusal::rate_limited);
  const auto no = co_await s.act(is, ops::use_card{code ? hashes->code : hashes->digits});
  const bool is_wrong = no && no->why == refusal::card_unknown;
  if (digits && !is_wrong) by_digits.give_back();
  if (is_wrong) {
    // A wrong QR is no guess that could ever be right: it costs its sender a try and nobody else.
    if (code) tries->wrong_digits.take(steady_ms());
    s.note_wrong_card();
  }
  if (no) co_return refuse(*no);
  const auto card = co_await s.card_of(is);
  co_return json_answer(200, R"({"card":)" + std::to_string(card) + '}');
}

} // namespace viche::socket
