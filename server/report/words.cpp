// Finding a word by its name.
#include "report/words.hpp"

#include <algorithm>
#include <cassert>

namespace viche::report {

const indicator_words& indicator_words_of(const words& w, std::string_view name) {
  const auto at = std::ranges::find(w.indicators, name, &indicator_words::name);
  assert(at != w.indicators.end());
  return *at;
}

} // namespace viche::report
