// The wire's spelling of a described enumerator: the C++ one, without the underscore that keeps a
// C++ keyword apart (`operator_` is "operator").
#pragma once

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <optional>
#include <string_view>

namespace viche::model {

template <class Enum>
std::string_view wire_name(Enum e) {
  std::string_view name = boost::describe::enum_to_string(e, "");
  if (name.ends_with('_')) name.remove_suffix(1);
  return name;
}

template <class Enum>
std::optional<Enum> from_wire_name(std::string_view name) {
  std::optional<Enum> found;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto d) {
    if (wire_name(d.value) == name) found = d.value;
  });
  return found;
}

} // namespace viche::model
