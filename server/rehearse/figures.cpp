// Distinct voters over each group, then places.
#include "rehearse/figures.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace viche::rehearse {

figures count(const counted_things& c) {
  std::map<std::uint32_t, std::uint32_t> main_of;
  for (const auto& m : *c.merges)
    main_of[m.other] = m.main;

  std::map<std::uint32_t, std::set<std::uint32_t>> supporters; // by main idea
  std::set<std::uint32_t> voters;
  for (const auto& v : *c.votes) {
    const auto merged = main_of.find(v.idea);
    supporters[merged == main_of.end() ? v.idea : merged->second].insert(v.voter);
    voters.insert(v.voter);
  }

  figures f{.submitted = c.submitted,
            .hidden = c.hidden.size(),
            .redacted = c.redacted,
            .merged = c.merges->size(),
            .published = c.submitted - c.hidden.size() - c.merges->size(),
            .votes = c.votes->size(),
            .voters = voters.size(),
            .ranking = {}};
  for (const auto& [idea, who] : supporters) {
    if (std::ranges::find(c.hidden, idea) == c.hidden.end()) {
      f.ranking.push_back({.idea = idea, .votes = who.size(), .place = 0});
    }
  }
  std::ranges::stable_sort(f.ranking, std::greater{}, &standing::votes); // the map is by number
  for (std::size_t i = 0; i < f.ranking.size(); ++i) {
    const bool is_tie = i > 0 && f.ranking[i].votes == f.ranking[i - 1].votes;
    f.ranking[i].place = is_tie ? f.ranking[i - 1].place : static_cast<std::uint32_t>(i + 1);
  }
  return f;
}

} // namespace viche::rehearse
