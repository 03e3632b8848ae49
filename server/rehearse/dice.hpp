// Chance that is the same on every machine: the standard's generators are, its distributions and
// shuffles are not.
#pragma once

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace viche::rehearse {

class dice {
public:
  explicit dice(std::uint64_t seed) : generator_(seed) {}

  // 0 … bound − 1; bound > 0. The bias of the remainder does not matter at these bounds.
  std::uint64_t below(std::uint64_t bound) { return generator_() % bound; }

  template <class T>
  void shuffle(std::vector<T>& v) {
    for (std::size_t i = v.size(); i > 1; --i)
      std::swap(v[i - 1], v[below(i)]);
  }

private:
  std::mt19937_64 generator_;
};

} // namespace viche::rehearse
