// The parts of the program, put together for one test.
#include "support/live_server.hpp"

#include "session/directory.hpp"
#include "socket/server.hpp"
#include "store/op_log.hpp"
#include "support/temp_dir.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json/parse.hpp>

#include <chrono>
#include <cstdlib>
#include <stdexcept>
#include <thread>

namespace viche::test {
namespace {

namespace asio = boost::asio;

model::time_ms_t wall_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::unique_ptr<store::op_log> open_log(const temp_dir& folder) {
  auto log = store::op_log::open({.file = folder / "hall.viche", .is_durable = false});
  if (log.has_error()) throw std::runtime_error(log.error().words);
  return std::move(*log);
}

} // namespace

struct live_server::parts {
  explicit parts(const temp_dir& in) : folder(in) {}

  const temp_dir& folder;
  asio::io_context context{1};
  std::unique_ptr<store::op_log> log = open_log(folder);
  session::directory sessions{context.get_executor(), *log, wall_ms};
  socket::server server{context.get_executor(), sessions, wall_ms};
  std::thread thread;

  asio::awaitable<void> stop() {
    co_await server.stop();
    context.stop();
  }

  asio::awaitable<void> know_codes() {
    const auto codes = co_await sessions.codes();
    if (codes.has_error()) throw std::runtime_error("no codes");
  }
};

live_server::live_server(const std::function<void(socket::doors&)>& tune)
    : folder_(std::make_unique<temp_dir>()) {
  start(tune);
  const auto made = http(port(), {.method = "POST",
                                  .target = "/api/sessions",
                                  .body = std::string(small_settings),
                                  .headers = {{"Authorization", "Bearer " + host_key()}}});
  if (made.status != 201) throw std::runtime_error("no session was made: " + made.body);
  const auto links = boost::json::parse(made.body);
  code = links.at("code").as_string().c_str();
  facilitator = links.at("facilitator").as_string().c_str();
  operator_ = links.at("operator").as_string().c_str();
  board = links.at("board").as_string().c_str();
}

void live_server::start(const std::function<void(socket::doors&)>& tune) {
  parts_ = std::make_unique<parts>(*folder_);
  auto& server = parts_->server;
  server.settings().host_key = "the-host-key-of-a-test";
  if (tune) tune(server.settings());
  const auto opened = server.open({"127.0.0.1", 0});
  if (opened.has_error()) throw std::runtime_error(opened.error().words);
  if (server.open_control(control()).has_error()) throw std::runtime_error("no control socket");
  asio::co_spawn(parts_->context, parts_->know_codes(), asio::detached);
  parts_->thread = std::thread([p = parts_.get()] { p->context.run(); });
}

void live_server::restart(const std::function<void(socket::doors&)>& tune) {
  stop();
  parts_.reset();
  start(tune);
}

live_server::~live_server() {
  try {
    stop();
  } catch (...) {
    std::abort(); // its thread still runs: nothing can go on
  }
}

void live_server::stop() {
  if (!parts_->thread.joinable()) return;
  asio::co_spawn(parts_->context, [p = parts_.get()] { return p->stop(); }, asio::detached);
  parts_->thread.join();
}

std::filesystem::path live_server::control() const {
  return socket::control_path(parts_->folder / "hall.viche");
}

std::uint16_t live_server::port() const {
  return parts_->server.port();
}
const std::string& live_server::host_key() const {
  return parts_->server.settings().host_key;
}

wire_client live_server::phone(std::string_view pass) const {
  wire_client c(port(), {.code = code});
  c.send(hello("phone", R"(,"pass":")" + std::string(pass) + '"'));
  c.receive_with(R"("type":"welcome")");
  return c;
}

wire_client live_server::person(std::string_view pass) const {
  auto c = phone(pass);
  c.send(op("join-of-a-test-0001", R"("kind":"join","table":0,"settlement":"","channel":"phone")"));
  c.receive_with(R"("type":"ack")");
  return c;
}

wire_client live_server::desk() const {
  wire_client c(port(), {.code = code});
  c.send(hello("desk", R"(,"secret":")" + facilitator + '"'));
  c.receive_with(R"("type":"welcome")");
  return c;
}

void live_server::open_phase(std::string_view phase) const {
  auto c = desk();
  c.send(op("open-phase-of-a-test-" + std::string(phase),
            R"("kind":"open_phase","minutes":0,"phase":")" + std::string(phase) + '"'));
  c.receive_with(R"("type":"ack")");
}

std::string pass_of(std::string_view name) {
  std::string pass{name};
  pass.resize(22, '-');
  return pass;
}

std::string hello(std::string_view page, std::string_view more) {
  std::string text = R"({"type":"hello","protocol":1,"page":")";
  text.append(page).append("\"").append(more).append("}");
  return text;
}

std::string op(std::string_view id, std::string_view fields) {
  std::string text = R"({"type":"op","id":")";
  text.append(id).append(R"(","op":{)").append(fields).append("}}");
  return text;
}

} // namespace viche::test
