// Rates of people who come and go.
#include "socket/doors.hpp"

#include <chrono>

namespace viche::socket {

std::shared_ptr<person_rates> rates_of_people::of(const model::id128& who, bool is_staff,
                                                  const bounds& b) {
  constexpr std::size_t swept_from = 2 * limits::connections_max;
  if (people_.size() >= swept_from) {
    const auto now = steady_ms();
    std::erase_if(people_, [now](const auto& one) {
      auto& [id, rates] = one;
      return rates.use_count() == 1 && rates->ops.is_full(now) && rates->similar.is_full(now) &&
             rates->wrong_digits.is_full(now);
    });
  }
  auto& rates = people_[who];
  if (!rates) {
    const token_bucket ops = is_staff ? token_bucket(b.staff_ops_per_second, b.staff_ops_burst)
                                      : token_bucket(b.ops_per_second, b.ops_burst);
    const token_bucket similar =
        is_staff ? token_bucket(limits::staff_similar_per_second, limits::staff_similar_burst)
                 : token_bucket(1000.0 / static_cast<double>(b.similar_period_ms), 1);
    const auto shown = is_staff ? limits::similar_shown_to_staff_max : limits::similar_shown_max;
    const token_bucket digits(limits::wrong_digits_per_second, limits::wrong_digits_burst);
    rates = std::make_shared<person_rates>(person_rates{ops, similar, digits, shown});
  }
  return rates;
}

token_bucket& doors::wrong_cards_of(const std::string& code) {
  const token_bucket full(limits::wrong_cards_per_second, limits::wrong_cards_burst);
  return wrong_cards.try_emplace(code, full).first->second;
}

void doors::wait_for_threads() {
  documents.wait_for_threads();
  workers.join();
  prober.join();
}

std::int64_t steady_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace viche::socket
