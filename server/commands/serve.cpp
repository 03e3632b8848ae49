// viche serve: the server of one data file, until it is asked to end.
#include "commands/commands.hpp"

#include "commands/file_option.hpp"
#include "commands/hall_server.hpp"
#include "limits.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace viche::commands {

namespace {

void add_backup_options(CLI::App& command, backup_plan& plan) {
  auto* folder = command
                     .add_option("--backup-to", plan.folder,
                                 "a folder for copies of the data file, of this one only: made now "
                                 "and then, and anew when something was erased")
                     ->envname("VICHE_BACKUP_TO");
  command.add_option("--backup-every", plan.minutes, "minutes between two copies")
      ->envname("VICHE_BACKUP_EVERY")
      ->needs(folder)
      ->check(CLI::Range(1U, limits::backup_minutes_max))
      ->capture_default_str();
  command.add_option("--backups-kept", plan.kept, "how many copies are kept, the newest")
      ->envname("VICHE_BACKUPS_KEPT")
      ->needs(folder)
      ->check(CLI::Range(1U, limits::backups_kept_max))
      ->capture_default_str();
}

} // namespace

void add_serve(CLI::App& app, exit_code& code) {
  auto* command = app.add_subcommand("serve", "serves the sessions of a data file");
  const auto o = std::make_shared<serve_options>();
  add_data_option(*command, o->data, "the data file; made if it is not there");
  command
      ->add_option("--listen", o->listen,
                   "ADDRESS:PORT; 0.0.0.0 or [::] for every address of this machine, port 0 "
                   "for a free one")
      ->envname("VICHE_LISTEN")
      ->capture_default_str();
  command->add_flag("--first-session", o->is_first_session_wanted,
                    "make a session if the file has none, and print its links and a QR code");
  command
      ->add_option("--links-file", o->links_file,
                   "also write the first session's links to this file, as JSON")
      ->envname("VICHE_LINKS_FILE");
  command
      ->add_flag("--remote-setup", o->is_remote_setup_allowed,
                 "let other machines make sessions too, if they have the host key")
      ->envname("VICHE_REMOTE_SETUP");
  command->add_option("--log-level", o->log_level, "debug, info, warning, error or off")
      ->envname("VICHE_LOG_LEVEL")
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}))
      ->capture_default_str();
  command
      ->add_option("--templates", o->templates,
                   "a folder with the council's own report.docx or project_card.docx, see "
                   "docs/templates.md")
      ->envname("VICHE_TEMPLATES")
      ->check(CLI::ExistingDirectory);
  add_backup_options(*command, o->backups);
  add_settings_options(*command->add_option_group("first session", "what it is set up with"),
                       o->settings);
  command->footer(
      "Beside FILE lie FILE.lock (one writer at a time), FILE.sock (for viche session and\n"
      "viche backup while the server runs) and FILE.hostkey (the bearer token of POST\n"
      "/api/sessions). SIGTERM and Ctrl-C end the server gracefully: pages are told to come back,\n"
      "everything acknowledged is on disk, and the exit code is 0.");
  command->callback([o, &code] { code = serve(*o); });
}

} // namespace viche::commands
