// The data file on the command line of the sub-commands that write one: --data, or FILE.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace viche::commands {

// Required, also from VICHE_DATA. A path through a symbolic link is followed at once: lock, socket
// and host key lie beside the file itself, or two names would make two writers of it.
CLI::Option* add_data_option(CLI::App& command, std::string& data, std::string description);

// The same as the first word behind the sub-command.
CLI::Option* add_data_file(CLI::App& command, std::string& data, std::string description);

} // namespace viche::commands
