// The sub-commands of the program: each adds itself to the command line, with its help. The number
// the process ends with is the same everywhere; docs/commands.md and `viche --help` list it.
#pragma once

#include "fault.hpp"

namespace CLI {
class App;
}

namespace viche::commands {

enum class exit_code : int {
  ok = 0,
  finding = 1, // verify found a broken record; a rehearsal did not come out as expected
  usage = 2,   // wrong arguments, or an input file that cannot be read
  file = 3,    // the data file or the disk refuses, or is damaged
  address = 4, // the address to listen on is taken or not ours
  foreign = 5, // not a data file of Viche, or of a newer one
  in_use = 6,  // another process holds the data file
  peer = 7,    // the server does not answer, or refused
  bug = 70,    // of Viche itself; EX_SOFTWARE of sysexits.h
};

exit_code exit_code_of(fault f);

// Prints "viche: SENTENCE" to standard error; returns what the process should end with.
exit_code complain(const described_fault& f);

// Each adds one sub-command to `app`; when it was run, `code` holds its outcome.
void add_serve(CLI::App& app, exit_code& code);
void add_session(CLI::App& app, exit_code& code); // session new, session link
void add_session_link(CLI::App& session, exit_code& code); // below it
void add_import(CLI::App& app, exit_code& code);
void add_export(CLI::App& app, exit_code& code);
void add_backup(CLI::App& app, exit_code& code);
void add_verify(CLI::App& app, exit_code& code);
void add_rehearse(CLI::App& app, exit_code& code);
void add_stage(CLI::App& app, exit_code& code);

} // namespace viche::commands
