// A file that is there whole or not at all, for what a sub-command puts out.
#pragma once

#include "fault.hpp"

#include <filesystem>
#include <string_view>

namespace viche::commands {

// Writes a neighbour of the file, syncs it and gives it the file's name, so that a reader never
// meets half of it and a full disk spares the old one. file_unwritable, with the reason in words.
described<void> write_file(const std::filesystem::path& file, std::string_view bytes);

} // namespace viche::commands
