// Dice that choose among the ideas of a state, so that simulated people meet at the same ones.
#pragma once

#include "model/state.hpp"

#include <concepts>
#include <iterator>
#include <random>
#include <set>
#include <vector>

namespace viche::support {

class choice {
public:
  explicit choice(unsigned seed) : dice_(seed) {}

  template <std::unsigned_integral T>
  unsigned roll(T sides) {
    return std::uniform_int_distribution(0U, static_cast<unsigned>(sides) - 1)(dice_);
  }

  // Mostly one that is on the screens; there is one at least.
  model::seq_t idea(const model::state& s) {
    const auto published = those(s, [](const model::idea& i) { return model::is_published(i); });
    if (roll(5U) > 0 && !published.empty()) return published[roll(published.size())];
    return std::next(s.ideas.begin(), roll(s.ideas.size()))->first;
  }

  // One that is part of another, if there is one.
  model::seq_t merged(const model::state& s) {
    const auto found = those(s, [](const model::idea& i) { return i.merged_into != 0; });
    return found.empty() ? idea(s) : found[roll(found.size())];
  }

  model::seq_t hidden(const model::state& s) {
    const auto found = those(s, [](const model::idea& i) { return i.hidden.has_value(); });
    return found.empty() ? idea(s) : found[roll(found.size())];
  }

  // Distinct ones, at most so many; none of them is `but`.
  std::vector<model::seq_t> ideas(const model::state& s, unsigned at_most, model::seq_t but = 0) {
    std::set<model::seq_t> some;
    for (auto n = 1 + roll(at_most); n > 0; --n)
      some.insert(idea(s));
    some.erase(but);
    return {some.begin(), some.end()};
  }

private:
  static std::vector<model::seq_t> those(const model::state& s, auto wanted) {
    std::vector<model::seq_t> found;
    for (const auto& [id, i] : s.ideas) {
      if (wanted(i)) found.push_back(id);
    }
    return found;
  }

  std::mt19937 dice_;
};

} // namespace viche::support
