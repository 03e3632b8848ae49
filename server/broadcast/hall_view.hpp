// What each audience sees of the hall beside ideas and votes: a part of view.cpp, by the same
// rules.
#pragma once

#include "broadcast/encode.hpp"
#include "broadcast/view.hpp"

namespace viche::broadcast {

// As `view`, for the records of model/hall.hpp and model/card.hpp.
std::optional<std::string> hall_view_of(const model::state& s, const model::record_key& key,
                                        model::audience who);

// Projector and desk; what people carry in their pockets need not hold it.
constexpr bool is_screen(model::audience who) {
  return who == model::audience::board || who == model::audience::desk;
}

constexpr model::time_ms_t to_minute(model::time_ms_t t) {
  return t - t % 60'000;
}

template <class View>
std::string encoded(const View& v) {
  std::string out;
  write_json(out, v);
  return out;
}

} // namespace viche::broadcast
