// Secrets are made here, shown in the answer, and kept as keyed hashes in the log.
#include "socket/staff_routes.hpp"

#include "broadcast/encode.hpp"
#include "decode/text.hpp"
#include "model/wire_name.hpp"
#include "session/passes.hpp"
#include "socket/answers.hpp"
#include "socket/body.hpp"
#include "socket/recovery.hpp"
#include "socket/secrets.hpp"

#include <utility>
#include <vector>

namespace viche::socket {
namespace {

using model::refusal;

// A name for a link, as every short text is normalised.
std::variant<model::optional_text, model::refusal>
called_of(const std::optional<std::string>& text) {
  auto normal = decode::normalise_text(text.value_or(""), limits::title_graphemes_max, 0);
  if (const auto* no = std::get_if<model::refusal>(&normal)) return *no;
  return model::optional_text{std::move(std::get<std::string>(normal))};
}

struct printed_card {
  std::string code;
  std::string digits;
};

std::string cards_json(std::uint32_t first, const std::vector<printed_card>& cards) {
  std::string body = R"({"first":)" + std::to_string(first) + R"(,"cards":[)";
  for (const auto& c : cards) {
    if (body.back() != '[') body += ',';
    body += R"({"code":)" + broadcast::json_text(c.code);
    body += R"(,"digits":)" + broadcast::json_text(c.digits) + '}';
  }
  return body + "]}";
}

} // namespace

boost::asio::awaitable<result<model::identity>> facilitator_of(session::session& s,
                                                               const request& r) {
  const auto bearer = bearer_of(r);
  const std::string secret{bearer.empty() ? cookie_of(r, cookie_name("facilitator", s.code()))
                                          : bearer};
  if (!is_token(secret)) co_return fault::link_unknown;
  auto is = co_await s.identity_of_link(secret);
  if (is.has_value() && is->as != model::role::facilitator) co_return fault::link_unknown;
  co_return is;
}

answer refuse_staff(const boost::system::error_code& why) {
  return refuse(why == fault::link_unknown ? refusal::link_unknown : refusal::storage_unavailable);
}

boost::asio::awaitable<answer> add_link(session::session& s, const request& r) {
  closed_body body(r);
  const auto role_name = body.text("role");
  const auto called = called_of(body.text("called"));
  const bool is_recovery = body.flag("recovery");
  const auto role = is_recovery ? std::optional(model::role::facilitator)
                                : model::from_wire_name<model::role>(role_name.value_or(""));
  if (!body.is_whole() || !role || is_recovery == role_name.has_value()) {
    co_return refuse(refusal::request_malformed);
  }
  if (const auto* no = std::get_if<model::refusal>(&called)) co_return refuse(*no);
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  const auto secret =
      is_recovery ? session::random_recovery() : session::random_secret(token_bytes);
  const auto hash = s.hash_of_link(secret);
  ops::add_link op{*role, hash, std::get<model::optional_text>(called)};
  const auto no = co_await s.act(*by, std::move(op));
  if (no) co_return refuse(*no);
  const std::string name = is_recovery ? "recovery" : "secret";
  const auto shown = is_recovery ? recovery_of(secret) : secret;
  co_return json_answer(200, R"({"id":")" + model::to_hex(hash) + R"(",")" + name + R"(":")" +
                                 shown + "\"}");
}

boost::asio::awaitable<answer> make_cards(session::session& s, const request& r) {
  closed_body body(r);
  const auto count = body.number("count");
  const auto replaced = body.number("replace");
  if (!body.is_whole() || count.has_value() == replaced.has_value() ||
      count.value_or(1) > limits::cards_together_max) {
    co_return refuse(refusal::request_malformed);
  }
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  const auto issued = co_await s.cards_issued();
  if (!issued) co_return refuse(refusal::storage_unavailable);
  std::vector<printed_card> cards;
  std::vector<model::card_codes> codes;
  for (std::uint32_t i = 0; i < count.value_or(1); ++i) {
    cards.push_back({session::random_secret(token_bytes), session::random_digits()});
    const auto hashes = s.hash_of_card(cards.back().code, cards.back().digits);
    if (!hashes) co_return refuse(refusal::session_closed);
    codes.push_back(*hashes);
  }
  auto first = *issued + 1;
  const auto replacing = replaced ? codes.front().code : model::id128{};
  ops::any_op op = replaced ? ops::any_op(ops::replace_card{*replaced, codes.front()})
                            : ops::any_op(ops::issue_cards{first, std::move(codes)});
  const auto no = co_await s.act(*by, std::move(op));
  if (no) co_return refuse(*no);
  // Another facilitator may have had cards made meanwhile: what is printed must be the very number.
  // Where it cannot be told none is printed; the replaced card then says by which one it was.
  if (replaced) {
    const auto told = co_await s.number_of_card(replacing);
    first = told.value_or(0);
    if (first == 0) co_return refuse(refusal::storage_unavailable);
  }
  co_return json_answer(200, cards_json(first, cards));
}

} // namespace viche::socket
