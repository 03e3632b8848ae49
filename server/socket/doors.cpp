// Rates of people who come and go.
#include "socket/doors.hpp"

#include <chrono>

namespace viche::socket {

std::shared_ptr<token_bucket> op_rates::of(const model::id128& who, bool is_staff,
                                           const bounds& b) {
  constexpr std::size_t swept_from = 2 * limits::connections_max;
  if (buckets_.size() >= swept_from) {
    const auto now = steady_ms();
    std::erase_if(buckets_, [now](const auto& one) {
      return one.second.use_count() == 1 && one.second->is_full(now);
    });
  }
  auto& bucket = buckets_[who];
  if (!bucket) {
    bucket = is_staff ? std::make_shared<token_bucket>(b.staff_ops_per_second, b.staff_ops_burst)
                      : std::make_shared<token_bucket>(b.ops_per_second, b.ops_burst);
  }
  return bucket;
}

std::int64_t steady_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace viche::socket
