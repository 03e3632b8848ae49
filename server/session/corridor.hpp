// The corridor's parts: its requests, its batch and what it holds. Only session.cpp and
// corridor.cpp see this; everything here lives on the session's executor.
#pragma once

#include "broadcast/hub.hpp"
#include "sequence/local.hpp"
#include "session/replay.hpp"
#include "session/session.hpp"
#include "session/suggestions.hpp"
#include "store/op_log.hpp"

#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <unordered_map>
#include <variant>

namespace viche::session {

struct session::corridor {
  using subscriber_ptr = std::shared_ptr<broadcast::subscriber>;

  // --- requests ---
  struct outcome { // of an op whose submitter waits; owned by it
    boost::asio::steady_timer* known; // cancelled when it is
    model::verdict no;
    bool is_known = false;
  };
  struct submission {
    subscriber_ptr who; // null: `waiter` is told
    outcome* waiter = nullptr;
    model::identity is;
    std::string op_id;
    ops::any_op op;
  };
  struct arrival {
    subscriber_ptr who;
    model::identity is;
    std::optional<model::held> held;
  };
  struct question { // asked between two batches, of the durable state
    std::function<void(const corridor&)> ask;
    boost::asio::steady_timer* answered; // cancelled when it is; owned by the asker
    bool* is_answered;
  };
  using request = std::variant<submission, arrival, question>;

  // --- a batch on its way ---
  struct pending {
    subscriber_ptr who; // null: `waiter` is told
    outcome* waiter = nullptr;
    std::string op_id;
    model::seq_t seq = 0;
    model::verdict no;
    bool is_after_rows = false; // decided on a state that this batch had changed already
  };
  struct batch_work {
    model::append_batch rows;
    model::touched touched;
    std::vector<pending> answers;
    bool refuses_all = false;
  };

  corridor(const boost::asio::any_io_executor& on, store::op_log& to, suggestions& suggester,
           model::session_record of, std::string chain_head, replayed from, clock clock_now,
           broadcast::hub hub);

  // The coroutine and its steps, in order.
  boost::asio::awaitable<void> run();
  boost::asio::awaitable<void> wait_for_work();
  std::vector<request> take();
  batch_work prepare(std::vector<request>& batch);
  pending decide(submission& s, batch_work& work);
  boost::asio::awaitable<bool> keep(batch_work& work);
  void publish(const batch_work& work);
  void show_end(const shown_head& end);
  boost::asio::awaitable<void> recover();
  boost::asio::awaitable<void> look_again();
  bool may_probe() const;
  void answer(const batch_work& work, bool is_kept);
  static void tell(const pending& p, model::verdict no);
  void serve(request& r);

  // The doors behind session.hpp.
  bool put(request r);
  bool enter(arrival a);
  void leave(const subscriber_ptr& who);
  void submit(subscriber_ptr who, const std::string& op_id, ops::any_op op);
  boost::asio::awaitable<model::verdict> act(model::identity is, ops::any_op op, std::string op_id);
  boost::asio::awaitable<void> ask(std::function<void(const corridor&)> what);
  boost::asio::awaitable<void> stop();
  void ring();

  boost::asio::any_io_executor executor;
  store::op_log& log;
  model::session_record record;
  std::string head; // of the chain, 64 hex digits
  std::string closing_head; // as it was when the session was closed; empty: it is open
  model::state state;
  sequence::local order;
  clock now;
  broadcast::hub talk;
  suggestions& hints;
  std::shared_ptr<suggestions::topic> ideas; // what `hints` knows of this session

  std::deque<request> inbox;
  std::unordered_map<const broadcast::subscriber*, model::identity> identities;
  boost::asio::steady_timer bell;  // rung when the inbox stops being empty
  boost::asio::steady_timer ended; // cancelled when run() is over

  bool is_waiting = false;
  bool is_stopping = false;
  bool is_ended = false;
  bool is_read_only = false; // the disk refuses; one batch a second is tried
  bool is_stale = false;     // the state may be ahead of the file, which could not be read again
  model::time_ms_t probe_at = 0;
};

} // namespace viche::session
