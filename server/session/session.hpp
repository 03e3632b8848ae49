// A live session's door. Everything that touches its state is a request in one bounded inbox,
// drained by one coroutine: the corridor. All calls come from the session's own executor.
#pragma once

#include "broadcast/subscriber.hpp"
#include "fault.hpp"
#include "model/refusal.hpp"
#include "model/session_record.hpp"
#include "model/state.hpp"
#include "ops/list.hpp"
#include "similar/index.hpp"
#include "store/people.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace viche::store {
class op_log;
struct stored_session;
} // namespace viche::store

namespace viche::session {

class suggestions;

// Milliseconds since 1970-01-01 UTC. The simulation passes its own.
using clock = std::function<model::time_ms_t()>;

// What somebody who knocks is told before they are in.
struct announcement {
  std::string title;
  std::string community;
  model::phase phase{};
  bool is_published = false; // everybody may read the results
};

// What is asked before anything is made for somebody who has no pass.
struct shown_results {
  bool is_published = false;
  model::seq_t seq = 0; // of the state that was asked
  model::language language{}; // the session's first
  std::string title;
  model::seq_t taken_back = 0; // of the state; what was written before it is shown no more
};

// A state as it was between two batches, durable, and the head of its chain (64 hex digits): once
// the session is closed the one that the hall was shown then.
struct moment {
  std::shared_ptr<const model::state> state;
  std::string head;
};

// What a person who is asked for a name may know, and what they are signed as.
struct name_of_person {
  bool is_asked = false; // the session wants names, and this person may give one now
  std::string name;      // empty: none
};

class session : public std::enable_shared_from_this<session> {
public:
  // Replays the rows and starts the corridor on `executor`. Fault storage_corrupt if the rows do
  // not decode. `log` and `hints` outlive the session; `boot` names this run of the server.
  static result<std::shared_ptr<session>> start(const boost::asio::any_io_executor& executor,
                                                store::op_log& log, suggestions& hints,
                                                store::stored_session stored, clock now,
                                                std::string boot);

  // Who the bearer of this pass (and person slot) is.
  model::identity identity_of_pass(std::string_view pass, std::uint32_t slot) const;
  // Who the bearer of a link's secret is, answered after the batch before it is durable. Faults:
  // link_unknown (not, or no longer, in the state), storage_unavailable (try again later).
  boost::asio::awaitable<result<model::identity>> identity_of_link(std::string secret);

  // From the answer on (welcome, then snapshot or what was missed) the subscriber gets every frame
  // of its audience, until leave(). False: the inbox is full.
  [[nodiscard]] bool enter(std::shared_ptr<broadcast::subscriber> who, model::identity is,
                           std::optional<model::held> held);
  void leave(const std::shared_ptr<broadcast::subscriber>& who);

  // An op of somebody who entered. Answered by an `ack` or `refusal` frame to that subscriber, at
  // once with inbox_full if there is no place.
  void submit(std::shared_ptr<broadcast::subscriber> who, const std::string& op_id, ops::any_op op);

  // The same for a door that makes the op itself and waits for what becomes of it: `may`, once it
  // is durable. inbox_full if the session is busy or stopping.
  // With an op id of the one who asks, a resend is answered as the first was; empty: one is made.
  boost::asio::awaitable<model::verdict> act(model::identity is, ops::any_op op,
                                             std::string op_id = {});

  // Hashes of secrets that the server makes for others to print. nullopt: the session is closed.
  model::id128 hash_of_link(std::string_view secret) const;
  std::optional<model::card_codes> hash_of_card(std::string_view code,
                                                std::string_view digits) const;

  // How many cards were issued so far.
  boost::asio::awaitable<std::optional<std::uint32_t>> cards_issued();

  // The number of the card with this hash; 0: there is none. nullopt: as has_slot.
  boost::asio::awaitable<std::optional<std::uint32_t>> number_of_card(model::id128 code);

  // The card of a device; 0: none.
  boost::asio::awaitable<std::uint32_t> card_of(model::identity of);

  // Somebody tried a card that there is not: the desk is told how often.
  void note_wrong_card();

  // Names people sign with: in the data file, never in the log, the state or a frame. Signing is
  // refused where the session asks for no names, once it is closed, and to whoever did not join;
  // taking a name back never is, nor when there is none. `may` once it is durable.
  boost::asio::awaitable<model::verdict> sign(model::identity is, std::string name);
  boost::asio::awaitable<model::verdict> unsign(model::identity is);

  // What was erased, here or in another session of the file, is still on the disk: a reader keeps
  // it there. Told to desks too, as it goes on.
  bool erasure_is_pending() const;

  // The name of this row, for facilitators.
  boost::asio::awaitable<model::verdict> erase_name(std::int64_t row);

  // nullopt, here and below: as has_slot.
  boost::asio::awaitable<std::optional<name_of_person>> name_of(model::identity is);

  // All that stand, whether or not the session still asks for them.
  boost::asio::awaitable<std::optional<std::vector<store::signature>>> names();

  // Whether the session has this person slot of a shared phone: as many as are allowed now, and
  // those in which somebody joined already. nullopt, here and below: the session is stopping or
  // its file cannot be read; try again later.
  boost::asio::awaitable<std::optional<bool>> has_slot(std::uint32_t slot, model::identity of);

  // Whether somebody joined with this pass, in whichever slot.
  boost::asio::awaitable<std::optional<bool>> has_joined(std::string pass);

  // Where this person's own entries stand in the log, behind `after`: the writer's, and the voter's
  // until the session is closed. At most limits::receipts_together_max. nullopt: as has_slot.
  boost::asio::awaitable<std::optional<std::vector<model::seq_t>>> own_entries(model::identity of,
                                                                               model::seq_t after);

  // For readers of the log beside the writer, see store/reader.
  const std::filesystem::path& data_file() const;

  // A copy for reports, made between two batches.
  boost::asio::awaitable<std::optional<moment>> moment_now();
  boost::asio::awaitable<std::optional<announcement>> announce();

  // Nothing is copied for it.
  boost::asio::awaitable<std::optional<shown_results>> shown_results_now();

  // Ideas alike to this text that residents see at the moment of the answer. Found on another
  // thread; nullopt also when too many others wait. The text is neither kept nor logged.
  boost::asio::awaitable<std::optional<std::vector<similar::match>>>
  similar_to(std::string text, std::size_t at_most = limits::similar_shown_max);

  // Ends the corridor after the batch at work; subscribers are ended with going_away.
  boost::asio::awaitable<void> stop();

  const std::string& code() const;

  // For tests and the simulation: nothing waits and nothing is being written.
  bool is_idle() const;
  // The clock was moved by hand: look again at what is due.
  void wake();

private:
  struct corridor;
  static boost::asio::awaitable<void> keep_alive(std::shared_ptr<session> self);
  explicit session(std::unique_ptr<corridor> c);
  std::unique_ptr<corridor> corridor_;

public:
  ~session();
};

} // namespace viche::session
