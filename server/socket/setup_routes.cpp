// The host key is asked first; what the settings are worth, decode and the op's check say.
#include "socket/setup_routes.hpp"

#include "broadcast/encode.hpp"
#include "decode/message.hpp"
#include "socket/addresses.hpp"
#include "socket/answers.hpp"
#include "socket/secrets.hpp"

namespace viche::socket {
namespace {

using model::refusal;

std::string links_json(const session::new_session& made) {
  std::string body = R"({"code":)" + broadcast::json_text(made.code);
  body += R"(,"facilitator":)" + broadcast::json_text(made.facilitator);
  body += R"(,"operator":)" + broadcast::json_text(made.operator_);
  body += R"(,"board":)" + broadcast::json_text(made.board);
  return body + '}';
}

} // namespace

boost::asio::awaitable<answer> set_up_session(doors& d, const request& r) {
  if (!r.is_from_loopback && !d.is_remote_setup_allowed) co_return refuse(refusal::not_allowed);
  if (d.host_key.empty() || !is_same_secret(bearer_of(r), d.host_key)) {
    co_return refuse(d.wrong_tries.take(steady_ms()) ? refusal::host_key_wrong
                                                     : refusal::rate_limited);
  }
  co_return co_await make_session(d, r.body);
}

boost::asio::awaitable<answer> make_session(doors& d, std::string settings_json) {
  if (d.is_stopping) co_return refuse(fault::stopping);
  auto decoded = decode::decode_settings(settings_json);
  if (const auto* why = std::get_if<model::refused>(&decoded)) co_return refuse(*why);
  const auto made = co_await d.sessions.create(std::get<model::settings>(std::move(decoded)));
  if (made.has_error()) co_return refuse(made.error());
  const auto& [refused, links] = made.value();
  if (refused) co_return refuse(*refused);
  co_return json_answer(201, links_json(links));
}

boost::asio::awaitable<answer> make_link(doors& d, link_order order) {
  if (d.is_stopping) co_return refuse(fault::stopping);
  const auto made = co_await d.sessions.add_link(order.session, order.as, order.called);
  if (made.has_error()) co_return refuse(made.error());
  if (const auto& no = made->refused) co_return refuse(*no);
  co_return json_answer(201, R"({"secret":)" + broadcast::json_text(made->secret) + '}');
}

answer address_list(const doors& d) {
  std::string body = R"({"addresses":[)";
  for (const auto& url : reachable_urls(d.listen_address, d.port)) {
    if (body.back() != '[') body += ',';
    body += broadcast::json_text(url);
  }
  return json_answer(200, body + "]}");
}

} // namespace viche::socket
