// Boost.JSON writes one line; a report is read by people too.
#include "report/json_text.hpp"

#include <array>
#include <cstdio>

namespace viche::report {
namespace {

using boost::json::value;

// Numbers of tenths are the only fractions; Boost.JSON would write 4.25E1.
std::string scalar(const value& v) {
  if (!v.is_double()) return boost::json::serialize(v);
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.1f", v.get_double());
  return out.data();
}

void print(const value& v, std::size_t depth, std::string& out) {
  const auto* o = v.if_object();
  const auto* a = v.if_array();
  if ((o == nullptr || o->empty()) && (a == nullptr || a->empty())) {
    out += scalar(v);
    return;
  }
  const std::string inner(2 * (depth + 1), ' ');
  out += o != nullptr ? "{\n" : "[\n";
  bool is_first = true;
  const auto next = [&] {
    if (!is_first) out += ",\n";
    is_first = false;
    out += inner;
  };
  if (o != nullptr) {
    for (const auto& member : *o) {
      next();
      out += boost::json::serialize(value(member.key())) + ": ";
      print(member.value(), depth + 1, out);
    }
  } else {
    for (const auto& item : *a) {
      next();
      print(item, depth + 1, out);
    }
  }
  out += "\n" + std::string(2 * depth, ' ') + (o != nullptr ? "}" : "]");
}

} // namespace

std::string json_text(const value& v) {
  std::string out;
  print(v, 0, out);
  out += "\n";
  return out;
}

} // namespace viche::report
