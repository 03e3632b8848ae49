// Writing and reading the lines, and the import itself.
#include "socket/import_lines.hpp"

#include "limits.hpp"
#include "socket/backup_lines.hpp"
#include "socket/line_fields.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <utility>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;

std::optional<std::size_t> count_in(const json::object& o, std::string_view name) {
  const auto* value = o.if_contains(name);
  json::error_code wrong;
  if (value == nullptr || value->is_double()) return std::nullopt;
  const auto n = value->to_number<std::size_t>(wrong);
  if (wrong) return std::nullopt;
  return n;
}

asio::awaitable<described<session::prepared_import>> prepared(std::string text,
                                                              model::time_ms_t now) {
  co_return session::prepare_import(text, now);
}

} // namespace

std::string import_line(std::size_t bytes) {
  return json::serialize(json::object{{"command", "import"}, {"bytes", bytes}});
}

std::optional<std::size_t> import_bytes_in(std::string_view line) {
  const auto o = object_in(line);
  if (text_in(o, "command") != "import") return std::nullopt;
  const auto bytes = count_in(o, "bytes");
  if (!bytes || *bytes > limits::import_bytes_max) return std::nullopt;
  return bytes;
}

std::string import_answer(const imported& made) {
  return json::serialize(json::object{{"code", made.links.code},
                                      {"facilitator", made.links.facilitator},
                                      {"operator", made.links.operator_},
                                      {"board", made.links.board},
                                      {"proposals", made.proposals},
                                      {"left_names_out", made.left_names_out}});
}

described<imported> imported_in(std::string_view line) {
  const auto o = object_in(line);
  const auto proposals = count_in(o, "proposals");
  if (!proposals) {
    return refusal_in(line).value_or(described_fault{fault::peer_refused, std::string(line)});
  }
  const auto* names = o.if_contains("left_names_out");
  imported out{
      {text_in(o, "code"), text_in(o, "facilitator"), text_in(o, "operator"), text_in(o, "board")},
      *proposals,
      names != nullptr && names->is_bool() && names->get_bool(),
      {}};
  if (const auto* urls = o.if_contains("addresses"); urls != nullptr && urls->is_array()) {
    for (const auto& url : urls->get_array()) {
      if (url.is_string()) out.addresses.emplace_back(url.get_string());
    }
  }
  return out;
}

asio::awaitable<described<imported>> import_report(session::directory& sessions,
                                                   asio::any_io_executor workers, std::string text,
                                                   model::time_ms_t now) {
  auto preparing = prepared(std::move(text), now);
  auto what = co_await asio::co_spawn(workers, std::move(preparing), asio::use_awaitable);
  if (what.has_error()) co_return what.error();
  imported out{{}, what->proposals, what->has_names, {}};
  auto made = co_await sessions.import(std::move(*what));
  if (made.has_error()) {
    co_return described_fault{fault::storage_unavailable, "The session could not be stored (" +
                                                              made.error().message() +
                                                              "): is the disk full?"};
  }
  if (const auto& no = made->refused; no) { // the report was rebuilt with the same settings
    co_return described_fault{fault::report_malformed,
                              "The settings in the report cannot be a session's: " +
                                  std::string(model::name_of(no->why)) + '.'};
  }
  out.links = std::move(made->links);
  co_return out;
}

} // namespace viche::socket
