// A rate with a burst: `take` answers whether one more is within it. Pure; time is given.
#pragma once

#include <algorithm>
#include <cstdint>

namespace viche::socket {

class token_bucket {
public:
  token_bucket(double per_second, double burst)
      : per_ms_(per_second / 1000.0), burst_(burst), tokens_(burst) {}

  // `now_ms` of a clock that never goes back.
  bool take(std::int64_t now_ms) {
    refill(now_ms);
    if (tokens_ < 1.0) return false;
    tokens_ -= 1.0;
    return true;
  }

  // What was taken and turned out not to count.
  void give_back() { tokens_ = std::min(burst_, tokens_ + 1.0); }

  bool is_empty(std::int64_t now_ms) {
    refill(now_ms);
    return tokens_ < 1.0;
  }

  bool is_full(std::int64_t now_ms) {
    refill(now_ms);
    return tokens_ >= burst_;
  }

private:
  void refill(std::int64_t now_ms) {
    if (seen_ms_ != 0) {
      tokens_ = std::min(burst_, tokens_ + static_cast<double>(now_ms - seen_ms_) * per_ms_);
    }
    seen_ms_ = now_ms;
  }

  double per_ms_;
  double burst_;
  double tokens_;
  std::int64_t seen_ms_ = 0;
};

} // namespace viche::socket
