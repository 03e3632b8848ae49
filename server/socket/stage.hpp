// The rehearsal of the desk's «Репетиція»: one more Viche as a child process (`viche stage`), with
// a session of its own that is thrown away, in which simulated people play. One at a time.
#pragma once

#include "limits.hpp"
#include "model/refusal.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <boost/describe/enum.hpp>

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace viche::child {
class companion;
} // namespace viche::child

namespace viche::socket {

// As whoever asks sees it. `none`: one may be started; `impossible`: this server has no stage,
// because it is one itself.
enum class stage_state : std::uint8_t {
  none,
  starting,
  playing,
  played, // to the end: it waits for whoever still looks at it
  left_off, // the people could not go on, because somebody else led the session
  others, // of another session of this server
  impossible
};
BOOST_DESCRIBE_ENUM(stage_state, none, starting, playing, played, left_off, others, impossible)

// The pages of a rehearsal: a port and two paths with their secrets.
struct stage_pages {
  std::uint16_t port = 0;
  std::string desk;
  std::string board;
};

struct stage_plan {
  std::vector<std::string> program; // with its first words; empty: none can be started
  std::filesystem::path folder; // its own; removed behind it
  std::int64_t start_ms = limits::stage_start_ms;
  std::int64_t end_ms = limits::stage_end_ms;
};

class stage {
public:
  explicit stage(boost::asio::any_io_executor on);
  ~stage();
  stage(const stage&) = delete;
  stage& operator=(const stage&) = delete;

  stage_plan plan;

  // Answered when its pages can be opened. Refusals: rehearsal_runs, rehearsal_failed.
  boost::asio::awaitable<model::verdict> start(std::string code, std::string address,
                                               std::string language);

  stage_state state_for(std::string_view code) const;
  // Of a rehearsal whose pages can be opened, else with port 0.
  stage_pages pages_for(std::string_view code) const;

  void ask_to_end();
  // Ends it, if one runs: asked first, killed after end_ms. When this returns it is gone.
  boost::asio::awaitable<void> stop();

private:
  struct show; // one rehearsal, from its process's start to its end
  struct waiter; // for it to change
  using moment = boost::asio::steady_timer::time_point;
  static boost::asio::awaitable<void> listen(std::shared_ptr<show> s);
  static boost::asio::awaitable<void> attend(std::shared_ptr<show> s);
  // Returns when something of it changed, at the latest `until`.
  static boost::asio::awaitable<void> wait_for_news(boost::asio::any_io_executor on,
                                                    std::shared_ptr<show> s, moment until);

  boost::asio::any_io_executor on_;
  std::shared_ptr<show> show_; // the last one
};

} // namespace viche::socket
