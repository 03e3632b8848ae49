// The tables of the open-data package beside proposals.csv, and what a package is called. Pure.
#pragma once

#include "report/report.hpp"

#include <string>

namespace viche::report {

// What became of the votes by voter.
enum class votings : std::uint8_t { published, suppressed, not_shown, unknown, partly };
BOOST_DESCRIBE_ENUM(votings, published, suppressed, not_shown, unknown, partly)

votings votings_in(const report& r);

// Voters have an id of this export only, which follows from the seed, as the order of rows does.
// Only where votings_in says `published`.
std::string write_votings(const report& r);

std::string write_tags(const report& r);
std::string write_passport(const report& r);

// The council's full name, or else the community's.
std::string authority_of(const report& r);

// Its code of KATOTTG; empty if what the council entered has not the form of one.
std::string territory_of(const model::report_details& d);

// «viche-UA53060310000047988-2025-11-22-482913», with the day of the export; the session's code
// alone where the council has not said its own.
std::string package_name(const report_facts& facts, const model::report_details& details);

} // namespace viche::report
