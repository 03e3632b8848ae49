// viche import: rebuilds from a report what was published, as a session of its own, through the
// running server or in the file itself.
#include "commands/commands.hpp"

#include "commands/file_option.hpp"
#include "commands/links.hpp"
#include "socket/addresses.hpp"
#include "socket/control.hpp"
#include "socket/import_lines.hpp"
#include "store/op_log.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace viche::commands {
namespace {

struct import_arguments {
  std::string report;
  std::string data;
  std::string listen = "0.0.0.0:8080";
  bool is_json = false;
};

described<std::string> read_report(const std::string& file) {
  std::error_code failed;
  const auto bytes = std::filesystem::file_size(file, failed);
  if (!failed && bytes > limits::import_bytes_max) {
    return described_fault{fault::report_too_large,
                           file + " has more than " +
                               std::to_string(limits::import_bytes_max / 1024 / 1024) +
                               " MiB: it cannot be the report of one session."};
  }
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!failed && in) return text;
  return described_fault{fault::input_malformed,
                         file + " cannot be read: name a report as viche export --format json "
                                "writes it."};
}

model::time_ms_t now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

described<socket::imported> import_here(const import_arguments& a, const std::string& report) {
  const auto at = socket::parse_listen(a.listen);
  if (at.has_error()) return at.error();
  boost::asio::io_context context{1};
  auto log = store::op_log::open({.file = a.data});
  if (log.has_error()) return log.error();
  session::directory sessions(context.get_executor(), **log, now);
  described<socket::imported> made = described_fault{fault::storage_unavailable, {}};
  boost::asio::co_spawn(context,
                        socket::import_report(sessions, context.get_executor(), report, now()),
                        [&](const std::exception_ptr& thrown, auto outcome) {
                          if (thrown) std::rethrow_exception(thrown);
                          made = std::move(outcome);
                        });
  context.run();
  if (made.has_value()) made->addresses = socket::reachable_urls(at->address, at->port);
  return made;
}

// Through the server that holds the file, if there is one; else the file is ours for the moment.
described<socket::imported> make(const import_arguments& a) {
  const auto report = read_report(a.report);
  if (report.has_error()) return report.error();
  // Here first: what cannot be imported makes no data file, and troubles no server with a hall.
  if (const auto whether = session::prepare_import(*report, now()); whether.has_error()) {
    return whether.error();
  }
  const auto at = socket::control_path(a.data);
  const auto asked = socket::ask_server(at, socket::import_line(report->size()), {}, *report);
  if (asked.has_value()) return socket::imported_in(*asked);
  auto made = import_here(a, *report);
  // Somebody holds the file and does not answer: the server hangs, or is just starting.
  const bool is_held = made.has_error() && made.error().what == fault::file_in_use;
  if (is_held && std::filesystem::exists(at)) return asked.error();
  return made;
}

exit_code import_report(const import_arguments& a) {
  const auto made = make(a);
  if (made.has_error()) return complain(made.error());
  const session_links links{made->links.code, made->links.facilitator, made->links.operator_,
                            made->links.board};
  if (a.is_json) {
    std::fputs(links_json(links, made->addresses).c_str(), stdout);
    return exit_code::ok;
  }
  std::printf("Imported as session %s, with %zu published proposals.\n", links.code.c_str(),
              made->proposals);
  if (made->left_names_out) {
    std::puts("Names of authors were left out: they consented to the report, not to a copy here.");
  }
  std::fputs(links_text(links, made->addresses).c_str(), stdout);
  return exit_code::ok;
}

} // namespace

void add_import(CLI::App& app, exit_code& code) {
  auto* command = app.add_subcommand(
      "import", "rebuilds from a report what was published; works with or without a server");
  const auto a = std::make_shared<import_arguments>();
  command->add_option("REPORT", a->report, "as viche export --format json wrote it")->required();
  add_data_option(*command, a->data, "the data file; made if it is not there");
  command->add_flag(
      "--json", a->is_json,
      "print {\"code\",\"url\",\"phone\",\"desk\",\"operator\",\"board\"} for scripts");
  command
      ->add_option("--listen", a->listen,
                   "where the server will listen, for the printed links; a running one is asked")
      ->envname("VICHE_LISTEN")
      ->capture_default_str();
  command->footer(
      "The new session has a code, links and a hash chain of its own; its report says which\n"
      "session it was imported from. It holds sums and no people: nobody can join it or vote in\n"
      "it, and only the council's part can still be changed.\n"
      "Exit codes: 0 imported; 2 no report, one of another format or of the working edition, one\n"
      "that contradicts itself or is too large; 3 the data file cannot be written; 5 not a data\n"
      "file of Viche, or of a newer one; 6 another process holds it; 7 the server does not "
      "answer,\n"
      "or refused. After any but 0 the data file is as it was.");
  command->callback([a, &code] { code = import_report(*a); });
}

} // namespace viche::commands
