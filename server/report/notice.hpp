// Report → the texts a council tells people: the notice before a session («інформаційне
// повідомлення», with what resolution № 996 asks of it) and the news after it. Plain text to be
// pasted anywhere; what is not known is left out, never marked as missing.
#pragma once

#include "report/report.hpp"

#include <string>

namespace viche::report {

std::string write_notice(const report& r);

// First places stand in it only where the report holds votes and everybody may see them, which is
// the public edition.
std::string write_news(const report& r);

} // namespace viche::report
