// A session's links as they are shown at the terminal, in a file for scripts, and as a QR code.
#pragma once

#include "fault.hpp"
#include "model/ids.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viche::commands {

// A session by its code and the three secrets of its links.
struct session_links {
  std::string code;
  std::string facilitator;
  std::string operator_;
  std::string board;
};

// All links under all addresses, and a word on keeping them: `kept_in` is the file that does, empty
// if none.
std::string links_text(const session_links& s, const std::vector<std::string>& urls,
                       const std::string& kept_in = {});

// One link under all addresses.
std::string link_text(const std::string& code, model::role as, const std::string& secret,
                      const std::vector<std::string>& urls);

// Where a session is set up in a browser, with the host key behind the #, which no server is sent.
// Only under addresses from which the server takes the key; empty if there is none.
std::string setup_text(const std::vector<std::string>& urls, const std::string& host_key,
                       bool is_remote_setup_allowed);

// {"code","url","phone","desk","operator","board"} under the first address.
std::string links_json(const session_links& s, const std::vector<std::string>& urls);

// What links_json wrote into this file; nullopt: there is none that can be read.
std::optional<session_links> read_links(const std::filesystem::path& file);

// The phone's link as a QR code of half blocks in black on white whatever the terminal's colours;
// empty if the link does not fit one.
std::string qr_text(const std::string& link);

std::string phone_link(const std::string& url, const std::string& code);

// Writes a file only its owner may read, replacing what was there. Fault file_unwritable.
described<void> write_secret_file(const std::filesystem::path& file, std::string_view text);

} // namespace viche::commands
