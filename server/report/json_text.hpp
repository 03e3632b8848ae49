// JSON for people and machines: two spaces, keys in the order they were put in. Pure.
#pragma once

#include <boost/json.hpp>

#include <string>

namespace viche::report {

// The same value is the same bytes. Ends with a line break.
std::string json_text(const boost::json::value& v);

} // namespace viche::report
