// Names in the order of the Ukrainian alphabet (г ґ, е є, и і ї й), which bytes do not give;
// numbers by size, apostrophes not counted. The pages sort so too: web/src/text/collate.ts.
#pragma once

#include <algorithm>
#include <functional>
#include <string_view>

namespace viche::report {

bool is_before_by_alphabet(std::string_view a, std::string_view b);

template <class Range, class Projection = std::identity>
void sort_by_alphabet(Range& range, Projection by = {}) {
  std::ranges::stable_sort(range, is_before_by_alphabet, by);
}

} // namespace viche::report
