// A new session in a data file that this process holds, from options to links.
#pragma once

#include "commands/links.hpp"
#include "commands/settings_options.hpp"
#include "session/directory.hpp"

#include <boost/asio/awaitable.hpp>

namespace viche::commands {

// Faults in words: input_malformed for settings that cannot be, storage_unavailable.
boost::asio::awaitable<described<session_links>> make_session(session::directory& sessions,
                                                              std::string settings_json);

} // namespace viche::commands
