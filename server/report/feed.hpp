// Report → Atom (RFC 4287): what became of the proposals, and when. For whoever wants to be told
// rather than to look again and again.
#pragma once

#include "report/report.hpp"

#include <string>

namespace viche::report {

inline constexpr std::string_view feed_content_type = "application/atom+xml; charset=utf-8";

// An entry for the publication and one for each proposal with an outcome, or that had one which
// everybody could read, newest first, at most limits::feed_entries_max. Links are of this host, so
// that the feed is the same whatever name the server was asked by; the names of entries stay when a
// decision changes or is taken back.
std::string write_feed(const report& r);

} // namespace viche::report
