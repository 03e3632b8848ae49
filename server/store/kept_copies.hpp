// A folder of copies of one data file, of which only the newest stay, and none that still holds
// what a newer one has erased.
#pragma once

#include "fault.hpp"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace viche::store {

// `newest` was just made. Of the other files in its folder whose name is `beginning`, then
// YYYYMMDD-HHMM.viche, those go of which `newest` has more erased (texts, private parts, names,
// vote keys; each is asked by its own schema): overwritten, then removed. Of the rest the oldest by
// name go until `kept` are left, `newest` among them. What was served where it lies stays. Faults,
// each with a sentence: file_in_use if such a one holds what was erased, storage_corrupt if one
// that stays cannot be asked, file_unwritable.
described<void> thin_out(const std::filesystem::path& newest, std::string_view beginning,
                         std::size_t kept);

} // namespace viche::store
