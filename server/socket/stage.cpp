// What the child says, and how it is ended.
#include "socket/stage.hpp"

#include "child/companion.hpp"
#include "socket/line_fields.hpp"
#include "socket/spawn.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/json/parse.hpp>

#include <spdlog/spdlog.h>

#include <chrono>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

namespace viche::socket {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;

std::vector<std::string> words_of(const stage_plan& plan, const std::string& address,
                                  const std::string& language) {
  auto words = plan.program;
  for (const auto& more : {std::string("--folder"), plan.folder.string(), std::string("--listen"),
                           address, std::string("--language"), language})
    words.push_back(more);
  return words;
}

asio::steady_timer::time_point in_ms(std::int64_t ms) {
  return std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);
}

std::optional<json::object> object_in(const std::string& line) {
  boost::system::error_code malformed;
  auto v = json::parse(line, malformed);
  if (malformed || !v.is_object()) return std::nullopt;
  return std::move(v.get_object());
}

} // namespace

struct stage::show {
  explicit show(std::string of) : code(std::move(of)) {}

  // Wakes everybody who waits for something of this to change.
  void tell() {
    for (auto* one : waiting)
      one->cancel();
  }

  void hear(const json::object& said) {
    const auto what = text_in(said, "state");
    if (what == "playing") {
      const auto* port = said.if_contains("port");
      if (port != nullptr && port->is_int64()) {
        pages.port = static_cast<std::uint16_t>(port->get_int64());
      }
      pages.desk = text_in(said, "desk");
      pages.board = text_in(said, "board");
      state = stage_state::playing;
    } else {
      state = what == "played" ? stage_state::played : stage_state::left_off;
    }
  }

  std::string code; // of the session whose desk asked for it
  stage_state state = stage_state::starting;
  stage_pages pages;
  std::shared_ptr<child::companion> process;
  std::filesystem::path folder;
  std::set<asio::steady_timer*> waiting; // each has a deadline of its own
};

// One who waits, for as long as they do. Two that shared a timer cancelled each other without end.
struct stage::waiter {
  waiter(const asio::any_io_executor& on, std::shared_ptr<show> s, moment until)
      : timer(on, until), of(std::move(s)) {
    of->waiting.insert(&timer);
  }
  waiter(const waiter&) = delete;
  waiter& operator=(const waiter&) = delete;
  ~waiter() { of->waiting.erase(&timer); }

  asio::steady_timer timer;
  std::shared_ptr<show> of;
};

stage::stage(asio::any_io_executor on) : on_(std::move(on)) {}
stage::~stage() = default;

asio::awaitable<void> stage::listen(std::shared_ptr<show> s) {
  for (;;) {
    const auto line = co_await s->process->line();
    if (!line) co_return;
    const auto said = object_in(*line);
    if (said && s->state != stage_state::none) s->hear(*said);
    s->tell();
  }
}

asio::awaitable<void> stage::attend(std::shared_ptr<show> s) {
  co_await s->process->ended();
  s->state = stage_state::none;
  // It removes what it wrote itself; a killed one could not.
  std::error_code absent;
  std::filesystem::remove_all(s->folder, absent);
  s->tell();
}

asio::awaitable<void> stage::wait_for_news(asio::any_io_executor on, std::shared_ptr<show> s,
                                           moment until) {
  waiter own(on, std::move(s), until);
  co_await own.timer.async_wait(asio::as_tuple(asio::use_awaitable));
}

asio::awaitable<model::verdict> stage::start(std::string code, std::string address,
                                             std::string language) {
  if (plan.program.empty()) co_return model::refused{model::refusal::rehearsal_failed};
  if (show_ && show_->state != stage_state::none) {
    co_return model::refused{model::refusal::rehearsal_runs};
  }
  auto process = child::companion::start(on_, words_of(plan, address, language));
  if (process.has_error()) {
    spdlog::error("the rehearsal could not be started: the system has no process for it");
    co_return model::refused{model::refusal::rehearsal_failed};
  }
  auto s = std::make_shared<show>(std::move(code));
  s->process = std::move(*process);
  s->folder = plan.folder;
  show_ = s;
  spawn(on_, listen(s));
  spawn(on_, attend(s));
  const auto until = in_ms(plan.start_ms);
  while (s->state == stage_state::starting && moment::clock::now() < until)
    co_await wait_for_news(on_, s, until);
  if (s->state != stage_state::starting && s->state != stage_state::none) co_return model::may;
  spdlog::error("the rehearsal did not start: what it said stands above");
  s->process->kill();
  co_return model::refused{model::refusal::rehearsal_failed};
}

stage_state stage::state_for(std::string_view code) const {
  if (plan.program.empty()) return stage_state::impossible;
  if (!show_ || show_->state == stage_state::none) return stage_state::none;
  return show_->code == code ? show_->state : stage_state::others;
}

stage_pages stage::pages_for(std::string_view code) const {
  const auto state = state_for(code);
  const bool is_open = state == stage_state::playing || state == stage_state::played ||
                       state == stage_state::left_off;
  return is_open ? show_->pages : stage_pages{};
}

void stage::ask_to_end() {
  if (show_) show_->process->ask_to_end();
}

asio::awaitable<void> stage::stop() {
  const auto s = show_;
  if (!s || s->state == stage_state::none) co_return;
  ask_to_end();
  const auto until = in_ms(plan.end_ms);
  while (s->state != stage_state::none && moment::clock::now() < until)
    co_await wait_for_news(on_, s, until);
  if (s->state == stage_state::none) co_return;
  s->process->kill();
  while (s->state != stage_state::none)
    co_await wait_for_news(on_, s, moment::max());
}

} // namespace viche::socket
