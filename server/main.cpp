// The program `viche`: one sub-command each for serving, setting up, taking out and checking.
#include "commands/commands.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

namespace {

constexpr const char* exit_codes =
    "Exit codes:\n"
    "  0  done\n"
    "  1  verify found a broken record, or a rehearsal came out otherwise than it must\n"
    "  2  wrong arguments, an input file that cannot be read, or a copy's name that is taken\n"
    "  3  the data file or the disk refuses, or the file is damaged\n"
    "  4  the address to listen on is taken or not of this machine\n"
    "  5  not a data file of Viche, or one of a newer Viche\n"
    "  6  another process holds the data file\n"
    "  7  the server does not answer, or refused\n"
    "  70 a bug of Viche\n"
    "\n"
    "A configuration file (--config) holds the options of each sub-command in a section of its\n"
    "name, as in [serve] data=\"hall.viche\". What the command line says counts before the\n"
    "environment (VICHE_DATA, VICHE_LISTEN ...), and that before the file.";

int run(int count, char** words) {
  using namespace viche::commands;
  CLI::App app{"Viche runs live strategy sessions of a community.", "viche"};
  app.set_version_flag("--version", VICHE_VERSION);
  app.set_config("--config", "", "configuration file, TOML or INI");
  app.set_help_all_flag("--help-all", "the help of every sub-command");
  app.require_subcommand(1);
  app.fallthrough(); // --config may stand behind the sub-command
  app.footer(exit_codes);

  auto outcome = exit_code::ok;
  add_serve(app, outcome);
  add_session(app, outcome);
  add_export(app, outcome);
  add_import(app, outcome);
  add_backup(app, outcome);
  add_verify(app, outcome);
  add_rehearse(app, outcome);
  add_stage(app, outcome);
  try {
    app.parse(count, words);
  } catch (const CLI::ParseError& e) {
    // --help and --version come this way too.
    return app.exit(e) == 0 ? 0 : static_cast<int>(exit_code::usage);
  }
  return static_cast<int>(outcome);
}

} // namespace

int main(int count, char** words) {
  try {
    return run(count, words);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "viche: ended by a bug, please report it: %s\n", e.what());
    return static_cast<int>(viche::commands::exit_code::bug);
  }
}
