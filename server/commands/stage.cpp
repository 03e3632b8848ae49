// viche stage: a throw-away session with simulated people, for the desk's «Репетиція». It says on
// its output, in lines of JSON, where it can be seen and how it goes, and ends with its input:
// whoever started it closes that, or is gone.
#include "commands/commands.hpp"

#include "commands/new_session.hpp"
#include "commands/scenario_text.hpp"
#include "commands/serving.hpp"
#include "rehearse/rehearsal.hpp"
#include "socket/server.hpp"
#include "store/op_log.hpp"

#include <CLI/CLI.hpp>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string_view>
#include <thread>
#include <utility>

namespace viche::commands {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
constexpr auto no_throw = asio::as_tuple(asio::use_awaitable);
constexpr std::string_view data_name = "rehearsal.viche"; // and what SQLite lays beside it

struct stage_options {
  std::string folder;
  std::string listen = "127.0.0.1:0";
  std::string language = "uk";
  double speed = 20;
  std::int64_t alone_ms = limits::stage_alone_ms;
};

void say(const json::object& words) {
  std::puts(json::serialize(words).c_str());
  std::fflush(stdout);
}

void say_where(std::uint16_t port, const session_links& links) {
  const auto path = "/s/" + links.code;
  say({{"state", "playing"},
       {"port", port},
       {"desk", path + "/desk#" + links.facilitator},
       {"board", path + "/board#" + links.board}});
}

struct performance {
  const stage_options& options;
  asio::io_context& context;
  session::directory& sessions;
  socket::server& server;
  asio::steady_timer end; // cancelled when it is time
  std::atomic<bool> is_over{false}; // the players hear of it
  bool is_played = false;
  std::thread players{};
  exit_code outcome = exit_code::ok;
};

settings_options settings_of(const stage_options& o) {
  const bool is_english = o.language == "en";
  settings_options s;
  s.title = is_english ? "Rehearsal" : "Репетиція";
  s.community = is_english ? "A made-up community" : "Вигадана громада";
  return s;
}

// Where players on this machine find a server that listens there.
std::string host_of(const std::string& address) {
  if (address == "0.0.0.0") return "127.0.0.1";
  if (address == "::") return "[::1]";
  return address.find(':') == std::string::npos ? address : '[' + address + ']';
}

// On the players' thread: they come through the doors like everybody.
void play_all(performance& p, const session_links& links) {
  rehearse::rehearsal_options o;
  o.where = {.host = host_of(p.server.settings().listen_address),
             .port = std::to_string(p.server.port())};
  o.links = {links.code, links.facilitator, links.operator_, links.board};
  auto scenario = rehearse::read_scenario(scenario_text);
  if (scenario) o.scenario = std::move(*scenario);
  o.speed = p.options.speed;
  o.is_over = [&p] { return p.is_over.load(); };
  const auto outcome = rehearse::rehearse(o);
  const bool has_stopped = outcome.has_error() && !p.is_over; // somebody else led the session
  if (has_stopped) std::fprintf(stderr, "The rehearsal: %s\n", outcome.error().words.c_str());
  asio::post(p.context, [&p, is_whole = outcome.has_value()] {
    p.is_played = true;
    say({{"state", is_whole ? "played" : "left_off"}});
  });
}

asio::awaitable<void> end_with_input(performance& p) {
  asio::posix::stream_descriptor input(p.context, ::dup(STDIN_FILENO));
  std::array<char, 256> unread{};
  for (bool is_open = true; is_open;) {
    auto [failed, count] = co_await input.async_read_some(asio::buffer(unread), no_throw);
    is_open = !failed;
  }
  p.end.cancel();
}

asio::awaitable<void> end_with_signal(performance& p) {
  asio::signal_set asked(p.context, SIGTERM, SIGINT);
  co_await asked.async_wait(no_throw);
  p.end.cancel();
}

// Played to the end, and nobody has looked at a page of it for a while.
asio::awaitable<void> end_when_alone(performance& p) {
  auto seen_at = socket::steady_ms();
  asio::steady_timer tick(p.context);
  while (socket::steady_ms() - seen_at < p.options.alone_ms) {
    tick.expires_after(std::chrono::milliseconds(std::min<std::int64_t>(1000, p.options.alone_ms)));
    co_await tick.async_wait(no_throw);
    if (!p.is_played || p.server.settings().connections > 0) seen_at = socket::steady_ms();
  }
  p.end.cancel();
}

asio::awaitable<described<session_links>> make_made_up(performance& p) {
  auto json = settings_json(settings_of(p.options));
  if (json.has_error()) co_return json.error();
  co_return co_await make_session(p.sessions, std::move(*json));
}

asio::awaitable<void> perform(performance& p) {
  const auto links = co_await make_made_up(p);
  if (links.has_error()) {
    p.outcome = complain(links.error());
  } else {
    say_where(p.server.port(), *links);
    p.end.expires_after(std::chrono::milliseconds(limits::stage_ms));
    asio::co_spawn(p.context, end_with_input(p), asio::detached);
    asio::co_spawn(p.context, end_with_signal(p), asio::detached);
    asio::co_spawn(p.context, end_when_alone(p), asio::detached);
    p.players = std::thread([&p, l = *links] { play_all(p, l); });
    co_await p.end.async_wait(no_throw);
    p.is_over = true;
  }
  co_await p.server.stop();
  p.context.stop();
}

exit_code serve_stage(const stage_options& o) {
  asio::io_context context{1};
  const auto tell = [](const std::string& words) { std::fprintf(stderr, "%s\n", words.c_str()); };
  const auto data = std::filesystem::path(o.folder) / data_name;
  auto log = store::op_log::open({.file = data, .tell = tell});
  if (log.has_error()) return complain(log.error());
  session::directory sessions(context.get_executor(), **log, wall_ms);
  socket::server server(context.get_executor(), sessions, wall_ms);
  server.settings().bounds.closing_ms = limits::stage_closing_ms;
  server.settings().data_file = data;
  const auto at = socket::parse_listen(o.listen);
  if (at.has_error()) return complain(at.error());
  const auto opened = server.open(*at);
  if (opened.has_error()) return complain(opened.error());

  performance p{o, context, sessions, server, asio::steady_timer(context)};
  asio::co_spawn(context, perform(p), [](const std::exception_ptr& thrown) {
    if (thrown) std::rethrow_exception(thrown);
  });
  context.run();
  if (p.players.joinable()) p.players.join();
  return p.outcome;
}

// Whether nothing but a rehearsal was ever kept there: it is removed whole.
bool is_folder_ours(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code failed;
  const auto what = fs::symlink_status(folder, failed).type();
  if (what == fs::file_type::not_found) return true;
  if (what != fs::file_type::directory) return false;
  fs::directory_iterator one(folder, failed);
  for (; !failed && one != fs::directory_iterator(); one.increment(failed)) {
    if (!one->path().filename().string().starts_with(data_name)) return false;
    if (!one->is_regular_file(failed)) return false;
  }
  return !failed;
}

// What an earlier one left behind, in a power cut, goes first; ours goes last.
exit_code run(const stage_options& o) {
  start_log("error");
  raise_descriptor_limit();
  std::signal(SIGPIPE, SIG_IGN);
  if (!is_folder_ours(o.folder)) {
    return complain({fault::input_malformed, o.folder + " holds something else than a rehearsal: "
                                                        "name a folder that is not there."});
  }
  std::error_code failed;
  std::filesystem::remove_all(o.folder, failed);
  if (!std::filesystem::create_directory(o.folder, failed)) {
    return complain({fault::file_unwritable, o.folder + " cannot be made: may this folder be "
                                                        "written to?"});
  }
  std::filesystem::permissions(o.folder, std::filesystem::perms::owner_all, failed);
  const auto outcome = serve_stage(o);
  std::filesystem::remove_all(o.folder, failed);
  return outcome;
}

} // namespace

void add_stage(CLI::App& app, exit_code& code) {
  auto* command = app.add_subcommand(
      "stage", "a throw-away session with simulated people, as the desk's rehearsal starts it");
  const auto o = std::make_shared<stage_options>();
  command->add_option("--folder", o->folder, "made for it, and removed behind it")->required();
  command->add_option("--listen", o->listen, "ADDRESS:PORT; port 0 for a free one")
      ->capture_default_str();
  command->add_option("--language", o->language, "of its title, uk or en")
      ->check(CLI::IsMember({"uk", "en"}))
      ->capture_default_str();
  command->add_option("--speed", o->speed, "minutes of the scenario in one minute")
      ->check(CLI::Range(1.0, 1'000'000.0))
      ->capture_default_str();
  command->add_option("--alone-ms", o->alone_ms, "how long it waits for somebody, once played")
      ->check(CLI::Range(std::int64_t{1}, limits::stage_ms))
      ->capture_default_str();
  command->footer("Says {\"state\",\"port\",\"desk\",\"board\"} in a line when it can be seen, and "
                  "its state again when it was played. Ends when its input does.");
  command->callback([o, &code] { code = run(*o); });
}

} // namespace viche::commands
