// Finds a live session by its code, or replays it from the store; makes new ones.
#pragma once

#include "session/import.hpp"
#include "session/session.hpp"
#include "session/suggestions.hpp"
#include "store/backup.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace viche::session {

// The secrets of a new session's links, shown once and never stored.
struct new_session {
  std::string code;
  std::string facilitator;
  std::string operator_;
  std::string board;
};

class directory {
public:
  directory(boost::asio::any_io_executor executor, store::op_log& log, clock now);
  ~directory();

  // Codes of all sessions of the file, live or asleep; remembered from then on.
  boost::asio::awaitable<result<std::vector<std::string>>> codes();
  // Of what codes() read and create() made.
  bool knows(const std::string& code) const { return known_.contains(code); }

  // Fault session_unknown: no such code. Who asks at once waits for one reading of the log; a log
  // that was found damaged (storage_corrupt) is not read again in this process.
  boost::asio::awaitable<result<std::shared_ptr<session>>> find(std::string code);

  // A fresh code, keys and links; stored before this returns. `refused` if check says so.
  struct created {
    std::optional<model::refused> refused;
    new_session links;
  };
  boost::asio::awaitable<result<created>> create(model::settings set);

  // One more link of staff, for whoever holds the data file; stored before this returns. `called`
  // is a name as it was typed. Faults: as find. `refused`: the session holds too many, cannot store
  // it now, or the name is none.
  struct added_link {
    std::optional<model::refused> refused;
    std::string secret;
  };
  boost::asio::awaitable<result<added_link>> add_link(std::string code, model::role as,
                                                      std::string called);

  // As create, with all that a report said of another session; in one transaction. Its vote key
  // ties nobody to anything and stays: one that is gone would say that older copies must go too.
  boost::asio::awaitable<result<created>> import(prepared_import what);

  // See store::op_log::backup: all sessions, live or asleep.
  boost::asio::awaitable<described<store::backup_facts>> backup(store::backup_order order);

  boost::asio::awaitable<void> stop();

private:
  struct waking;
  boost::asio::awaitable<result<created>> store_new(model::settings set, model::session_keys keys,
                                                    model::time_ms_t at,
                                                    std::vector<model::log_row> behind);
  boost::asio::awaitable<result<std::shared_ptr<session>>> wake(std::string code);

  boost::asio::any_io_executor executor_;
  store::op_log& log_;
  suggestions similar_; // one worker for all sessions
  clock now_;
  std::string boot_;
  std::map<std::string, std::shared_ptr<session>> live_;
  std::map<std::string, std::shared_ptr<waking>> waking_; // being read just now
  std::set<std::string> damaged_;
  std::set<std::string> known_;
};

} // namespace viche::session
