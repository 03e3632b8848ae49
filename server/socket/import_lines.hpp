// What `viche import` and the server say to one another on FILE.sock: a line that says how many
// bytes of a report follow, and one that answers, with progress lines (backup_lines) before it.
#pragma once

#include "fault.hpp"
#include "session/directory.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viche::socket {

struct imported {
  session::new_session links;
  std::size_t proposals = 0;
  bool left_names_out = false;
  std::vector<std::string> addresses; // of the server, where it was one
};

// {"command":"import","bytes":N}
std::string import_line(std::size_t bytes);
// nullopt: not such a line, or of more than import_bytes_max.
std::optional<std::size_t> import_bytes_in(std::string_view line);

// {"code","facilitator","operator","board","proposals":N,"left_names_out":BOOL}; the server adds
// its `addresses`.
std::string import_answer(const imported& made);
// Faults: what a refusal says (backup_lines), peer_refused for what makes no sense.
described<imported> imported_in(std::string_view line);

// Prepares the import on `workers` and stores it. Faults: prepare_import's, storage_unavailable,
// input_malformed for settings that cannot be.
boost::asio::awaitable<described<imported>> import_report(session::directory& sessions,
                                                          boost::asio::any_io_executor workers,
                                                          std::string text, model::time_ms_t now);

} // namespace viche::socket
