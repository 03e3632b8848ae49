// A report as JSON (docs/report.md) → what a session is rebuilt from. Reads, and asks whether the
// sums agree with their parts; that the whole says again what the report said, session/import asks.
// Pure.
#pragma once

#include "fault.hpp"
#include "ops/list.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace viche::decode {

// A published proposal and what was merged into it. The ops still lack `into`: ids come with the
// log.
struct reported_proposal {
  ops::import_proposal main;
  std::vector<ops::import_proposal> merged;
};

// A session, and a report of it.
struct report_origin {
  model::optional_text code;
  model::optional_text head; // of that session's chain
  model::optional_text version; // of the Viche that wrote the report
  std::uint64_t reported_at = 0;
};

struct report_file {
  report_origin own; // `session.from` is the first: of a report of an import, what was imported
  model::settings set;
  ops::import_session session;
  std::vector<reported_proposal> proposals;
  model::language language{};
  bool has_authors = false; // names are in the file, and are not taken over
  boost::json::value whole;
};

// Faults, each with a sentence: report_unknown (no report of Viche), report_of_other_format,
// report_not_public (the working edition), report_malformed, report_contradictory,
// report_too_large.
described<report_file> decode_report(std::string_view text);

} // namespace viche::decode
