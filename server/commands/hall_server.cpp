// The parts of a server in order of need: the data file first, because without it there is nothing
// to serve; then the sessions in it; then the doors.
#include "commands/hall_server.hpp"

#include "commands/host_key.hpp"
#include "commands/new_session.hpp"
#include "commands/serving.hpp"
#include "socket/server.hpp"
#include "store/op_log.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <spdlog/spdlog.h>

#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <filesystem>

namespace viche::commands {
namespace {

namespace asio = boost::asio;

void say(const std::string& text) {
  std::fputs(text.c_str(), stdout);
  std::fflush(stdout); // scripts read the links from a pipe
}

void show_phone_code(const std::string& link) {
  if (::isatty(STDOUT_FILENO) != 0) say('\n' + qr_text(link) + "  " + link + "\n\n");
}

struct running {
  const serve_options& options;
  asio::io_context& context;
  session::directory& sessions;
  socket::server& server;
  exit_code outcome = exit_code::ok;
};

asio::awaitable<described<session_links>> make_first(running& r) {
  auto json = settings_json(r.options.settings);
  if (json.has_error()) co_return json.error();
  co_return co_await make_session(r.sessions, std::move(*json));
}

// The links of a session under today's addresses; the file follows them.
described<void> tell_links(const running& r, const session_links& links,
                           const std::vector<std::string>& urls) {
  const auto& file = r.options.links_file;
  if (!file.empty()) {
    auto written = write_secret_file(file, links_json(links, urls));
    if (written.has_error()) return written;
  }
  say(links_text(links, urls, file));
  show_phone_code(phone_link(urls.front(), links.code));
  return {};
}

// The secrets of their links were never stored, so phones are all there is to show.
void tell_sessions(const std::vector<std::string>& codes, const std::vector<std::string>& urls) {
  std::string text = "Sessions of this file:\n";
  for (const auto& code : codes) {
    for (const auto& url : urls)
      text += "\n  phones     " + phone_link(url, code);
    text += '\n';
  }
  say(text + "\nTheir desk links were shown when they were made. A new session: viche session "
             "new.\n");
}

asio::awaitable<described<void>> welcome(running& r) {
  const auto urls = r.server.urls();
  auto codes = co_await r.sessions.codes();
  if (codes.has_error()) {
    co_return described_fault{fault::storage_corrupt, "The sessions of " + r.options.data +
                                                          " cannot be read: run viche verify."};
  }
  if (!codes->empty()) {
    // Kept at the first start, perhaps under yesterday's addresses.
    const auto kept = read_links(r.options.links_file);
    const bool is_ours = kept && std::erase(*codes, kept->code) > 0;
    if (!codes->empty()) tell_sessions(*codes, urls);
    if (is_ours) co_return tell_links(r, *kept, urls);
    show_phone_code(phone_link(urls.front(), codes->back()));
    co_return described<void>{};
  }
  if (!r.options.is_first_session_wanted) {
    say("Viche listens on " + urls.front() + ". A session: viche session new --data " +
        r.options.data + '\n');
    co_return described<void>{};
  }
  const auto links = co_await make_first(r);
  if (links.has_error()) co_return links.error();
  co_return tell_links(r, *links, urls);
}

asio::awaitable<void> run(running& r) {
  asio::signal_set asked(r.context, SIGTERM, SIGINT);
  const auto welcomed = co_await welcome(r);
  if (welcomed.has_error()) {
    r.outcome = complain(welcomed.error());
  } else {
    say(setup_text(r.server.urls(), r.server.settings().host_key,
                   r.options.is_remote_setup_allowed));
    spdlog::info("serving {} on port {}", r.options.data, r.server.port());
    co_await asked.async_wait(asio::use_awaitable);
    spdlog::info("ending: pages are told to come back");
  }
  co_await r.server.stop();
  r.context.stop();
}

described<void> open_doors(const serve_options& o, socket::server& server) {
  const auto at = socket::parse_listen(o.listen);
  if (at.has_error()) return at.error();
  auto key = host_key(o.data + ".hostkey");
  if (key.has_error()) return key.error();
  server.settings().host_key = std::move(*key);
  server.settings().is_remote_setup_allowed = o.is_remote_setup_allowed;
  server.settings().data_file = o.data;
  server.settings().copies = o.backups.folder;
  // Itself, even if a newer one has taken its place on the disk.
  server.settings().stage.plan.program = {"/proc/self/exe", "stage"};
  server.settings().stage.plan.folder = o.data + ".rehearsal";
  std::error_code absent;
  std::filesystem::remove_all(o.data + ".rehearsal", absent); // of a power cut
  auto& documents = server.settings().documents.maker.settings();
  documents.folder = o.data + ".documents";
  documents.templates = o.templates;
  std::filesystem::remove_all(documents.folder, absent); // of a power cut, as above
  auto opened = server.open(*at);
  if (opened.has_error()) return opened;
  return server.open_control(socket::control_path(o.data));
}

void start_backups(const serve_options& o, asio::io_context& context, store::op_log& log) {
  if (o.backups.folder.empty()) return;
  const auto tell = [](const std::string& words) { spdlog::error("{}", words); };
  asio::co_spawn(context, keep_backups(log, o.data, o.backups, tell),
                 [](const std::exception_ptr& thrown) {
                   if (thrown) std::rethrow_exception(thrown);
                 });
}

} // namespace

exit_code serve(const serve_options& o) {
  start_log(o.log_level);
  raise_descriptor_limit();
  std::signal(SIGPIPE, SIG_IGN); // a reader of our output may go away
  asio::io_context context{1};   // one thread: sessions and connections share no lock

  const auto tell = [](const std::string& words) { spdlog::error("{}", words); };
  const auto checked = check_folder(o.backups);
  if (checked.has_error()) return complain(checked.error());
  auto log = store::op_log::open({.file = o.data, .tell = tell});
  if (log.has_error()) return complain(log.error());

  session::directory sessions(context.get_executor(), **log, wall_ms);
  socket::server server(context.get_executor(), sessions, wall_ms);
  const auto opened = open_doors(o, server);
  if (opened.has_error()) return complain(opened.error());

  start_backups(o, context, **log);
  running r{o, context, sessions, server};
  asio::co_spawn(context, run(r), [](const std::exception_ptr& thrown) {
    if (thrown) std::rethrow_exception(thrown);
  });
  context.run();
  return r.outcome;
}

} // namespace viche::commands
