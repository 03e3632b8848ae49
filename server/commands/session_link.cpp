// viche session link: one more way in for staff, for whoever holds the data file. A council that
// lost its desk's link comes back in by this.
#include "commands/commands.hpp"

#include "commands/file_option.hpp"
#include "commands/links.hpp"
#include "commands/serving.hpp"
#include "model/wire_name.hpp"
#include "session/directory.hpp"
#include "socket/addresses.hpp"
#include "socket/control.hpp"
#include "socket/line_fields.hpp"
#include "store/op_log.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>

#include <cstdio>
#include <filesystem>
#include <memory>

namespace viche::commands {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
using socket::text_in;

struct link_arguments {
  std::string data;
  std::string listen = "0.0.0.0:8080";
  std::string session;
  std::string role = "facilitator";
  std::string name;

  model::role as() const {
    return model::from_wire_name<model::role>(role).value_or(model::role::facilitator);
  }
};

struct made_link {
  std::string secret;
  std::vector<std::string> urls;
};

described_fault unknown_session(const link_arguments& a) {
  return {fault::session_unknown, "No session of " + a.data + " has the code " + a.session +
                                      ": name one of those that viche serve prints."};
}

described_fault in_words(const link_arguments& a, std::string_view refusal,
                         std::string_view field) {
  if (refusal == "session_unknown") return unknown_session(a);
  if (refusal == "value_out_of_range" && field == "links") {
    return {fault::peer_refused, "The session has as many links as it may have: withdraw one on "
                                 "a desk first."};
  }
  if (refusal == "request_malformed") {
    return {fault::peer_refused, "The server knows no such command: is it of another version? End "
                                 "it and start this one."};
  }
  if (field == "called") {
    return {fault::input_malformed, "The name cannot be used (" + std::string(refusal) +
                                        "): give a short one, in one line."};
  }
  return {fault::storage_unavailable,
          "The link could not be stored (" + std::string(refusal) + "): is the disk full?"};
}

// What the server answered on its control socket.
described<made_link> read_answer(const link_arguments& a, std::string_view line) {
  json::error_code failed;
  const auto value = json::parse(line, failed);
  const auto o = !failed && value.is_object() ? value.get_object() : json::object{};
  made_link made{text_in(o, "secret"), {}};
  if (made.secret.empty()) {
    const auto refusal = text_in(o, "refusal");
    return in_words(a, refusal.empty() ? "request_malformed" : refusal, text_in(o, "field"));
  }
  if (const auto* urls = o.if_contains("addresses"); urls != nullptr && urls->is_array()) {
    for (const auto& url : urls->get_array()) {
      if (url.is_string()) made.urls.emplace_back(url.get_string());
    }
  }
  return made;
}

asio::awaitable<void> add_and_stop(session::directory& sessions, const link_arguments& a,
                                   result<session::directory::added_link>& made) {
  made = co_await sessions.add_link(a.session, a.as(), a.name);
  co_await sessions.stop();
}

// The file is ours for the moment.
described<made_link> make_in_file(const link_arguments& a) {
  const auto at = socket::parse_listen(a.listen);
  if (at.has_error()) return at.error();
  if (!std::filesystem::exists(a.data)) { // or it would be made
    return described_fault{fault::file_unwritable,
                           a.data + " is not there: name the data file of the session."};
  }
  asio::io_context context{1};
  auto log = store::op_log::open({.file = a.data});
  if (log.has_error()) return log.error();
  session::directory sessions(context.get_executor(), **log, wall_ms);
  result<session::directory::added_link> made = fault::storage_unavailable;
  asio::co_spawn(context, add_and_stop(sessions, a, made), [](const std::exception_ptr& thrown) {
    if (thrown) std::rethrow_exception(thrown);
  });
  context.run();
  if (made.has_error() && made.error() == make_error_code(fault::session_unknown)) {
    return unknown_session(a);
  }
  if (made.has_error()) {
    return described_fault{fault::storage_corrupt, "The session cannot be read (" +
                                                       made.error().message() +
                                                       "): run viche verify."};
  }
  if (const auto& no = made->refused) {
    return in_words(a, model::name_of(no->why), no->field == nullptr ? "" : no->field);
  }
  return made_link{made->secret, socket::reachable_urls(at->address, at->port)};
}

// Through the server that holds the file, if there is one; else the file is ours for the moment.
described<made_link> make(const link_arguments& a) {
  const auto line = socket::session_link_line(a.session, a.as(), a.name);
  const auto control = socket::control_path(a.data);
  const auto asked = socket::ask_server(control, line);
  if (asked.has_value()) return read_answer(a, *asked);
  auto made = make_in_file(a);
  // Somebody holds the file and does not answer: the server hangs, or is just starting.
  const bool is_held = made.has_error() && made.error().what == fault::file_in_use;
  if (is_held && std::filesystem::exists(control)) return asked.error();
  return made;
}

exit_code session_link(const link_arguments& a) {
  const auto made = make(a);
  if (made.has_error()) return complain(made.error());
  std::fputs(link_text(a.session, a.as(), made->secret, made->urls).c_str(), stdout);
  return exit_code::ok;
}

} // namespace

void add_session_link(CLI::App& session, exit_code& code) {
  auto* command = session.add_subcommand(
      "link", "makes one more link of a session and prints it once; works with or without a "
              "running server");
  const auto a = std::make_shared<link_arguments>();
  add_data_option(*command, a->data, "the data file; a server may be writing it");
  command->add_option("--session", a->session, "the code of the session")->required();
  command->add_option("--role", a->role, "facilitator, operator or board")
      ->check(CLI::IsMember({"facilitator", "operator", "board"}))
      ->capture_default_str();
  command->add_option("--name", a->name, "what its bearer is called on the desk");
  command
      ->add_option("--listen", a->listen,
                   "where the server will listen, for the printed link; a running one is asked")
      ->envname("VICHE_LISTEN")
      ->capture_default_str();
  command->footer("Links that were lost open the session as before: withdraw them on the desk. A\n"
                  "closed session takes links too, for its report.");
  command->callback([a, &code] { code = session_link(*a); });
}

} // namespace viche::commands
