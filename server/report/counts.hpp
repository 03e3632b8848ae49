// The figures of a report that are counted from the state: people, warm-up answers, cards, votes.
// Pure.
#pragma once

#include "report/report.hpp"

#include <vector>

namespace viche::report {

participants count_people(const model::state& s);

std::optional<warmup_result> count_warmup(const model::state& s);

card_counts count_cards(const model::state& s, bool with_votes);

support support_for(const model::state& s, const model::idea& root);

// Of published proposals whose support is filled in.
voting count_votes(const model::state& s, const std::vector<proposal>& proposals);

template <class Counts>
std::vector<channel_count> to_list(const Counts& channels) {
  std::vector<channel_count> out;
  for (const auto& [channel, n] : channels)
    out.push_back({channel, n});
  return out;
}

// Whether numbers of votes online and on paper may be told apart, where votes are shown.
bool are_ways_told(const report& r);

} // namespace viche::report
