// From a fault to the number the process ends with, and its sentence on standard error.
#include "commands/commands.hpp"

#include <cstdio>

namespace viche::commands {

exit_code exit_code_of(fault f) {
  switch (f) {
  case fault::storage_unavailable:
  case fault::storage_corrupt:
  case fault::file_unwritable: return exit_code::file;
  case fault::batch_impossible: return exit_code::bug;
  case fault::file_not_ours:
  case fault::file_newer: return exit_code::foreign;
  case fault::file_in_use: return exit_code::in_use;
  case fault::address_in_use:
  case fault::address_invalid: return exit_code::address;
  case fault::peer_unreachable:
  case fault::peer_refused: return exit_code::peer;
  case fault::session_unknown:
  case fault::link_unknown:
  case fault::input_malformed:
  case fault::report_unknown:
  case fault::report_of_other_format:
  case fault::report_not_public:
  case fault::report_malformed:
  case fault::report_contradictory:
  case fault::report_too_large: return exit_code::usage;
  case fault::stopping: return exit_code::ok;
  }
  return exit_code::file;
}

exit_code complain(const described_fault& f) {
  std::fprintf(stderr, "viche: %s\n", f.words.c_str());
  return exit_code_of(f.what);
}

} // namespace viche::commands
