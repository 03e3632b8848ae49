// What stands at /r/{code} while there is no report to show there. Pure.
#pragma once

#include "model/words.hpp"

#include <string>
#include <string_view>

namespace viche::report {

// The results of this session are not published yet: when to come back, and the way to the session.
std::string unpublished_page(std::string_view code, const std::string& title, model::language l);

// No session has this code.
std::string unknown_page(model::language l);

} // namespace viche::report
