// A running server: log, sessions and network built in order of need, and ended in reverse.
#pragma once

#include "commands/commands.hpp"
#include "commands/kept_backups.hpp"
#include "commands/settings_options.hpp"

#include <string>

namespace viche::commands {

struct serve_options {
  std::string data;
  std::string listen = "0.0.0.0:8080";
  std::string links_file;
  std::string log_level = "info";
  settings_options settings;
  backup_plan backups;
  std::string templates; // of the council, for its documents
  bool is_first_session_wanted = false;
  bool is_remote_setup_allowed = false;
};

// Returns when SIGTERM or SIGINT ended the server, or when it could not start.
exit_code serve(const serve_options& options);

} // namespace viche::commands
