// viche backup: a copy of the data file that a second laptop can take over from, made by the
// server that holds the file, or here if none does.
#include "commands/commands.hpp"

#include "commands/file_option.hpp"
#include "socket/backup_lines.hpp"
#include "socket/control.hpp"
#include "store/op_log.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace viche::commands {
namespace {

struct backup_arguments {
  std::string file;
  std::string to;
  bool replaces = false;
  bool is_json = false;
};

void show_progress(int percent) {
  if (::isatty(STDERR_FILENO) == 0) return;
  std::fprintf(stderr, percent < 100 ? "\rcopying: %d %%" : "\rchecking the copy ", percent);
}

// The file is ours for the moment.
described<std::string> copy_here(const backup_arguments& a, const store::backup_order& order) {
  if (!std::filesystem::exists(a.file)) { // or it would be made
    return described_fault{fault::file_unwritable,
                           a.file + " is not there: name the data file that is to be copied."};
  }
  boost::asio::io_context context{1};
  auto log = store::op_log::open({.file = a.file});
  if (log.has_error()) return log.error();
  described<store::backup_facts> made = described_fault{fault::storage_unavailable, {}};
  boost::asio::co_spawn(context, (*log)->backup(order),
                        [&](const std::exception_ptr& thrown, auto outcome) {
                          if (thrown) std::rethrow_exception(thrown);
                          made = std::move(outcome);
                        });
  context.run();
  if (made.has_error()) return made.error();
  return socket::backup_answer(order.to, *made);
}

// Through the server that holds the file, if there is one.
described<std::string> copy(const backup_arguments& a) {
  const store::backup_order order{.to = std::filesystem::absolute(a.to).lexically_normal(),
                                  .replaces = a.replaces};
  const auto at = socket::control_path(a.file);
  auto asked = socket::ask_server(at, socket::backup_line(order), show_progress);
  if (asked.has_value()) {
    if (auto refused = socket::refusal_in(*asked)) return *refused;
    return asked;
  }
  auto made = copy_here(a, order);
  // Somebody holds the file and does not answer: the server hangs, or is just starting.
  const bool is_held = made.has_error() && made.error().what == fault::file_in_use;
  if (is_held && std::filesystem::exists(at)) return asked.error();
  return made;
}

// The answer as sentences.
std::string in_words(const std::string& answer, const backup_arguments& a) {
  const auto o = boost::json::parse(answer).as_object();
  std::string text =
      "Copied to " + std::string(o.at("to").as_string()) + ", and the copy was found whole.\n";
  for (const auto& s : o.at("sessions").as_array()) {
    text += "session " + std::string(s.at("code").as_string()) + ": complete up to seq " +
            boost::json::serialize(s.at("entries")) + ", head " +
            std::string(s.at("head").as_string()) + '\n';
  }
  return text +
         "What is acknowledged from now on is not in it. On the other laptop: viche serve "
         "--data " +
         std::filesystem::path(a.to).filename().string() + '\n';
}

exit_code backup(const backup_arguments& a) {
  const auto answer = copy(a);
  if (::isatty(STDERR_FILENO) != 0) std::fputs("\r                      \r", stderr);
  if (answer.has_error()) return complain(answer.error());
  std::fputs(a.is_json ? (*answer + '\n').c_str() : in_words(*answer, a).c_str(), stdout);
  return exit_code::ok;
}

} // namespace

void add_backup(CLI::App& app, exit_code& code) {
  auto* command = app.add_subcommand(
      "backup", "copies a data file for a second laptop; works with or without a running server");
  const auto a = std::make_shared<backup_arguments>();
  add_data_file(*command, a->file, "the data file; a server may be writing it");
  command->add_option("TO", a->to, "the copy, in a folder that is there")->required();
  command->add_flag("--force", a->replaces, "replace an older copy of this name");
  command->add_flag("--json", a->is_json,
                    R"(print {"to","bytes","sessions":[{"code","entries","head"}]} for scripts)");
  command->footer(
      "The hall goes on while the copy is made. It has the same codes, links and hash chains; "
      "what\n"
      "is acknowledged behind it is not in it, and phones take it for another log. Until it is\n"
      "whole and on the disk it is called TO.part. It holds the keys of the sessions: keep it as\n"
      "you keep the data file.\n"
      "Exit codes: 0 copied and verified; 2 TO is there already, or cannot be the copy's name;\n"
      "3 the data file cannot be read, TO cannot be written, or the disk is full; 5 FILE, or what\n"
      "--force would replace, is not a data file of Viche, or of a newer one; 6 another process\n"
      "holds FILE, or what --force would replace; 7 the server does not answer, or refused.\n"
      "After any but 0 what was at TO is untouched.");
  command->callback([a, &code] { code = backup(*a); });
}

} // namespace viche::commands
