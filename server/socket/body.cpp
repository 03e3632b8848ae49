// Bodies are small closed objects: an unknown field is refused.
#include "socket/body.hpp"

#include "limits.hpp"

#include <boost/json/parse.hpp>

namespace viche::socket {

namespace json = boost::json;

std::optional<json::object> object_of(const request& r) {
  json::parse_options options;
  options.max_depth = limits::json_depth_max;
  json::error_code failed;
  auto body = json::parse(r.body, failed, {}, options);
  if (failed || !body.is_object()) return std::nullopt;
  return std::move(body.get_object());
}

const json::value* closed_body::find(std::string_view name) {
  const auto* v = in_ ? in_->if_contains(name) : nullptr;
  if (v != nullptr) ++known_;
  return v;
}

std::optional<std::string> closed_body::text(std::string_view name) {
  const auto* v = find(name);
  if (v == nullptr) return std::nullopt;
  if (const auto* s = v->if_string()) return std::string(*s);
  is_wrong_ = true;
  return std::nullopt;
}

std::optional<std::uint32_t> closed_body::number(std::string_view name) {
  const auto* v = find(name);
  if (v == nullptr) return std::nullopt;
  json::error_code wrong;
  const auto n = v->to_number<std::uint32_t>(wrong);
  if (!wrong && !v->is_double()) return n;
  is_wrong_ = true;
  return std::nullopt;
}

bool closed_body::flag(std::string_view name) {
  const auto* v = find(name);
  if (v == nullptr) return false;
  if (v->is_bool()) return v->get_bool();
  is_wrong_ = true;
  return false;
}

} // namespace viche::socket
