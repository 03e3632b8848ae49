// The fields of a line of FILE.sock, which is an object of JSON; what is no such line has none.
#pragma once

#include "limits.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace viche::socket {

inline boost::json::object object_in(std::string_view line) {
  boost::json::parse_options options;
  options.max_depth = limits::json_depth_max;
  boost::json::error_code failed;
  auto value = boost::json::parse(line, failed, {}, options);
  return !failed && value.is_object() ? std::move(value.get_object()) : boost::json::object{};
}

// Empty if there is no text of this name.
inline std::string text_in(const boost::json::object& o, std::string_view name) {
  const auto* value = o.if_contains(name);
  return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

} // namespace viche::socket
