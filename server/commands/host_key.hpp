// FILE.hostkey: whoever has it may make sessions over HTTP. Made once, random, for its owner only.
#pragma once

#include "fault.hpp"

#include <filesystem>
#include <string>

namespace viche::commands {

// The key in the file, or a new one written there. Fault file_unwritable.
described<std::string> host_key(const std::filesystem::path& file);

} // namespace viche::commands
