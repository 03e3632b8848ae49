// The pieces of words by which texts are compared: endings change with the case, most pieces stay.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace viche::similar {

// Four UTF-16 units, which is four letters of any alphabet people write ideas in.
using gram = std::uint64_t;

// The distinct pieces of four letters of every word, a mark before its first letter counting as
// one; a word of less is one piece. Apostrophes are left out: half of all people do not type them.
// `words` as normalise_for_search made them. Sorted.
std::vector<gram> grams_of(std::u16string_view words);

} // namespace viche::similar
