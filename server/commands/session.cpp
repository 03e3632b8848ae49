// viche session: `new` makes a session through the running server, or in the file itself.
#include "commands/commands.hpp"

#include "commands/file_option.hpp"
#include "commands/new_session.hpp"
#include "socket/addresses.hpp"
#include "socket/control.hpp"
#include "socket/line_fields.hpp"
#include "store/op_log.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace viche::commands {
namespace {

namespace json = boost::json;
using socket::text_in;

struct session_arguments {
  std::string data;
  std::string listen = "0.0.0.0:8080";
  settings_options settings;
  bool is_json = false;
};

struct made_session {
  session_links links;
  std::vector<std::string> urls;
};

// What the server answered on its control socket.
described<made_session> read_answer(std::string_view line) {
  json::error_code failed;
  const auto value = json::parse(line, failed);
  if (failed || !value.is_object()) {
    return described_fault{fault::peer_refused, "The server's answer makes no sense: is it of "
                                                "another version? End it and start this one."};
  }
  const auto& o = value.get_object();
  if (const auto refusal = text_in(o, "refusal"); !refusal.empty()) {
    const auto* limit = o.if_contains("limit");
    const auto bound = limit != nullptr && limit->is_int64() ? limit->get_int64() : 0;
    return refused_settings(refusal, text_in(o, "field"), static_cast<std::uint64_t>(bound));
  }
  made_session made;
  made.links = {text_in(o, "code"), text_in(o, "facilitator"), text_in(o, "operator"),
                text_in(o, "board")};
  if (const auto* urls = o.if_contains("addresses"); urls != nullptr && urls->is_array()) {
    for (const auto& url : urls->get_array()) {
      if (url.is_string()) made.urls.emplace_back(url.get_string());
    }
  }
  return made;
}

described<made_session> make_in_file(const session_arguments& a, const std::string& settings) {
  const auto at = socket::parse_listen(a.listen);
  if (at.has_error()) return at.error();
  boost::asio::io_context context{1};
  auto log = store::op_log::open({.file = a.data});
  if (log.has_error()) return log.error();
  session::directory sessions(context.get_executor(), **log, [] {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  });
  described<session_links> links = described_fault{fault::storage_unavailable, {}};
  boost::asio::co_spawn(context, make_session(sessions, settings),
                        [&](const std::exception_ptr& thrown, described<session_links> made) {
                          if (thrown) std::rethrow_exception(thrown);
                          links = std::move(made);
                        });
  context.run();
  if (links.has_error()) return links.error();
  return made_session{std::move(*links), socket::reachable_urls(at->address, at->port)};
}

// Through the server that holds the file, if there is one; else the file is ours for the moment.
described<made_session> make(const session_arguments& a) {
  const auto settings = settings_json(a.settings);
  if (settings.has_error()) return settings.error();
  auto asked =
      socket::ask_server(socket::control_path(a.data), socket::session_new_line(*settings));
  if (asked.has_value()) return read_answer(*asked);
  auto made = make_in_file(a, *settings);
  // Somebody holds the file and does not answer: the server hangs, or is just starting.
  const bool is_held = made.has_error() && made.error().what == fault::file_in_use;
  if (is_held && std::filesystem::exists(socket::control_path(a.data))) return asked.error();
  return made;
}

exit_code session_new(const session_arguments& a) {
  const auto made = make(a);
  if (made.has_error()) return complain(made.error());
  const auto text =
      a.is_json ? links_json(made->links, made->urls) : links_text(made->links, made->urls);
  std::fputs(text.c_str(), stdout);
  return exit_code::ok;
}

} // namespace

void add_session(CLI::App& app, exit_code& code) {
  auto* session = app.add_subcommand("session", "makes sessions, and links of those there are");
  session->require_subcommand(1);
  auto* command = session->add_subcommand(
      "new", "makes a session and prints its links; works with or without a running server");
  const auto a = std::make_shared<session_arguments>();
  add_data_option(*command, a->data, "the data file; made if it is not there");
  add_settings_options(*command, a->settings);
  command->add_flag(
      "--json", a->is_json,
      "print {\"code\",\"url\",\"phone\",\"desk\",\"operator\",\"board\"} for scripts");
  command
      ->add_option("--listen", a->listen,
                   "where the server will listen, for the printed links; a running one is asked")
      ->envname("VICHE_LISTEN")
      ->capture_default_str();
  command->callback([a, &code] { code = session_new(*a); });
  add_session_link(*session, code);
}

} // namespace viche::commands
