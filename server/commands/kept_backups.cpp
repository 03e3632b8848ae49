// When a copy is due, and which of the older ones go.
#include "commands/kept_backups.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <unistd.h>

#include <array>
#include <chrono>

namespace viche::commands {
namespace {

namespace asio = boost::asio;
using steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

// What was said last is not said again.
class teller {
public:
  explicit teller(std::function<void(const std::string&)> tell) : tell_(std::move(tell)) {}
  void complain(const std::string& words) {
    if (words != last_) tell_(words);
    last_ = words;
  }
  void works() {
    if (!last_.empty()) tell_("Copies are kept as they should be again.");
    last_.clear();
  }

private:
  std::function<void(const std::string&)> tell_;
  std::string last_;
};

} // namespace

std::string kept_name(const std::filesystem::path& data_file, std::time_t at) {
  std::tm parts{};
  ::localtime_r(&at, &parts);
  std::array<char, 32> digits{};
  std::strftime(digits.data(), digits.size(), "-%Y%m%d-%H%M", &parts);
  return data_file.stem().string() + digits.data() + ".viche";
}

described<void> check_folder(const backup_plan& plan) {
  if (plan.folder.empty()) return {};
  std::error_code absent;
  if (std::filesystem::is_directory(plan.folder, absent) &&
      ::access(plan.folder.c_str(), W_OK | X_OK) == 0) {
    return {};
  }
  return described_fault{fault::file_unwritable,
                         plan.folder.string() + " is no folder that copies can be written to: make "
                                                "it, or name another with --backup-to."};
}

asio::awaitable<void> keep_backups(store::op_log& log, std::filesystem::path data_file,
                                   backup_plan plan, std::function<void(const std::string&)> tell) {
  teller told(std::move(tell));
  asio::steady_timer tick(co_await asio::this_coro::executor);
  const auto now_and_then = std::chrono::minutes(plan.minutes);
  auto due = steady::now();
  auto again = due;             // not before
  std::uint64_t erasures = 0;   // that the newest copy has too
  for (;;) {
    const auto now = steady::now();
    const bool is_stale = log.erasures() != erasures;
    if (now >= again && (is_stale || now >= due)) {
      again = now + milliseconds(plan.again_ms);
      const auto erasures_before = log.erasures(); // a copy may miss what comes while it is made
      const auto to = plan.folder / kept_name(data_file, std::time(nullptr));
      store::backup_order order{.to = to, .replaces = true};
      const auto made = co_await log.backup(std::move(order));
      if (made.has_error()) {
        due = again;
        told.complain("No copy could be kept: " + made.error().words);
      } else {
        due = now + now_and_then;
        erasures = erasures_before;
        const auto thinned = co_await log.thin_out(to, data_file.stem().string() + '-', plan.kept);
        thinned.has_error() ? told.complain(thinned.error().words) : told.works();
      }
    }
    tick.expires_after(milliseconds(plan.look_ms));
    co_await tick.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

} // namespace viche::commands
