// What a facilitator does to an idea with somebody's name, address and number in it: cuts those
// out and leaves the sentence. Pure.
#pragma once

#include <string>
#include <string_view>

namespace viche::rehearse {

inline constexpr std::string_view cut_mark = "▮▮▮";

// Replaces each run of names (words with a capital inside a sentence, initials), street addresses
// and phone numbers by one mark. Good enough for texts that are known to hold personal data; it
// would also cut the name of a village, so it is no detector.
std::string cut_out_personal_data(std::string_view text);

} // namespace viche::rehearse
