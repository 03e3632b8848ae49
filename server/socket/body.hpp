// The body of a request as a JSON object; the fields of small closed ones.
#pragma once

#include "socket/http.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace viche::socket {

// nullopt: not a JSON object.
std::optional<boost::json::object> object_of(const request& r);

// Reads fields of an object that may hold these and no others.
class closed_body {
public:
  explicit closed_body(const request& r) : in_(object_of(r)) {}

  std::optional<std::string> text(std::string_view name);
  bool flag(std::string_view name); // false: absent
  std::optional<std::uint32_t> number(std::string_view name);

  // An object, every field of it read and of its type.
  bool is_whole() const { return in_ && !is_wrong_ && known_ == in_->size(); }

private:
  const boost::json::value* find(std::string_view name);

  std::optional<boost::json::object> in_;
  std::size_t known_ = 0;
  bool is_wrong_ = false;
};

} // namespace viche::socket
