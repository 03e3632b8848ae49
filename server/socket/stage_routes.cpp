// Who may, and where it listens: on this machine alone if the desk is there, else where we do.
#include "socket/stage_routes.hpp"

#include "model/wire_name.hpp"
#include "socket/answers.hpp"
#include "socket/body.hpp"
#include "socket/staff_routes.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace viche::socket {
namespace {

using model::refusal;

answer state_answer(const doors& d, std::string_view code) {
  const auto pages = d.stage.pages_for(code);
  boost::json::object o{{"state", model::wire_name(d.stage.state_for(code))}};
  if (pages.port != 0) {
    o["port"] = pages.port;
    o["desk"] = pages.desk;
    o["board"] = pages.board;
  }
  return json_answer(200, boost::json::serialize(o));
}

// A name of the other family would not be found on this machine.
std::string stage_address(const doors& d, const request& r) {
  const auto in_brackets = [](const std::string& address) {
    return address.find(':') == std::string::npos ? address : '[' + address + ']';
  };
  if (!r.is_from_loopback) return in_brackets(d.listen_address) + ":0";
  return r.header("host").starts_with("[::1]") ? "[::1]:0" : "127.0.0.1:0";
}

} // namespace

boost::asio::awaitable<answer> rehearsal(doors& d, session::session& s, const request& r) {
  std::string language;
  if (r.method == "POST") {
    closed_body body(r);
    language = body.text("language").value_or("");
    const bool is_known = model::from_wire_name<model::language>(language).has_value();
    if (!body.is_whole() || !is_known) co_return refuse(refusal::request_malformed);
  }
  const auto by = co_await facilitator_of(s, r);
  if (by.has_error()) co_return refuse_staff(by.error());
  if (r.method == "POST") {
    const auto no = co_await d.stage.start(s.code(), stage_address(d, r), language);
    if (no) co_return refuse(*no);
  } else if (r.method == "DELETE" && d.stage.state_for(s.code()) != stage_state::others) {
    co_await d.stage.stop();
  }
  co_return state_answer(d, s.code());
}

} // namespace viche::socket
