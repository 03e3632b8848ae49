// Posting lists, kept as ideas come and go.
#include "similar/index.hpp"

#include "limits.hpp"
#include "similar/normalise.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace viche::similar {

index::number index::number_for(gram g) {
  if (const auto known = number_of_.find(g); known != number_of_.end()) return known->second;
  if (free_numbers_.empty()) {
    free_numbers_.push_back(static_cast<number>(grams_.size()));
    grams_.emplace_back();
    holders_.emplace_back();
  }
  const auto n = free_numbers_.back();
  free_numbers_.pop_back();
  grams_[n] = g;
  number_of_.emplace(g, n);
  return n;
}

void index::put(model::seq_t idea, std::string text) {
  assert(idea != 0);
  const auto known = place_of_.find(idea);
  if (known != place_of_.end()) {
    if (ideas_[known->second].text == text) return; // most changes of an idea are of something else
    forget(known->second);
  }
  if (free_ideas_.empty()) {
    free_ideas_.push_back(static_cast<place>(ideas_.size()));
    ideas_.emplace_back();
  }
  const auto at = free_ideas_.back();
  free_ideas_.pop_back();
  auto& e = ideas_[at];
  e.idea = idea;
  for (const auto g : grams_of(normalise_for_search(text))) {
    const auto n = number_for(g);
    e.grams.push_back(n);
    holders_[n].push_back(at);
  }
  e.text = std::move(text);
  place_of_.emplace(idea, at);
}

void index::drop(model::seq_t idea) {
  if (const auto known = place_of_.find(idea); known != place_of_.end()) forget(known->second);
}

void index::forget(place at) {
  auto& e = ideas_[at];
  for (const auto n : e.grams) {
    std::erase(holders_[n], at);
    if (!holders_[n].empty()) continue;
    number_of_.erase(grams_[n]);
    grams_[n] = 0;
    free_numbers_.push_back(n);
  }
  place_of_.erase(e.idea);
  e = {};
  free_ideas_.push_back(at);
}

std::vector<double> index::weights() const {
  const auto n = static_cast<double>(size());
  std::vector<double> by_holders(size() + 1);
  for (std::size_t held = 0; held < by_holders.size(); ++held) {
    by_holders[held] = std::log(1.0 + n / (1.0 + static_cast<double>(held)));
  }
  return by_holders;
}

std::vector<match> index::alike_to(std::string_view text, std::size_t at_most) const {
  const auto weight = weights();
  std::vector<double> shared(ideas_.size());
  double asked = 0; // of all grams of the text
  for (const auto g : grams_of(normalise_for_search(text))) {
    const auto known = number_of_.find(g);
    const auto holders = known == number_of_.end() ? nullptr : &holders_[known->second];
    const auto w = weight[holders == nullptr ? 0 : holders->size()];
    asked += w;
    if (holders == nullptr) continue;
    for (const auto at : *holders)
      shared[at] += w;
  }
  std::vector<match> found;
  for (std::size_t at = 0; at < ideas_.size(); ++at) {
    if (shared[at] <= 0) continue;
    double own = 0;
    for (const auto n : ideas_[at].grams)
      own += weight[holders_[n].size()];
    const auto alike = static_cast<std::uint32_t>(std::lround(200 * shared[at] / (asked + own)));
    if (alike >= limits::similar_alike_min) found.push_back({ideas_[at].idea, alike});
  }
  const auto count = std::min(found.size(), at_most);
  std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(count),
                            [](const match& a, const match& b) {
                              return a.alike != b.alike ? a.alike > b.alike : a.idea < b.idea;
                            });
  found.resize(count);
  return found;
}

} // namespace viche::similar
