// What is kept, and what makes room.
#include "socket/public_writings.hpp"

#include <algorithm>

namespace viche::socket {

public_writing_ptr public_writings::find(const std::string& name, model::seq_t seq,
                                         std::int64_t now_ms) {
  const auto at = std::ranges::find(kept_, name, &named::first);
  if (at == kept_.end() || !is_fresh(*at->second, seq, now_ms)) return nullptr;
  kept_.splice(kept_.begin(), kept_, at);
  return kept_.front().second;
}

void public_writings::keep(const std::string& name, public_writing_ptr w) {
  const auto old = std::ranges::find(kept_, name, &named::first);
  if (old != kept_.end()) drop(old);
  if (w->bytes.size() > bytes_max_) return;
  bytes_ += w->bytes.size();
  kept_.emplace_front(name, std::move(w));
  while (kept_.size() > count_max_ || bytes_ > bytes_max_)
    drop(std::prev(kept_.end()));
}

void public_writings::forget(const std::string& code, model::seq_t seq) {
  for (auto at = kept_.begin(); at != kept_.end();) {
    const auto one = at++;
    if (one->first.starts_with(code + ' ') && one->second->seq < seq) drop(one);
  }
}

void public_writings::drop(std::list<named>::iterator at) {
  bytes_ -= at->second->bytes.size();
  kept_.erase(at);
}

} // namespace viche::socket
