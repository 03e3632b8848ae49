// What all connections of one server share: where the sessions are, the bounds, who is inside.
// Touched by the one thread of the server only.
#pragma once

#include "limits.hpp"
#include "model/ids.hpp"
#include "session/directory.hpp"
#include "socket/document_queue.hpp"
#include "socket/embedded.hpp"
#include "socket/public_writings.hpp"
#include "socket/round_trips.hpp"
#include "socket/stage.hpp"
#include "socket/tickets.hpp"
#include "socket/token_bucket.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>

namespace viche::socket {

// Bounds of server/limits.hpp that a test makes small, to see them bite.
struct bounds {
  std::size_t sockets_max = limits::sockets_max;
  std::size_t connections_max = limits::connections_max;
  std::size_t connections_staff_max = limits::connections_staff_max;
  std::size_t outbox_frames_max = limits::outbox_frames_max;
  std::size_t outbox_bytes_max = limits::outbox_bytes_max;
  int send_buffer_bytes = limits::send_buffer_bytes;
  double ops_per_second = limits::ops_per_second;
  double ops_burst = limits::ops_burst;
  double staff_ops_per_second = limits::staff_ops_per_second;
  double staff_ops_burst = limits::staff_ops_burst;
  std::int64_t similar_period_ms = limits::similar_period_ms;
  double messages_per_second = limits::messages_per_second;
  double messages_burst = limits::messages_burst;
  std::int64_t request_ms = limits::request_ms;
  std::int64_t hello_ms = limits::hello_ms;
  std::int64_t idle_ms = limits::idle_ms;
  std::int64_t closing_ms = limits::closing_ms;
  std::int64_t control_ms = limits::control_ms;
  std::int64_t backup_beat_ms = limits::backup_beat_ms;
  std::int64_t round_trip_ms = limits::round_trip_ms;
  std::int64_t disk_probe_ms = limits::disk_probe_ms;
  std::size_t tables_together_max = limits::tables_together_max;
  std::int64_t table_sent_ms = limits::table_sent_ms;
  std::int64_t table_ms = limits::table_ms;
};

// Something open that the end of the server ends: first with a word, where there is one to say,
// then at once.
class open_end {
public:
  virtual ~open_end() = default;
  virtual void say_goodbye() {}
  virtual void cut() = 0;
};

// How often a person or staff link may act, and ask for similar ideas.
struct person_rates {
  token_bucket ops;
  token_bucket similar;
  token_bucket wrong_digits; // of a voting card
  std::size_t similar_shown = limits::similar_shown_max;
};

struct disk_look; // see readiness_routes

// The rates of everybody, kept over their connections: a person's are given up when nobody is
// connected and their buckets have filled again.
class rates_of_people {
public:
  std::shared_ptr<person_rates> of(const model::id128& who, bool is_staff, const bounds& b);

private:
  std::unordered_map<model::id128, std::shared_ptr<person_rates>> people_;
};

struct doors {
  doors(boost::asio::any_io_executor e, session::directory& s, session::clock c)
      : executor(std::move(e)), sessions(s), now(std::move(c)), stage(executor) {}

  boost::asio::any_io_executor executor;
  session::directory& sessions;
  session::clock now;

  std::string host_key;                   // empty: nobody sets up sessions over HTTP
  bool is_remote_setup_allowed = false;   // from other machines than this
  struct bounds bounds;
  std::span<const embedded_file> pages = embedded_files;
  std::string listen_address; // as given; of /api/addresses
  std::uint16_t port = 0;
  std::filesystem::path data_file; // what the readiness check looks at
  std::filesystem::path copies;    // empty: none are kept
  std::filesystem::path power = "/sys/class/power_supply";

  token_bucket wrong_tries{limits::wrong_tries_per_second, limits::wrong_tries_burst};
  rates_of_people rates;
  // Wrong digits of cards, of all people of a session together: whoever joins anew for each guess
  // has no more of them. When they run out digits wait for everybody, the QR never does.
  token_bucket& wrong_cards_of(const std::string& code);
  std::unordered_map<std::string, token_bucket> wrong_cards;
  class tickets tickets;
  struct round_trips round_trips;
  std::multiset<std::string> boards; // the code of each board that is connected
  class public_writings public_writings{limits::public_writings_max,
                                        limits::public_writings_bytes_max,
                                        limits::public_writing_period_ms};
  std::size_t tables_under_way = 0; // of councils, being read
  std::string python = "/usr/bin/python3";
  std::optional<bool> can_cut_network; // of a child process; nullopt: not yet tried
  class stage stage; // of the rehearsal
  std::shared_ptr<disk_look> look; // under way, or the last one
  std::set<open_end*> open; // HTTP requests and connections under way
  std::size_t connections = 0;
  bool is_stopping = false;
  boost::asio::thread_pool workers{1}; // long work on copies: reports
  boost::asio::thread_pool prober{1}; // for the disk, which may hang
  document_queue documents;

  // What they work on holds these doors through whoever waits for it: only a join ends that ring.
  void wait_for_threads();
};

// Milliseconds of a clock that never goes back.
std::int64_t steady_ms();

} // namespace viche::socket
