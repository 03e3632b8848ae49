// Writing and reading the lines.
#include "socket/backup_lines.hpp"

#include "socket/line_fields.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace viche::socket {
namespace {

namespace json = boost::json;

constexpr std::array fault_names{
    std::pair{fault::storage_unavailable, "storage_unavailable"},
    std::pair{fault::storage_corrupt, "storage_corrupt"},
    std::pair{fault::file_not_ours, "file_not_ours"},
    std::pair{fault::file_newer, "file_newer"},
    std::pair{fault::file_unwritable, "file_unwritable"},
    std::pair{fault::file_in_use, "file_in_use"},
    std::pair{fault::input_malformed, "input_malformed"},
    std::pair{fault::report_unknown, "report_unknown"},
    std::pair{fault::report_of_other_format, "report_of_other_format"},
    std::pair{fault::report_not_public, "report_not_public"},
    std::pair{fault::report_malformed, "report_malformed"},
    std::pair{fault::report_contradictory, "report_contradictory"},
    std::pair{fault::report_too_large, "report_too_large"},
};

} // namespace

std::string backup_line(const store::backup_order& order) {
  const json::object o{
      {"command", "backup"}, {"to", order.to.string()}, {"replaces", order.replaces}};
  return json::serialize(o);
}

std::optional<store::backup_order> backup_order_in(std::string_view line) {
  const auto o = object_in(line);
  const auto* replaces = o.if_contains("replaces");
  if (text_in(o, "command") != "backup" || replaces == nullptr || !replaces->is_bool()) {
    return std::nullopt;
  }
  store::backup_order order{.to = text_in(o, "to"), .replaces = replaces->get_bool()};
  if (!order.to.is_absolute()) return std::nullopt;
  return order;
}

std::string progress_line(int percent) {
  return json::serialize(json::object{{"copied", percent}});
}

std::optional<int> progress_in(std::string_view line) {
  const auto o = object_in(line);
  const auto* copied = o.if_contains("copied");
  if (copied == nullptr || !copied->is_int64()) return std::nullopt;
  return static_cast<int>(std::clamp<std::int64_t>(copied->get_int64(), 0, 100));
}

std::string backup_answer(const std::filesystem::path& to, const store::backup_facts& facts) {
  json::array sessions;
  for (const auto& c : facts.chains) {
    sessions.push_back(json::object{{"code", c.code}, {"entries", c.entries}, {"head", c.head}});
  }
  const json::object o{
      {"to", to.string()}, {"bytes", facts.bytes}, {"sessions", std::move(sessions)}};
  return json::serialize(o);
}

std::string backup_refusal(const described_fault& why) {
  const auto* name =
      std::ranges::find(fault_names, why.what, &decltype(fault_names)::value_type::first);
  const json::object o{{"fault", name == fault_names.end() ? "peer_refused" : name->second},
                       {"words", why.words}};
  return json::serialize(o);
}

std::optional<described_fault> refusal_in(std::string_view line) {
  const auto o = object_in(line);
  if (o.if_contains("sessions") != nullptr) return std::nullopt;
  const auto said = text_in(o, "fault");
  for (const auto& [what, name] : fault_names) {
    if (said == name) return described_fault{what, text_in(o, "words")};
  }
  if (!said.empty()) return described_fault{fault::peer_refused, text_in(o, "words")};
  return described_fault{fault::peer_refused, "The server's answer makes no sense: is it of "
                                              "another version? End it and start this one."};
}

} // namespace viche::socket
