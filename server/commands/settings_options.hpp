// The options that set up a session, of `session new` and `serve --first-session` alike.
#pragma once

#include "fault.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace viche::commands {

struct settings_options {
  std::string title = "Віче";
  std::string community = "Громада";
  std::string question;
  std::string areas_file; // empty: the default twelve
  std::uint32_t votes_per_person = 10;
  std::uint32_t tables = 0;
  std::vector<std::string> settlements;
  std::vector<std::string> languages{"uk", "en"};
};

void add_settings_options(CLI::App& command, settings_options& options);

// The body of POST /api/sessions. input_malformed: the areas file cannot be read.
described<std::string> settings_json(const settings_options& options);

// A refusal of the settings, in words for the terminal.
described_fault refused_settings(std::string_view refusal, std::string_view field,
                                 std::uint64_t limit);

} // namespace viche::commands
