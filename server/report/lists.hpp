// What a report lists beside its figures: what was done to ideas, and ballots without voters. Pure.
#pragma once

#include "report/report.hpp"

#include <vector>

namespace viche::report {

std::vector<moderation_line> moderation_of(const model::state& s);

// Of published proposals. nullopt: of fewer than limits::ballots_min voters.
std::pair<std::optional<std::vector<ballot>>, bool>
ballots_of(const model::state& s, const std::vector<proposal>& proposals, std::uint64_t seed);

} // namespace viche::report
